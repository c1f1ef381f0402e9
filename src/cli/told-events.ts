import path from 'node:path';
import { DtcardError, isDtcardError } from '../base/errors.js';
import { isJsonObject, type JsonValue, parseJson } from '../base/json-text.js';
import { readRecording } from '../record/recording-reader.js';
import { readInputFile } from './input-file.js';
import type { ProgramIo } from './program-io.js';
import { readAll } from './standard-input.js';
import { type ToldSubject, toldSubject } from './told-subject.js';

/**
 * What the argument tells of, in its order: JSON as it stands, `-` for standard input, or a file with
 * one JSON, a list, a line for each, or a recording. What a recording has beside events is passed over.
 * @throws DtcardError E1001 for what is none of it, E1004 for a file that cannot be read
 */
export async function* readTold(io: ProgramIo, word: string): AsyncGenerator<ToldSubject> {
  if (word === '-') yield* inText(await readAll(io.stdin), word);
  else if (/^\s*[{[]/.test(word)) yield* inText(word, 'JSON');
  else yield* inFile(path.resolve(io.cwd, word), word);
}

async function* inFile(file: string, word: string): AsyncGenerator<ToldSubject> {
  const recording = readRecording(file);
  try {
    await recording.next();
  } catch (error) {
    // No recording: whatever else it may be, or why it cannot be read.
    if (!isDtcardError(error)) throw error;
    yield* inText(readInputFile(file), word);
    return;
  }
  for await (const item of recording) {
    if (item.kind === 'event') yield { kind: 'event', event: item.event };
  }
}

function* inText(text: string, word: string): Generator<ToldSubject> {
  const whole = parseJson(text);
  if (whole.ok) {
    const items: readonly JsonValue[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    for (const item of items) yield* toldBy(item, word, 1);
    return;
  }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if (!parsed.ok) throw notExplainable(word, index + 1, parsed.problem);
    yield* toldBy(parsed.value, word, index + 1);
  }
}

function* toldBy(value: JsonValue, word: string, line: number): Generator<ToldSubject> {
  if (!isJsonObject(value)) throw notExplainable(word, line, 'no JSON object');
  const told = toldSubject(value);
  // A recording on standard input begins with its header; later versions have lines of their own.
  if (told) yield told;
  else if (typeof value['dtcard'] !== 'string' && typeof value['type'] !== 'string') {
    const names = Object.keys(value).slice(0, 5).join(', ');
    throw notExplainable(word, line, names === '' ? '{}' : `{${names}, …}`);
  }
}

function notExplainable(value: string, line: number, detail: string): DtcardError {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return new DtcardError('E1001', {
    params: { reason: 'not-explainable', value: shown, line, detail: detail.slice(0, 200) },
  });
}
