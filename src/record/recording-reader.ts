import { createReadStream, statSync } from 'node:fs';
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

export interface EndOptions {
  /** Of a longer file the first event and this much of the end are read. */
  readonly tailBytes: number;
  /** Whether events of a type are wanted; lines of others are not even parsed. */
  readonly isWanted: (type: string) => boolean;
}

/**
 * The first event, and those at the end of a recording that are wanted. What cannot be used is passed over.
 * @throws DtcardError E1004 when the file cannot be read
 */
export async function* readRecordingEnd(
  file: string,
  { tailBytes, isWanted }: EndOptions,
): AsyncGenerator<DtcardEvent> {
  for await (const item of readRecording(file)) {
    if (item.kind === 'header') continue;
    if (item.kind === 'event') yield item.event;
    break;
  }
  try {
    const start = Math.max(0, statSync(file).size - tailBytes);
    // What stands where the reading starts is mostly the rest of a line; in a whole file, the header.
    let left = start === 0 ? 2 : 1;
    for await (const { text } of linesOf(file, start, isWanted)) {
      if (left > 0) left -= 1;
      else if (text !== undefined) {
        const item = readLine(text, 0);
        if (item.kind === 'event' && isWanted(item.event.type)) yield item.event;
      }
    }
  } catch (error) {
    throw unreadable(file, messageOf(error), error);
  }
}

/** The type of an event as it is written, found without parsing it. */
const typeAtStart = /^\{"seq":\d+,"atMs":[\d.]+,"v":1,"type":"([\w.]+)"/;
const TYPE_WITHIN_BYTES = 160;

interface Line {
  /** Undefined when it is too long, or not wanted. */
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

async function* linesOf(
  file: string,
  from = 0,
  isWanted?: EndOptions['isWanted'],
): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let parts: Buffer[] = [];
  let length = 0;
  const take = (isWhole: boolean): Line => {
    const line = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const isRead = length <= maxLineBytes && !(isWanted && line && isOther(line, isWanted));
    parts = [];
    length = 0;
    return { text: isRead ? decoder.decode(line) : undefined, isWhole };
  };
  const stream = createReadStream(file, { highWaterMark: 256 * 1024, start: from });
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

function isOther(line: Buffer, isWanted: EndOptions['isWanted']): boolean {
  const start = line.toString('latin1', 0, TYPE_WITHIN_BYTES);
  const type = typeAtStart.exec(start)?.[1];
  return type !== undefined && !isWanted(type);
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
