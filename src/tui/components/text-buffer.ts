import { graphemes } from '../../base/graphemes.js';

/** Text being edited. `cursor` is an offset into `text`, always between two graphemes. */
export interface TextBuffer {
  readonly text: string;
  readonly cursor: number;
  readonly past: readonly Pick<TextBuffer, 'text' | 'cursor'>[];
}

export type TextEdit =
  | { readonly do: 'insert'; readonly text: string }
  | {
      readonly do:
        | 'backspace'
        | 'delete'
        | 'left'
        | 'right'
        | 'up'
        | 'down'
        | 'wordLeft'
        | 'wordRight'
        | 'home'
        | 'end'
        | 'deleteWord'
        | 'killToEnd'
        | 'killToStart'
        | 'undo';
    };

const textLimit = 100_000;
const undoLimit = 200;

export function textBuffer(text = ''): TextBuffer {
  return { text, cursor: text.length, past: [] };
}

export function editText(buffer: TextBuffer, edit: TextEdit): TextBuffer {
  const { text, cursor } = buffer;
  switch (edit.do) {
    case 'insert':
      return insert(buffer, edit.text);
    case 'backspace':
      return cut(buffer, before(text, cursor), cursor);
    case 'delete':
      return cut(buffer, cursor, after(text, cursor));
    case 'deleteWord':
      return cut(buffer, wordStart(text, cursor), cursor);
    case 'killToEnd': {
      const end = lineEnd(text, cursor);
      return cut(buffer, cursor, end === cursor ? after(text, cursor) : end);
    }
    case 'killToStart':
      return cut(buffer, lineStart(text, cursor), cursor);
    case 'left':
      return moved(buffer, before(text, cursor));
    case 'right':
      return moved(buffer, after(text, cursor));
    case 'wordLeft':
      return moved(buffer, wordStart(text, cursor));
    case 'wordRight':
      return moved(buffer, wordEnd(text, cursor));
    case 'home':
      return moved(buffer, lineStart(text, cursor));
    case 'end':
      return moved(buffer, lineEnd(text, cursor));
    case 'up':
    case 'down':
      return moved(buffer, otherLine(text, cursor, edit.do));
    case 'undo': {
      const last = buffer.past.at(-1);
      return last ? { ...last, past: buffer.past.slice(0, -1) } : buffer;
    }
  }
}

function moved(buffer: TextBuffer, cursor: number): TextBuffer {
  return cursor === buffer.cursor ? buffer : { ...buffer, cursor };
}

function insert(buffer: TextBuffer, given: string): TextBuffer {
  const room = textLimit - buffer.text.length;
  const piece = given.length <= room ? given : graphemesWithin(given, room);
  if (piece === '') return buffer;
  const { text, cursor } = buffer;
  const next = text.slice(0, cursor) + piece + text.slice(cursor);
  // What was typed may join the character before it (a combining mark, half of a flag).
  const end = cursor + piece.length;
  return {
    text: next,
    cursor: boundaryFrom(next, end),
    past: joinsLastEdit(buffer, piece) ? buffer.past : remembered(buffer),
  };
}

/** A run of typing is undone as one, up to a blank. */
function joinsLastEdit(buffer: TextBuffer, piece: string): boolean {
  const last = buffer.past.at(-1);
  if (!last || piece.length > 2 || piece === ' ') return false;
  const typed = buffer.text.length - last.text.length;
  return (
    typed > 0 &&
    buffer.cursor === last.cursor + typed &&
    buffer.text.slice(0, last.cursor) === last.text.slice(0, last.cursor) &&
    typed < 24
  );
}

function remembered(buffer: TextBuffer): TextBuffer['past'] {
  return [...buffer.past.slice(1 - undoLimit), { text: buffer.text, cursor: buffer.cursor }];
}

function cut(buffer: TextBuffer, from: number, to: number): TextBuffer {
  if (from >= to) return buffer;
  const { text } = buffer;
  return { text: text.slice(0, from) + text.slice(to), cursor: from, past: remembered(buffer) };
}

function graphemesWithin(text: string, units: number): string {
  let out = '';
  for (const part of graphemes(text.slice(0, Math.max(0, units) + 64))) {
    if (out.length + part.length > units) break;
    out += part;
  }
  return out;
}

/** Graphemes are looked for within one line: a line break always ends one. */
function before(text: string, cursor: number): number {
  if (cursor === 0) return 0;
  const start = lineStart(text, cursor);
  if (start === cursor) return cursor - 1;
  return cursor - (graphemes(text.slice(start, cursor)).at(-1)?.length ?? 1);
}

function after(text: string, cursor: number): number {
  if (cursor >= text.length) return text.length;
  if (text[cursor] === '\n') return cursor + 1;
  return cursor + (graphemes(text.slice(cursor, lineEnd(text, cursor)))[0]?.length ?? 1);
}

function boundaryFrom(text: string, offset: number): number {
  let at = lineStart(text, offset);
  for (const part of graphemes(text.slice(at, lineEnd(text, offset)))) {
    if (at >= offset) break;
    at += part.length;
  }
  return Math.max(at, offset);
}

function lineStart(text: string, cursor: number): number {
  return text.lastIndexOf('\n', cursor - 1) + 1;
}

function lineEnd(text: string, cursor: number): number {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
}

const isWord = /[\p{L}\p{N}_\p{M}]/u;

function wordStart(text: string, cursor: number): number {
  const parts = graphemes(text.slice(0, cursor));
  let at = cursor;
  let part = parts.pop();
  while (part !== undefined && !isWord.test(part)) {
    at -= part.length;
    part = parts.pop();
  }
  while (part !== undefined && isWord.test(part)) {
    at -= part.length;
    part = parts.pop();
  }
  return at;
}

function wordEnd(text: string, cursor: number): number {
  let at = cursor;
  let inWord = false;
  for (const part of graphemes(text.slice(cursor))) {
    if (isWord.test(part)) inWord = true;
    else if (inWord) break;
    at += part.length;
  }
  return at;
}

/** The same number of graphemes into the line above or below. */
function otherLine(text: string, cursor: number, way: 'up' | 'down'): number {
  const start = lineStart(text, cursor);
  const column = graphemes(text.slice(start, cursor)).length;
  const target = way === 'up' ? start - 1 : lineEnd(text, cursor) + 1;
  if (target < 0) return 0;
  if (target > text.length) return text.length;
  const from = lineStart(text, target);
  const parts = graphemes(text.slice(from, lineEnd(text, target)));
  return from + parts.slice(0, column).join('').length;
}
