import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import type { ProgramIo } from '../../src/cli/program-io.js';
import { runProgram } from '../../src/cli/run-program.js';
import type { Lang } from '../../src/i18n/sentence.js';
import { translator } from '../../src/i18n/translate.js';
import { createProgramHome, type ProgramHome } from './program-home.js';

export interface InProcessOptions {
  readonly home?: ProgramHome;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly clock?: Clock;
  readonly lang?: Lang;
  /** Absent: the directory of `home`, or of the tests without one. */
  readonly cwd?: string;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An io whose output is kept and whose signals are sent by the test. */
export interface TestIo extends ProgramIo {
  readonly stdout: string;
  readonly stderr: string;
  signal(name: string, exitCode: number): void;
  readonly listening: number;
}

export function createTestIo(options: InProcessOptions = {}): TestIo {
  const stdin = new PassThrough();
  stdin.end(options.stdin ?? '');
  const stops = new Set<(signal: string, exitCode: number) => void>();
  const lang = options.lang ?? 'en';
  let stdout = '';
  let stderr = '';
  return {
    env: { ...options.home?.env, ...options.env },
    lang,
    t: translator(lang),
    clock: options.clock ?? systemClock,
    ids: systemIds,
    stdin: stdin as unknown as NodeJS.ReadStream,
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    stdinIsTty: false,
    stdoutIsTty: false,
    color: false,
    cwd: options.cwd ?? options.home?.root ?? process.cwd(),
    onSignal(stop) {
      stops.add(stop);
      return () => void stops.delete(stop);
    },
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    get listening() {
      return stops.size;
    },
    signal(name, exitCode) {
      for (const stop of stops) stop(name, exitCode);
    },
  };
}

/** Runs a command as the program would, without a process of its own. */
export async function runInProcess(
  args: readonly string[],
  options: InProcessOptions = {},
): Promise<CommandResult> {
  let { home } = options;
  if (!home) {
    home = createProgramHome();
    onTestFinished(home.remove);
  }
  const io = createTestIo({ ...options, home });
  const exitCode = await runProgram(io, args);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}
