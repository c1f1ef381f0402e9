import { type Cell, type CellLine, cellsOf, lineCells, type Run } from './cells.js';
import type { Look } from './painted-card.js';

/** Text cut into characters once, to be broken into lines of any width. */
export type Paragraphs = readonly CellLine[];

export function paragraphsOf(runs: readonly Run[]): Paragraphs {
  const paragraphs: Cell[][] = [[]];
  for (const { text, look } of runs) {
    for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) paragraphs.push([]);
      const last = paragraphs.at(-1) as Cell[];
      for (const cell of cellsOf(line, look)) last.push(cell);
    }
  }
  return paragraphs;
}

/**
 * Lines of at most `width` cells: broken at blanks and between wide characters, with no closing mark
 * at the start of a line. What is more than `maxLines` (0: no limit) ends in `…`.
 */
export function breakLines(paragraphs: Paragraphs, width: number, maxLines = 0): CellLine[] {
  const lines: CellLine[] = [];
  const room = Math.max(1, width);
  for (const paragraph of paragraphs) {
    let from = 0;
    do {
      if (maxLines > 0 && lines.length === maxLines) {
        lines[maxLines - 1] = withMark(lines[maxLines - 1] as CellLine, room);
        return lines;
      }
      const end = lineEnd(paragraph, from, room);
      lines.push(withoutEdgeBlanks(paragraph, from, end));
      from = end;
    } while (from < paragraph.length);
  }
  return lines;
}

/** At most `width` cells, ended by `…` when something is cut off. */
export function cutCells(line: CellLine, width: number): CellLine {
  return lineCells(line) <= width ? line : withMark(line, width);
}

/** Index of the first character of the next line. */
function lineEnd(cells: CellLine, from: number, width: number): number {
  let used = 0;
  let breakAt = -1;
  for (let at = from; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (used + cell.width > width && at > from) {
      if (cell.text === ' ') return at + 1;
      return breakAt > from ? breakAt : at;
    }
    used += cell.width;
    if (mayBreakAfter(cell, cells[at + 1])) breakAt = at + 1;
  }
  return cells.length;
}

function mayBreakAfter(cell: Cell, next: Cell | undefined): boolean {
  if (!next) return false;
  if (closing.has(next.text) || opening.has(cell.text)) return false;
  return cell.text === ' ' || cell.width > 1 || next.width > 1;
}

const closing: ReadonlySet<string> = new Set('，。、；：！？）」』】》〉”’…,.;:!?)]}%℃·');
const opening: ReadonlySet<string> = new Set('（「『【《〈“‘([{¥$');

function withoutEdgeBlanks(cells: CellLine, from: number, end: number): CellLine {
  let last = end;
  while (last > from && cells[last - 1]?.text === ' ') last--;
  // Blanks at the start of a paragraph are its indentation.
  return cells.slice(from, last > from ? last : end === cells.length ? end : last);
}

function withMark(line: CellLine, width: number): CellLine {
  const kept: Cell[] = [];
  let used = 0;
  for (const cell of line) {
    if (used + cell.width > width - 1) break;
    kept.push(cell);
    used += cell.width;
  }
  const look: Look = (kept.at(-1) ?? line[0])?.look ?? {};
  return [...kept, { text: '…', width: 1, look }];
}
