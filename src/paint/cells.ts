import { displayWidth, printable } from '../base/display-width.js';
import { graphemes } from '../base/graphemes.js';
import type { Look } from './painted-card.js';

/** One character as it is seen. */
export interface Cell {
  readonly text: string;
  /** 1 or 2, rarely more. */
  readonly width: number;
  readonly look: Look;
}

export type CellLine = readonly Cell[];

/** Text in one look; line breaks count. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

/** A character heaped with more marks than any script uses is replaced. */
const longestCharacter = 32;

/** The characters of one line of untrusted text; line breaks in it become blanks. */
export function cellsOf(text: string, look: Look): Cell[] {
  const safe = printable(text);
  const cells: Cell[] = [];
  let plainFrom = 0;
  for (let at = 0; at <= safe.length; at++) {
    const code = at < safe.length ? safe.charCodeAt(at) : 0x20;
    if (isSimple(code)) continue;
    // What follows may join the character before it.
    const joinFrom = Math.max(plainFrom, at - 1);
    pushSimple(cells, safe, plainFrom, joinFrom, look);
    const end = stretchEnd(safe, at + 1);
    for (const part of graphemes(safe.slice(joinFrom, end))) pushCharacter(cells, part, look);
    plainFrom = end;
    at = end - 1;
  }
  pushSimple(cells, safe, plainFrom, safe.length, look);
  return cells;
}

/** Finding characters costs more than in proportion to the length of what they are looked for in. */
const longStretch = 256;
const startsCharacter = /[\p{L}\p{N}]/u;

/** Where characters that can stand by themselves begin again, or a long stretch may be cut. */
function stretchEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSimple(text.charCodeAt(end))) {
    const isLong = end - from >= longStretch;
    if (isLong && startsCharacter.test(text[end] as string) && text[end - 1] !== '\u200d') break;
    end++;
  }
  return end;
}

export function lineCells(line: CellLine): number {
  let sum = 0;
  for (const cell of line) sum += cell.width;
  return sum;
}

/** Latin, Cyrillic, CJK, Hangul and what frames are drawn with: no need to ask where such a character ends. */
function isSimple(code: number): boolean {
  if (code >= 0x20 && code <= 0x7e) return true;
  if (code >= 0xc0 && code <= 0x24f) return true;
  // Cyrillic, without its combining marks.
  if (code >= 0x400 && code <= 0x52f && (code < 0x483 || code > 0x489)) return true;
  return isWideSimple(code) || (code >= 0x2500 && code <= 0x259f) || ownSigns.has(code);
}

/** Signs of controls. */
const ownSigns: ReadonlySet<number> = new Set(
  Array.from('▸▾▴◌◐◷✎⊘⟦⟧•◦▎▣…', (sign) => sign.charCodeAt(0)),
);

function isWideSimple(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x309b && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

function pushSimple(cells: Cell[], text: string, from: number, to: number, look: Look): void {
  for (let at = from; at < to; at++) {
    const width = isWideSimple(text.charCodeAt(at)) ? 2 : 1;
    cells.push({ text: text[at] as string, width, look });
  }
}

function pushCharacter(cells: Cell[], text: string, look: Look): void {
  if (text.length > longestCharacter) {
    cells.push({ text: '\ufffd', width: 1, look });
    return;
  }
  const width = displayWidth(text);
  if (width > 0) cells.push({ text, width, look });
}
