import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DtcardError, messageOf } from '../base/errors.js';

/** Nothing a person writes or exports is larger; a device file has no end at all. */
const mostBytes = 20_000_000;

const chunkBytes = 262_144;

/**
 * The text of a file, or of a pipe such as `<(…)`, without a byte order mark.
 * @param file absolute, or relative to where the program was started
 * @throws DtcardError E1004 when it is missing, a directory, too large, or no UTF-8
 */
export function readInputFile(file: string): string {
  const bytes = readBytes(file);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw unreadable(file, 'the file is UTF-16; save it as UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(file, 'the file is not UTF-8 text', error);
  }
}

function readBytes(file: string): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(file, 'r');
    const stat = fstatSync(fd);
    if (stat.isDirectory()) throw unreadable(file, 'this is a directory');
    if (stat.size > mostBytes) throw tooLarge(file, stat.size);
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, mostBytes + 1));
      const count = readSync(fd, chunk, 0, chunk.length, null);
      if (count === 0) return Buffer.concat(chunks, length);
      length += count;
      if (length > mostBytes) throw tooLarge(file, length);
      chunks.push(chunk.subarray(0, count));
    }
  } catch (error) {
    throw error instanceof DtcardError ? error : unreadable(file, messageOf(error), error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function tooLarge(file: string, bytes: number): DtcardError {
  return unreadable(file, `it has ${bytes} bytes or more; ${mostBytes} at most are read`);
}

function unreadable(file: string, detail: string, cause?: unknown): DtcardError {
  return new DtcardError('E1004', { params: { path: file, detail }, cause });
}
