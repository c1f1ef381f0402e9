import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readBytes } from './file-watch.js';

/** `undefined`: there is no file. */
export type FileBytes = Buffer | undefined;

/** Of a file that was never there. */
const newFileMode = 0o644;
/** Links to links to links: more are taken for a ring. */
const mostLinks = 40;

/** @throws what the system says, when there is something that cannot be read as a file */
export function readFileBytes(file: string, mostBytes: number): FileBytes {
  if (!statSync(file, { throwIfNoEntry: false })) return undefined;
  const read = readBytes(file, mostBytes, false);
  if (!read.ok) throw new Error(read.problem);
  return read.bytes;
}

/**
 * Puts another content in the place of a file in one step: whoever reads it sees the old or the new
 * one. Keeps its mode; of a symbolic link, what it points to is replaced.
 * @param before what the content was made from
 * @returns false, and nothing is written, when the file is another one by now
 * @throws what the system says
 */
export function replaceFile(
  file: string,
  before: FileBytes,
  after: string,
  mostBytes: number,
): boolean {
  const target = linkTarget(file);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? newFileMode;
  const [fd, temporary] = openBeside(target);
  try {
    try {
      writeFileSync(fd, after);
      fchmodSync(fd, mode & 0o7777);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    // As late as can be: what somebody saved in the meantime is not overwritten.
    const isAsBefore = sameBytes(readFileBytes(target, mostBytes), before);
    if (isAsBefore) renameSync(temporary, target);
    else unlinkSync(temporary);
    return isAsBefore;
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

function linkTarget(file: string): string {
  let at = path.resolve(file);
  for (let links = 0; links < mostLinks; links++) {
    if (!lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
    at = path.resolve(path.dirname(at), readlinkSync(at));
  }
  throw new Error(`${file}: too many symbolic links`);
}

/** A file of its own in the same directory: only there it can be renamed into place. */
function openBeside(target: string): readonly [fd: number, file: string] {
  const { dir, base } = path.parse(target);
  for (let number = 1; ; number++) {
    const file = path.join(dir, `.${base}.${number}.tmp`);
    try {
      return [openSync(file, 'wx', 0o600), file];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number >= 100) throw error;
    }
  }
}

function sameBytes(a: FileBytes, b: FileBytes): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch {}
}
