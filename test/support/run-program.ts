import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createProgramHome, type ProgramHome } from './program-home.js';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

export interface ProgramOptions {
  /** Directories shared with other programs; absent: fresh ones. */
  readonly home?: ProgramHome;
  readonly env?: Readonly<Record<string, string>>;
  /** Text on standard input; absent: /dev/null. */
  readonly stdin?: string;
  readonly cwd?: string;
  /** False: the other end of stdout is open, and nobody reads from it. */
  readonly reads?: boolean;
  /** Another copy of the package. */
  readonly root?: string;
  /** Node's own options, before the script. */
  readonly nodeOptions?: readonly string[];
  /** Where to register the end of the program: `afterAll` for one that several tests use. */
  readonly cleanUp?: (end: () => void) => void;
}

export interface Finished {
  /** 128 + number of the signal when a signal ended it, as shells say. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program as a process of its own. */
export interface RunningProgram {
  readonly pid: number;
  readonly process: ChildProcess;
  readonly stdout: string;
  readonly stderr: string;
  /** Whole lines of stdout so far. */
  lines(): readonly string[];
  /** Whole lines of stdout so far, as JSON. */
  events<T = Record<string, unknown>>(): readonly T[];
  /** Resolves with the first line of stdout that fits; rejects when the program ends without it. */
  waitForLine(wanted: string | RegExp | ((line: string) => boolean)): Promise<string>;
  /** The same on stderr. */
  waitForError(wanted: string | RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly finished: Promise<Finished>;
}

const signalNumbers: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9 };

export function startProgram(
  args: readonly string[],
  options: ProgramOptions = {},
): RunningProgram {
  buildOnce();
  const home = options.home ?? createProgramHome();
  const root = options.root ?? projectRoot;
  const script = path.join(root, 'bin/dtcard.js');
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), script, ...args], {
    cwd: options.cwd ?? root,
    env: { ...inherited(), ...home.env, ...options.env },
    stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    changed();
  });
  if (options.reads !== false) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      changed();
    });
  }
  child.stdin?.on('error', () => undefined);
  if (options.stdin !== undefined) child.stdin?.end(options.stdin);

  const finished = new Promise<Finished>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      hasEnded = true;
      changed();
      const exitCode = code ?? 128 + (signalNumbers[signal ?? ''] ?? 15);
      resolve({ exitCode, stdout, stderr });
    };
    // `close` comes when all output was read, which nobody may be doing.
    child.on(options.reads === false ? 'exit' : 'close', end);
  });
  (options.cleanUp ?? onTestFinished)(() => {
    if (!hasEnded) child.kill('SIGKILL');
    child.stdout?.destroy();
    if (!options.home) home.remove();
  });

  function waitFor(find: () => string | undefined, what: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined && !hasEnded) return;
        watchers.delete(look);
        clearTimeout(timer);
        if (found !== undefined) resolve(found);
        else reject(new Error(`${what} never came.\nstdout:\n${stdout}\nstderr:\n${stderr}`));
      };
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(`${what} did not come.\nstdout:\n${stdout}\nstderr:\n${stderr}`));
      }, 15_000);
      watchers.add(look);
      look();
    });
  }
  const wholeLines = (text: string) => text.split('\n').slice(0, -1);
  return {
    pid: child.pid ?? 0,
    process: child,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    lines: () => wholeLines(stdout),
    events: <T>() => wholeLines(stdout).map((line) => JSON.parse(line) as T),
    waitForLine: (wanted) =>
      waitFor(() => wholeLines(stdout).find(fits(wanted)), `line ${String(wanted)}`),
    waitForError: (wanted) =>
      waitFor(() => wholeLines(stderr).find(fits(wanted)), `error line ${String(wanted)}`),
    kill: (signal) => void child.kill(signal),
    finished,
  };
}

/** Runs the built program to its end. */
export function runBuilt(args: readonly string[], options: ProgramOptions = {}): Promise<Finished> {
  return startProgram(args, options).finished;
}

function fits(wanted: string | RegExp | ((line: string) => boolean)): (line: string) => boolean {
  if (typeof wanted === 'function') return wanted;
  if (typeof wanted === 'string') return (line) => line.includes(wanted);
  return (line) => wanted.test(line);
}

/** `npm test` builds before the tests; a test that is run alone finds nothing built at first. */
export function buildOnce(): void {
  if (existsSync(path.join(projectRoot, 'dist/.dtcard-built'))) return;
  spawnSync(process.execPath, [path.join(projectRoot, 'scripts/bootstrap.mjs')], {
    stdio: 'ignore',
  });
}

/** The tests' own settings are not the program's. */
export function inherited(): Record<string, string> {
  const kept = new Set(['PATH', 'TMPDIR', 'TZ', 'SystemRoot', 'TEMP', 'TMP']);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && kept.has(entry[0]),
    ),
  );
}
