/** The program: the world outside is put together here, and nothing else ends the process. */
import { systemClock } from '../base/clock.js';
import { DtcardError } from '../base/errors.js';
import { exitCodes } from '../base/exit-codes.js';
import { systemIds } from '../base/ids.js';
import { translator } from '../i18n/translate.js';
import { chosenLang } from './chosen-lang.js';
import type { ProgramIo } from './program-io.js';
import { reportFailure, runProgram } from './run-program.js';

const signals = {
  SIGINT: exitCodes.sigint,
  SIGTERM: exitCodes.sigterm,
  SIGHUP: exitCodes.sighup,
} as const;
/** How long a reader that stopped reading may hold up the end after a signal. */
const patienceMs = 1000;

type Stop = (reason: string, exitCode: number) => void;

const args = process.argv.slice(2);
const lang = chosenLang(args, process.env);
const stops = new Set<Stop>();
let wasStopped = false;
let outputFailure: Error | undefined;

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

/** Somebody may have removed it since; what is named in full still works. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

function stopAll(reason: string, exitCode: number): void {
  // The second one: whoever sends it does not want to wait.
  if (wasStopped) process.exit(exitCode);
  wasStopped = true;
  for (const stop of stops) stop(reason, exitCode);
}

const listeners = Object.entries(signals).map(
  ([signal, exitCode]) => [signal, () => stopAll(signal, exitCode)] as const,
);

/** While nobody wants to know of them, signals do what they always do. */
function onSignal(stop: Stop): () => void {
  if (stops.size === 0) for (const [signal, listener] of listeners) process.on(signal, listener);
  stops.add(stop);
  return () => {
    if (!stops.delete(stop) || stops.size > 0) return;
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}

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
  cwd: workingDirectory(),
  onSignal,
};

/** Waits for what a reader has not taken yet: ending the process would cut it off. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) return resolve();
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
    if (wasStopped) systemClock.after(patienceMs, resolve);
  });
}

async function end(exitCode: number): Promise<never> {
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  // A write that failed is told of in a later turn.
  await new Promise(setImmediate);
  if (!outputFailure) process.exit(exitCode);
  const params = { detail: outputFailure.message };
  const error = new DtcardError('E1013', { params, cause: outputFailure });
  process.exit((await reportFailure(io, args, error)) || exitCode);
}

async function fail(error: unknown): Promise<never> {
  return end(await reportFailure(io, args, error));
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`dtcard … | head`): that is how a run is ended. What ends by itself does.
  const isLeft = error.code === 'EPIPE';
  if (!isLeft) outputFailure ??= error;
  if (stops.size > 0 && !wasStopped) {
    stopAll(error.code ?? 'stdout', isLeft ? exitCodes.ok : exitCodes.usage);
  }
});
// Nobody is left to tell, which is no reason to stop working.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));

void runProgram(io, args).then(end);
