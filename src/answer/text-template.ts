import { isJsonObject, type JsonValue, parseJson, toParamText } from '../base/json-text.js';
import { type Place, type SourceNode, type SourceScalar, textOf } from '../base/source-node.js';
import type { Reading } from './reading.js';
import { always, type Subject, type Value, workedOut } from './value.js';
import { type ReadValue, readValuePath } from './value-path.js';

/** `${…}` in a text. */
interface Hole {
  readonly read: ReadValue;
  /** For want of a value, or when it is an empty text. */
  readonly otherwise: string;
}

type Piece = string | Hole;

/** Was complained of; what the text would come to is not known. */
const broken: Hole = { read: () => undefined, otherwise: '' };

export function hasTemplate(text: string): boolean {
  return text.includes('${');
}

/** A text of the file, its `${…}` filled in for each subject (docs/rules.md, Values). */
export function textValue(node: SourceNode | undefined, reading: Reading): Value<string> {
  const text = textOf(node) ?? '';
  if (node?.kind !== 'scalar') return always(text);
  return templateValue(text, node, reading);
}

/** @param node where problems are told */
export function templateValue(
  text: string,
  node: Pick<SourceScalar, 'place' | 'textPlace'>,
  reading: Reading,
): Value<string> {
  if (!hasTemplate(text)) return always(text);
  const pieces = piecesOf(text, node, reading);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object') {
    return workedOut((subject) => filled(only, subject));
  }
  if (pieces.every((piece) => typeof piece === 'string')) return always(pieces.join(''));
  return workedOut((subject) => {
    let whole = '';
    for (const piece of pieces) whole += typeof piece === 'string' ? piece : filled(piece, subject);
    return whole;
  });
}

/** A value in a list or a mapping: a text that is nothing but one `${…}` becomes what is there, whatever its kind. */
export function jsonTemplate(node: SourceScalar, reading: Reading): Value<JsonValue> {
  const { value } = node;
  if (typeof value !== 'string' || !hasTemplate(value)) return always(value);
  const pieces = piecesOf(value, node, reading);
  const [only] = pieces;
  if (pieces.length !== 1 || typeof only !== 'object') return templateValue(value, node, reading);
  return workedOut((subject) => {
    const found = only.read(subject);
    return found === undefined || found === null || found === '' ? only.otherwise : found;
  });
}

function filled({ read, otherwise }: Hole, subject: Subject): string {
  const value = read(subject);
  const text = value === undefined || value === null ? '' : toParamText(value);
  return text === '' ? otherwise : text;
}

function piecesOf(
  text: string,
  node: Pick<SourceScalar, 'place' | 'textPlace'>,
  reading: Reading,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const note = (at: number, message: string) =>
    reading.problems.push({ ...placeIn(node, at), message });
  for (let at = 0; at < text.length; ) {
    if (text.startsWith('$${', at)) {
      plain += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = endOfHole(text, at + 2);
      if (end < 0) {
        note(at, 'there is no "}" to this "${"; write "$${" for the text itself');
        pieces.push(broken);
        break;
      }
      const hole = holeOf(text.slice(at + 2, end), reading);
      if (typeof hole === 'string') note(at, `${shown(text.slice(at, end + 1))}: ${hole}`);
      if (plain !== '') pieces.push(plain);
      plain = '';
      pieces.push(typeof hole === 'string' ? broken : hole);
      at = end + 1;
    } else {
      const next = text.indexOf('$', at + 1);
      plain += text.slice(at, next < 0 ? text.length : next);
      at = next < 0 ? text.length : next;
    }
  }
  if (plain !== '' || pieces.length === 0) pieces.push(plain);
  return pieces;
}

/** The `}` that is not within quotes; -1 when there is none. */
function endOfHole(text: string, start: number): number {
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && isQuoted) at += 1;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === '}' && !isQuoted) return at;
  }
  return -1;
}

const segment = /\.([^\s.[\]{}"?]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** What is wrong, when it is no path. */
function holeOf(inner: string, reading: Reading): Hole | string {
  const head = /^\s*([^\s.[\]{}"?]+)/.exec(inner);
  if (!head) return 'a name must stand here, e.g. callback.userId';
  const path = [head[1] as string];
  let at = head[0].length;
  for (;;) {
    segment.lastIndex = at;
    const next = segment.exec(inner);
    if (!next) break;
    const [whole, key, index, quoted] = next;
    const name = key ?? index ?? unquoted(quoted ?? '');
    if (name === undefined) return `${shown(quoted ?? '')} is not a text in quotes`;
    path.push(name);
    at += whole.length;
  }
  const rest = inner.slice(at).trim();
  const otherwise = rest.startsWith('??') ? rest.slice(2).trim() : rest === '' ? '' : undefined;
  if (otherwise === undefined) {
    return `"${shown(rest)}" is not understood; a default is written \${${path.join('.')} ?? text}`;
  }
  const text = otherwise.startsWith('"') ? unquoted(otherwise) : otherwise;
  if (text === undefined) return `${shown(otherwise)} is not a text in quotes`;
  const read = readValuePath(path, reading);
  return read.ok ? { read: read.read, otherwise: text } : read.problem;
}

function unquoted(text: string): string | undefined {
  const parsed = parseJson(text);
  return parsed.ok && typeof parsed.value === 'string' ? parsed.value : undefined;
}

function placeIn(
  { place, textPlace }: Pick<SourceScalar, 'place' | 'textPlace'>,
  at: number,
): Place {
  if (!textPlace) return { line: place.line, column: place.column };
  return { line: textPlace.line, column: textPlace.column + at };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Whether a text with `${` stands anywhere in it. */
export function holdsTemplate(value: JsonValue): boolean {
  if (typeof value === 'string') return hasTemplate(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some(holdsTemplate);
  return isJsonObject(value) && Object.values(value).some(holdsTemplate);
}
