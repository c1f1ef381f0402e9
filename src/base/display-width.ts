import stringWidth from 'string-width';
import { eachGrapheme } from './graphemes.js';

const cache = new Map<string, number>();
const CACHE_LIMIT = 4096;
const LONGEST_CACHED = 1024;

/**
 * Characters that move or hide text: C0, C1, bidi controls, zero-width, line separators, fillers that
 * terminals and width tables disagree on, BOM, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from outside made safe for one terminal row: line breaks and tabs become a blank, other controls U+FFFD. */
export function printable(text: string): string {
  UNSAFE.lastIndex = 0;
  if (!UNSAFE.test(text)) return text;
  return text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, ' ').replace(UNSAFE, '\ufffd');
}

/** Cells the text takes on the terminal. */
export function displayWidth(text: string): number {
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) {
      ascii = false;
      break;
    }
  }
  if (ascii) return text.length;
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST_CACHED) {
    let sum = 0;
    for (const part of eachGrapheme(text)) sum += displayWidth(part);
    return sum;
  }
  const width = stringWidth(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, width);
  return width;
}

/** At most `cells` wide; what is cut off is shown by `mark`. A wide character is never halved. */
export function truncate(text: string, cells: number, mark = '…'): string {
  if (cells <= 0) return '';
  if (text.length <= LONGEST_CACHED && displayWidth(text) <= cells) return text;
  const room = cells - displayWidth(mark);
  let out = '';
  let used = 0;
  if (text.length > LONGEST_CACHED && fits(text, cells)) return text;
  if (room <= 0) return cells >= displayWidth(mark) ? mark : '';
  for (const part of eachGrapheme(text)) {
    const width = displayWidth(part);
    if (used + width > room) break;
    out += part;
    used += width;
  }
  return out + mark;
}

/** Of a long text only as much is measured as decides it. */
function fits(text: string, cells: number): boolean {
  let used = 0;
  for (const part of eachGrapheme(text)) {
    used += displayWidth(part);
    if (used > cells) return false;
  }
  return true;
}

/** Exactly `cells` wide: truncated or filled with blanks at the end. */
export function fit(text: string, cells: number): string {
  const cut = truncate(text, cells);
  return cut + ' '.repeat(Math.max(0, cells - displayWidth(cut)));
}

/** Breaks text into rows of at most `cells`, at blanks where there are some, else between characters. */
export function wrap(text: string, cells: number): string[] {
  const rows: string[] = [];
  if (cells <= 0) return rows;
  for (const line of text.split('\n')) {
    let row = '';
    let width = 0;
    let breakAt = -1;
    for (const part of eachGrapheme(line)) {
      const partWidth = displayWidth(part);
      if (width + partWidth > cells && row !== '') {
        if (breakAt > 0 && part !== ' ') {
          rows.push(row.slice(0, breakAt));
          row = row.slice(breakAt).trimStart();
        } else {
          rows.push(row);
          row = '';
        }
        width = displayWidth(row);
        breakAt = -1;
        if (part === ' ' && row === '') continue;
      }
      row += part;
      width += partWidth;
      if (part === ' ' || partWidth === 2) breakAt = row.length;
    }
    rows.push(row);
  }
  return rows;
}
