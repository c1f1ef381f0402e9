/** The program: parse, run, turn what happened into an exit code. Nothing else ends the process. */
import { systemClock } from '../base/clock.js';
import { exitCodes } from '../base/exit-codes.js';
import { systemIds } from '../base/ids.js';
import type { Lang } from '../i18n/sentence.js';
import { langOf, translator } from '../i18n/translate.js';
import { buildProgram } from './program.js';
import type { ProgramIo } from './program-io.js';

const signals = { SIGINT: exitCodes.sigint, SIGTERM: exitCodes.sigterm, SIGHUP: 129 } as const;

function chosenLang(argv: readonly string[]): Lang {
  // Before the parser exists: its own texts are already in the language.
  const index = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = argv[index]?.includes('=') ? argv[index]?.slice('--lang='.length) : argv[index + 1];
  return index >= 0 && (value === 'zh' || value === 'en') ? value : langOf(process.env);
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

function onSignal(stop: (signal: string, exitCode: number) => void): () => void {
  let heard = false;
  const listeners = Object.entries(signals).map(([signal, exitCode]) => {
    const listener = () => {
      // The second one: whoever sends it does not want to wait.
      if (heard) process.exit(exitCode);
      heard = true;
      stop(signal, exitCode);
    };
    process.on(signal, listener);
    return () => void process.off(signal, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}

const lang = chosenLang(process.argv);
const io: ProgramIo = {
  env: process.env,
  lang,
  t: translator(lang),
  clock: systemClock,
  ids: systemIds,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdinIsTty: process.stdin.isTTY === true,
  stdoutIsTty: process.stdout.isTTY === true,
  color: wantsColor(),
  onSignal,
};

/** Waits for what a reader has not taken yet: ending the process would cut it off. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) return resolve();
    stream.write('', () => resolve());
  });
}

async function end(exitCode: number): Promise<never> {
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  process.exit(exitCode);
}

async function fail(error: unknown): Promise<never> {
  const { errorJson, errorReport, summaryOf } = await import('../output/error-report.js');
  const { isDtcardError } = await import('../base/errors.js');
  const summary = summaryOf(error);
  const asJson = process.argv.includes('--json');
  io.err(`${asJson ? errorJson(summary) : errorReport(summary, lang)}\n`);
  if (!isDtcardError(error) && process.env['DTCARD_DEBUG']) io.err(`${(error as Error).stack}\n`);
  return end(isDtcardError(error) ? error.exitCode : exitCodes.bug);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`dtcard … | head`): nobody is left to tell.
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  });
}
process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));

try {
  let exitCode: number = exitCodes.ok;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  await program.parseAsync(process.argv);
  await end(exitCode);
} catch (error) {
  const { CommanderError } = await import('commander');
  if (error instanceof CommanderError) {
    await end(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  }
  await fail(error);
}
