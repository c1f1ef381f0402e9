import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { DtcardError, messageOf } from '../base/errors.js';
import { createSecretMask } from '../base/redact.js';
import type { DtcardEvent } from '../log/event.js';
import { createLineEncoder } from './line-encoder.js';

/** Version of the file: a header line, then one event a line. */
export const recordingVersion = 1;

/** Line 1 of a recording. */
export interface RecordingHeader {
  /** Version of the program that wrote it. */
  readonly dtcard: string;
  readonly v: typeof recordingVersion;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly profile?: string;
  /** What was masked: `secrets` is the known secret values, and secrets by their place. */
  readonly redaction: 'secrets';
}

export interface Recording {
  readonly path: string;
  /**
   * Hands the events to the operating system before it returns; they outlive a killed process.
   * @throws DtcardError E1007; the file then ends with the last event that was written whole
   */
  write(events: readonly DtcardEvent[]): void;
  /** The same for events that are text already: one line of JSON each, without its line end. */
  writeLines(lines: readonly string[]): void;
  /** Safe to call twice. */
  close(): void;
}

export interface RecordingOptions {
  readonly path: string;
  readonly header: Omit<RecordingHeader, 'v' | 'redaction'>;
  /** Asked at each write, since tokens change: values that must not be in the file. */
  readonly secrets?: () => Iterable<string>;
  /** Writes to the file; replaced in tests of full disks. */
  readonly writeBytes?: (fd: number, bytes: Buffer, offset: number) => number;
}

/**
 * Starts a recording in a new file, or in an empty one; a file with content is never touched.
 * Readable by its owner only; missing directories are made likewise.
 * @throws DtcardError E1007 with `path` and `detail`
 */
export function openRecording(options: RecordingOptions): Recording {
  const file = path.resolve(options.path);
  const fd = attempt(file, () => openFile(file));
  const writeBytes = options.writeBytes ?? ((to, bytes, offset) => writeSync(to, bytes, offset));
  const encoder = createLineEncoder();
  const mask = createSecretMask();
  let size = 0;
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    attempt(file, () => closeSync(fd));
  }

  function append(lines: readonly string[]): void {
    const secrets = options.secrets ? [...options.secrets()] : [];
    // Events come masked; this is the last gate, for values that got in by an unforeseen way.
    const masked = secrets.length > 0 ? lines.map((line) => mask(line, secrets)) : lines;
    const bytes = encoder.encode(masked);
    try {
      writeWhole(bytes, (offset) => writeBytes(fd, bytes, offset));
    } catch (error) {
      // Half a line would make the next reader stumble; failing at this too changes nothing.
      quietly(() => ftruncateSync(fd, size));
      throw error;
    }
    size += bytes.length;
  }

  function writeLines(lines: readonly string[]): void {
    if (lines.length === 0) return;
    attempt(file, () => {
      if (!isOpen) throw new Error('the recording is closed');
      append(lines);
    });
  }

  const { dtcard, startedAt, profile } = options.header;
  const header: RecordingHeader = {
    dtcard,
    v: recordingVersion,
    startedAt,
    ...(profile === undefined ? {} : { profile }),
    redaction: 'secrets',
  };
  try {
    attempt(file, () => append([JSON.stringify(header)]));
  } catch (error) {
    quietly(close);
    throw error;
  }
  return {
    path: file,
    write: (events) => writeLines(events.map((event) => JSON.stringify(event))),
    writeLines,
    close,
  };
}

/** A link at the end of the path is refused: it could point at anything of the user's. */
function openFile(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants;
  // Not blocking: opening a named pipe would wait for a reader, possibly for ever.
  const flags = O_APPEND | O_CREAT | O_WRONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);
  let fd: number;
  try {
    fd = openSync(file, flags, 0o600);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ELOOP'
      ? new Error('it is a symbolic link', { cause: error })
      : error;
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new Error('it is not a regular file');
    if (stat.size > 0) throw new Error('it exists already and is not empty');
    fchmodSync(fd, 0o600);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function writeWhole(bytes: Buffer, write: (offset: number) => number): void {
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += write(offset);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error;
    }
  }
}

function attempt<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new DtcardError('E1007', {
      params: { path: file, detail: messageOf(error) },
      cause: error,
    });
  }
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The first failure is the one that is reported.
  }
}
