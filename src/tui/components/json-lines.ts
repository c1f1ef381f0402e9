import { displayWidth, printable, truncate, wrap } from '../../base/display-width.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import { type Line, type Span, span } from './spans.js';

const lineLimit = 2000;
const stringLimit = 20_000;

/** JSON over several rows, keys quiet and strings readable; at most 2000 rows, the rest is counted. */
export function jsonLines(value: JsonValue, width: number, more: (rows: number) => string): Line[] {
  const lines: Line[] = [];
  let hidden = 0;
  const emit = (line: Line) => {
    if (lines.length < lineLimit) lines.push(line);
    else hidden++;
  };
  write(value, '', [], '', width, emit, 0);
  if (hidden > 0) lines.push([span(more(hidden), 'quiet')]);
  return lines;
}

/** Deeper than any real callback; the stack is not the sender's to use up. */
const depthLimit = 60;

function write(
  value: JsonValue,
  indent: string,
  head: readonly Span[],
  tail: string,
  width: number,
  emit: (line: Line) => void,
  depth: number,
): void {
  const entries = entriesOf(value);
  if (!entries || entries.length === 0 || depth >= depthLimit) {
    return writeScalar(value, indent, head, tail, width, emit);
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  emit([span(indent), ...head, span(open, 'quiet')]);
  const inner = indent.length < Math.min(24, width / 3) ? `${indent}  ` : indent;
  const keyRoom = Math.max(8, Math.floor(width / 2) - inner.length);
  for (const [index, [key, item]] of entries.entries()) {
    const keyHead =
      key === undefined ? [] : [span(`${truncate(printable(key), keyRoom)}: `, 'accent')];
    write(item, inner, keyHead, index < entries.length - 1 ? ',' : '', width, emit, depth + 1);
  }
  emit([span(indent), span(`${close}${tail}`, 'quiet')]);
}

function entriesOf(
  value: JsonValue,
): readonly (readonly [string | undefined, JsonValue])[] | undefined {
  if (Array.isArray(value)) return value.map((item: JsonValue) => [undefined, item]);
  return isJsonObject(value) ? Object.entries(value) : undefined;
}

function writeScalar(
  value: JsonValue,
  indent: string,
  head: readonly Span[],
  tail: string,
  width: number,
  emit: (line: Line) => void,
): void {
  const text = typeof value === 'string' ? value.slice(0, stringLimit) : brief(value);
  const quote = typeof value === 'string' ? '"' : '';
  const used = displayWidth(indent) + head.reduce((sum, part) => sum + displayWidth(part.text), 0);
  const room = Math.max(8, width - used);
  const shown = text
    .split(/\r\n|\n/)
    .map(printable)
    .join('\n');
  const rows = wrap(`${quote}${shown}${quote}${tail}`, room);
  const tone = typeof value === 'string' ? 'plain' : 'strong';
  const blank = span(' '.repeat(Math.min(used, Math.max(0, width - 8))));
  for (const [index, row] of rows.entries()) {
    emit(index === 0 ? [span(indent), ...head, span(row, tone)] : [blank, span(row, tone)]);
  }
}

/** `action=agree form={3}`: the first few entries, nested values only counted. */
export function jsonSummary(object: JsonObject): string {
  const keys = Object.keys(object);
  const shown = keys.slice(0, 5).map((key) => `${key.slice(0, 40)}=${brief(object[key] ?? null)}`);
  return [...shown, ...(keys.length > 5 ? [`+${keys.length - 5}`] : [])].join(' ');
}

function brief(value: JsonValue): string {
  if (typeof value === 'string') return value.slice(0, 120);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.length}]`;
  if (isJsonObject(value)) {
    const count = Object.keys(value).length;
    return count === 0 ? '{}' : `{${count}}`;
  }
  return JSON.stringify(value);
}
