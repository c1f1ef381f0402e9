import { CommanderError } from 'commander';
import { DtcardError, isDtcardError } from '../base/errors.js';
import { exitCodes } from '../base/exit-codes.js';
import { buildProgram } from './program.js';
import type { ProgramIo } from './program-io.js';

/**
 * One call of the program: parses, runs the command, reports what went wrong on stderr.
 * @param args without the interpreter and the script
 * @returns the exit code; never throws
 */
export async function runProgram(io: ProgramIo, args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  try {
    const program = buildProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(io, args, error);
    if (error.exitCode === 0) return exitCodes.ok;
    // Called with nothing to do: the help was the answer.
    if (error.code === 'commander.help') return exitCodes.usage;
    const detail = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
    return reportFailure(io, args, new DtcardError('E1001', { params: { detail }, cause: error }));
  }
}

/** Tells of anything that was thrown, as JSON when JSON was asked for. @returns the exit code it means */
export async function reportFailure(
  io: Pick<ProgramIo, 'err' | 'lang' | 'env'>,
  args: readonly string[],
  error: unknown,
): Promise<number> {
  // Loaded only now: most runs end well.
  const { errorJson, errorReport, summaryOf } = await import('../output/error-report.js');
  const summary = summaryOf(error);
  io.err(args.includes('--json') ? errorJson(summary) : `${errorReport(summary, io.lang)}\n`);
  if (isDtcardError(error)) return error.exitCode;
  if (io.env['DTCARD_DEBUG'] && error instanceof Error) io.err(`${error.stack}\n`);
  return exitCodes.bug;
}
