import { createReadStream } from 'node:fs';
import { DtcardError, messageOf } from '../base/errors.js';
import { isJsonObject, type JsonObject, parseJsonObject } from '../base/json-text.js';
import { type DtcardEvent, eventVersion } from '../log/event.js';

/** One line of a recording, in the order of the file. `line` starts at 1, the header. */
export type RecordedItem =
  | { readonly kind: 'header'; readonly header: JsonObject }
  | { readonly kind: 'event'; readonly line: number; readonly event: DtcardEvent }
  /** Written by a newer program: `v` is not known here. */
  | { readonly kind: 'unknown'; readonly line: number; readonly content: JsonObject }
  /** Not an event. */
  | { readonly kind: 'damaged'; readonly line: number; readonly detail: string }
  /** The last line has no end: the writer was stopped in the middle of it. */
  | { readonly kind: 'torn'; readonly line: number };

/** Longer lines are damaged: nothing the program writes comes near. */
const maxLineBytes = 64 * 1024 * 1024;

/**
 * Reads a recording piece by piece, however large. What cannot be used is reported in its place and
 * never ends the reading. Starts with the header.
 * @throws DtcardError E1004 when the file cannot be read or is not a recording
 */
export async function* readRecording(file: string): AsyncGenerator<RecordedItem> {
  let line = 0;
  try {
    for await (const { text, isWhole } of linesOf(file)) {
      line += 1;
      if (line === 1) yield readHeader(file, text);
      else if (text === undefined) yield { kind: 'damaged', line, detail: 'line too long' };
      else if (isWhole) yield readLine(text, line);
      else yield readLastLine(text, line);
    }
  } catch (error) {
    throw error instanceof DtcardError ? error : unreadable(file, messageOf(error), error);
  }
  if (line === 0) throw unreadable(file, 'the file is empty');
}

interface Line {
  /** Undefined when it is too long. */
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let parts: Buffer[] = [];
  let length = 0;
  const take = (isWhole: boolean): Line => {
    const text = length > maxLineBytes ? undefined : decoder.decode(Buffer.concat(parts));
    parts = [];
    length = 0;
    return { text, isWhole };
  };
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end));
      length += end - start;
      start = end + 1;
      yield take(true);
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > maxLineBytes) parts = [];
    else if (rest.length > 0) parts.push(rest);
  }
  if (length > 0) yield take(false);
}

function readHeader(file: string, text: string | undefined): RecordedItem {
  const header = parseJsonObject(text);
  if (typeof header?.['dtcard'] !== 'string' || typeof header['v'] !== 'number') {
    throw unreadable(file, 'it is not a recording of dtcard');
  }
  return { kind: 'header', header };
}

function readLine(text: string, line: number): RecordedItem {
  const content = parseJsonObject(text);
  if (!content) return { kind: 'damaged', line, detail: 'not a JSON object' };
  if (content['v'] !== eventVersion) return { kind: 'unknown', line, content };
  if (!isEvent(content)) return { kind: 'damaged', line, detail: 'seq, atMs or type is missing' };
  return { kind: 'event', line, event: content };
}

/** A whole event whose line break alone is missing still counts. */
function readLastLine(text: string, line: number): RecordedItem {
  const item = readLine(text, line);
  return item.kind === 'damaged' ? { kind: 'torn', line } : item;
}

function isEvent(content: unknown): content is DtcardEvent {
  return (
    isJsonObject(content) &&
    typeof content['type'] === 'string' &&
    Number.isSafeInteger(content['seq']) &&
    Number.isFinite(content['atMs'])
  );
}

function unreadable(file: string, detail: string, cause?: unknown): DtcardError {
  return new DtcardError('E1004', { params: { path: file, detail }, cause });
}
