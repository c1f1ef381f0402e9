import { closeSync, type FSWatcher, fstatSync, openSync, readSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import { maxSourceBytes } from '../base/yaml-source.js';
import type { RuleProblem } from '../log/event.js';
import { type LoadedRules, loadRules } from './load-rules.js';
import type { RuleSet } from './rule.js';

/** Loads a rules file from disk. A file that cannot be read is a problem like any other, at line 0. */
export function readRulesFile(file: string): LoadedRules {
  const read = readBytes(file, true);
  return read.ok ? loadRules(read.bytes, file) : unreadable(read.problem);
}

export interface RulesWatchOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly onLoaded: (rules: RuleSet) => void;
  /** @param keptPrevious whether rules loaded before stay in force */
  readonly onRejected: (problems: readonly RuleProblem[], keptPrevious: boolean) => void;
  /** How often the file is looked at, where the system does not tell of changes. */
  readonly pollMs?: number;
  /** Saves closer together than this are read once. */
  readonly settleMs?: number;
  /** Tells of changes in a directory. Undefined when that is not possible here. */
  readonly watchDirectory?: WatchDirectory;
}

/** @param onChange called with the name of what changed, if known, and without one when in doubt */
export type WatchDirectory = (
  directory: string,
  onChange: (name?: string) => void,
) => { close(): void } | undefined;

/** After the first reading. */
const startWatchingMs = 20;

/** What was found at the path when it was last looked at; equal states are not reported twice. */
type Found = { readonly bytes: Buffer } | { readonly problem: string };

/**
 * Keeps the rules of a file current: loads it now, and again whenever it changes. The directory is
 * watched, not the file, because editors replace files; a regular look at the file's stamp catches
 * what the system does not tell (network drives, replaced directories, exhausted watches). A file
 * that breaks or vanishes is reported once; the rules before stay in force. Keeps no process alive.
 */
export class RulesWatch {
  readonly #options: RulesWatchOptions;
  readonly #settleMs: number;
  readonly #cancelPoll: Cancel;
  readonly #cancelStart: Cancel;
  #cancelSettle: Cancel | undefined;
  #settlingSince = 0;
  #isGraceGiven = false;
  #watcher: { close(): void } | undefined;
  #watchedDirectory = '';
  #stamp = '';
  #found: Found | undefined;
  #current: RuleSet | undefined;
  #closed = false;

  constructor(options: RulesWatchOptions) {
    this.#options = options;
    this.#settleMs = options.settleMs ?? 50;
    this.#read();
    // Setting up the watch takes longer than the reading, and somebody waits for the connection. The
    // look it begins with sees what changed in between.
    this.#cancelStart = options.clock.after(startWatchingMs, () => this.#poll(), { unref: true });
    this.#cancelPoll = options.clock.every(options.pollMs ?? 1000, () => this.#poll(), {
      unref: true,
    });
  }

  /** The rules in force. */
  get current(): RuleSet | undefined {
    return this.#current;
  }

  close(): void {
    this.#closed = true;
    this.#cancelStart();
    this.#cancelPoll();
    this.#cancelSettle?.();
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #poll(): void {
    this.#watchAgain();
    if (this.#cancelSettle) return;
    if (stampOf(this.#options.path, this.#options.clock) !== this.#stamp) this.#settle();
  }

  /** Reads a moment later: the change may be the first of many, or half of one. */
  #settle(delayMs = this.#settleMs): void {
    if (this.#closed) return;
    const { clock } = this.#options;
    if (!this.#cancelSettle) this.#settlingSince = clock.monotonic();
    // Somebody who never stops writing must not keep the rules from being read.
    else if (clock.monotonic() - this.#settlingSince > 10 * this.#settleMs) return;
    this.#cancelSettle?.();
    const run = () => {
      this.#cancelSettle = undefined;
      this.#read();
    };
    this.#cancelSettle = clock.after(delayMs, run, { unref: true });
  }

  #read(): void {
    const { path: file, clock } = this.#options;
    const before = this.#found;
    // Stamped before reading: a change during the reading is then seen by the next look.
    this.#stamp = stampOf(file, clock);
    const read = readBytes(file, !before);
    if (before && 'bytes' in before && (!read.ok || read.bytes.length === 0)) {
      // Editors move the old file away, or empty it, before they write the new one.
      this.#isGraceGiven = !this.#isGraceGiven;
      if (this.#isGraceGiven) return this.#settle(5 * this.#settleMs);
    }
    this.#isGraceGiven = false;
    const found: Found = read.ok ? { bytes: read.bytes } : { problem: read.problem };
    if (before && sameFound(before, found)) return;
    this.#found = found;
    const loaded = read.ok ? loadRules(read.bytes, file) : unreadable(read.problem);
    if (loaded.ok) {
      this.#current = loaded.rules;
      this.#options.onLoaded(loaded.rules);
    } else {
      this.#options.onRejected(loaded.problems, this.#current !== undefined);
    }
  }

  #watchAgain(): void {
    const directory = path.dirname(path.resolve(this.#options.path));
    const identity = identityOf(directory);
    if (this.#closed || (this.#watcher && identity === this.#watchedDirectory)) return;
    this.#watcher?.close();
    this.#watchedDirectory = identity;
    const name = path.basename(this.#options.path);
    const watchDirectory = this.#options.watchDirectory ?? watchWithSystem;
    this.#watcher = watchDirectory(directory, (changed) => {
      if (changed === undefined || changed === name) this.#settle();
    });
  }
}

function watchWithSystem(directory: string, onChange: (name?: string) => void) {
  let watcher: FSWatcher;
  try {
    watcher = watch(directory, { persistent: false }, (_event, name) =>
      onChange(name === null ? undefined : name),
    );
  } catch {
    // No watches left (ENOSPC), no such directory, or a file system without them: polling remains.
    return undefined;
  }
  watcher.on('error', () => watcher.close());
  return watcher;
}

/** Changes when the file does. A file touched within the last second may change without it showing. */
function stampOf(file: string, clock: Clock): string {
  try {
    const stat = statSync(file, { bigint: true });
    const { ino, size, mtimeNs, ctimeNs, mtimeMs } = stat;
    if (stat.isFIFO()) return 'a pipe is read once';
    const fresh = clock.now() - Number(mtimeMs) < 1000 ? ` seen ${clock.now()}` : '';
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}${fresh}`;
  } catch (error) {
    return messageOf(error);
  }
}

function identityOf(directory: string): string {
  try {
    const { dev, ino } = statSync(directory, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return '';
  }
}

type ReadBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly problem: string };

/** @param mayWait for pipes, as in `--rules <(…)`; later they could block for ever */
function readBytes(file: string, mayWait: boolean): ReadBytes {
  let fd: number | undefined;
  try {
    if (!mayWait && !statSync(file).isFile()) return { ok: false, problem: 'not a regular file' };
    fd = openSync(file, 'r');
    if (fstatSync(fd).isDirectory()) return { ok: false, problem: 'this is a directory' };
    // One byte more than allowed shows that there is more.
    const buffer = Buffer.allocUnsafe(maxSourceBytes + 1);
    let length = 0;
    while (length < buffer.length) {
      const count = readSync(fd, buffer, length, buffer.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return { ok: true, bytes: Buffer.from(buffer.subarray(0, length)) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function sameFound(a: Found, b: Found): boolean {
  if ('bytes' in a) return 'bytes' in b && a.bytes.equals(b.bytes);
  return 'problem' in b && a.problem === b.problem;
}

function unreadable(problem: string): LoadedRules {
  return { ok: false, problems: [{ line: 0, column: 0, message: problem }] };
}
