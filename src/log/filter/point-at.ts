import { displayWidth, printable } from '../../base/display-width.js';
import { graphemes } from '../../base/graphemes.js';
import type { FilterProblem } from './filter-problem.js';

/** Two rows of the same width: the text, cut to what is around the problem, and the mark below it. */
export interface PointedAt {
  readonly text: string;
  readonly mark: string;
}

/** Where the problem begins, in cells of a terminal from 0. */
export function cellOf(written: string, { start }: FilterProblem): number {
  return displayWidth(printable(written.slice(0, start)));
}

/** @param cells room for the text */
export function pointAt(written: string, { start, end }: FilterProblem, cells = 76): PointedAt {
  const text = printable(written);
  // Every character that is not shown as it is is shown as one, CRLF apart.
  const before = printable(written.slice(0, start));
  const marked = printable(written.slice(start, end));
  const kept = lastCells(before, Math.max(8, Math.floor(cells / 2)));
  const from = before.length - kept.length;
  const shown = `${from > 0 ? '…' : ''}${text.slice(from)}`;
  const left = displayWidth(kept) + (from > 0 ? 1 : 0);
  const width = Math.max(1, Math.min(displayWidth(marked), cells - left));
  return { text: firstCells(shown, cells), mark: ' '.repeat(left) + '^'.repeat(width) };
}

function lastCells(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  let out = '';
  let used = 0;
  for (const part of graphemes(text).reverse()) {
    used += displayWidth(part);
    if (used > cells) break;
    out = part + out;
  }
  return out;
}

function firstCells(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  let out = '';
  let used = 0;
  for (const part of graphemes(text)) {
    used += displayWidth(part);
    if (used >= cells) break;
    out += part;
  }
  return `${out}…`;
}
