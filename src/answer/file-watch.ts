import { closeSync, type FSWatcher, fstatSync, openSync, readSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';

export type ReadBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly problem: string };

export interface FileWatchOptions {
  readonly path: string;
  readonly clock: Clock;
  /** One byte more is read than this, so that too much can be told from enough. */
  readonly mostBytes: number;
  /** Called now, and whenever what is found at the path is another thing than before. */
  readonly onRead: (read: ReadBytes) => void;
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
const chunkBytes = 65_536;

/**
 * Follows a file: reads it now, and again whenever it changes. The directory is watched, not the
 * file, because editors replace files; a regular look at the file's stamp catches what the system
 * does not tell (network drives, replaced directories, exhausted watches). A file that vanishes is
 * reported once. Keeps no process alive.
 */
export class FileWatch {
  readonly #options: FileWatchOptions;
  readonly #settleMs: number;
  readonly #cancelPoll: Cancel;
  readonly #cancelStart: Cancel;
  #cancelSettle: Cancel | undefined;
  #settlingSince = 0;
  #isGraceGiven = false;
  #watcher: { close(): void } | undefined;
  #watchedDirectory = '';
  #stamp = '';
  /** What was found when it was last looked at; equal states are not reported twice. */
  #found: ReadBytes | undefined;
  #closed = false;

  constructor(options: FileWatchOptions) {
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
    // Somebody who never stops writing must not keep the file from being read.
    else if (clock.monotonic() - this.#settlingSince > 10 * this.#settleMs) return;
    this.#cancelSettle?.();
    const run = () => {
      this.#cancelSettle = undefined;
      this.#read();
    };
    this.#cancelSettle = clock.after(delayMs, run, { unref: true });
  }

  #read(): void {
    const { path: file, clock, mostBytes, onRead } = this.#options;
    const before = this.#found;
    // Stamped before reading: a change during the reading is then seen by the next look.
    this.#stamp = stampOf(file, clock);
    const read = readBytes(file, mostBytes, !before);
    if (before?.ok && (!read.ok || read.bytes.length === 0)) {
      // Editors move the old file away, or empty it, before they write the new one.
      this.#isGraceGiven = !this.#isGraceGiven;
      if (this.#isGraceGiven) return this.#settle(5 * this.#settleMs);
    }
    this.#isGraceGiven = false;
    if (before && sameFound(before, read)) return;
    this.#found = read;
    onRead(read);
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

/** Another one after the file was replaced or written; empty while there is none. */
export function fileStamp(file: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return '';
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

/** @param mayWait for pipes, as in `--rules <(…)`; later they could block for ever */
export function readBytes(file: string, mostBytes: number, mayWait: boolean): ReadBytes {
  let fd: number | undefined;
  try {
    if (!mayWait && !statSync(file).isFile()) return { ok: false, problem: 'not a regular file' };
    fd = openSync(file, 'r');
    if (fstatSync(fd).isDirectory()) return { ok: false, problem: 'this is a directory' };
    const chunks: Buffer[] = [];
    for (let left = mostBytes + 1; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes));
      const count = readSync(fd, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      left -= count;
    }
    return { ok: true, bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function sameFound(a: ReadBytes, b: ReadBytes): boolean {
  if (a.ok) return b.ok && a.bytes.equals(b.bytes);
  return !b.ok && a.problem === b.problem;
}
