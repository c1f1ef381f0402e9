import type { Drawn } from './block.js';
import { type CellLine, cellsOf, lineCells } from './cells.js';
import { breakLines, cutCells, type Paragraphs } from './flow.js';
import type { Look } from './painted-card.js';

export interface TableText {
  readonly align: readonly ('left' | 'center' | 'right')[];
  /** Empty: no head. */
  readonly head: readonly Paragraphs[];
  readonly rows: readonly (readonly Paragraphs[])[];
  /** Of the lines between the cells. */
  readonly look: Look;
  /** Lines a cell may take; 0 or absent: as many as it needs. */
  readonly maxLines?: number;
  /** Shares of the width; absent: by content. */
  readonly weights?: readonly number[];
}

/** Where a cell came to stand. */
export interface TableSpot {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Wider than this there is nothing to gain; more columns than this no terminal shows. */
const mostColumns = 40;
const narrowestCell = 4;

/** Box-drawn; where the columns would be too narrow to read, one record below the other. */
export function tableLines(
  table: TableText,
  width: number,
): Drawn & { readonly spots: readonly TableSpot[] } {
  const longest = table.rows.reduce((most, row) => Math.max(most, row.length), table.head.length);
  const count = Math.min(longest, mostColumns);
  if (count === 0) return { lines: [], spots: [] };
  const room = width - 3 * count - 1;
  if (room < count * narrowestCell) return recordLines(table, count, width);
  return gridLines(table, columnWidths(table, count, room), count);
}

function gridLines(table: TableText, widths: readonly number[], count: number) {
  const { head, rows, align, look, maxLines = 0 } = table;
  const lines: CellLine[] = [];
  const spots: TableSpot[] = [];
  const rule = (left: string, cross: string, right: string) => {
    const bars = widths.map((cells) => '─'.repeat(cells + 2)).join(cross);
    lines.push(cellsOf(left + bars + right, look));
  };
  const bar = cellsOf('│', look);
  const blank = (cells: number) => cellsOf(' '.repeat(Math.max(0, cells)), {});
  const write = (cells: readonly Paragraphs[], row: number) => {
    const broken = widths.map((cellsWide, column) =>
      breakLines(cells[column] ?? [], cellsWide, maxLines),
    );
    const height = Math.max(1, ...broken.map((one) => one.length));
    let x = 0;
    for (const [column, cellsWide] of widths.entries()) {
      if (row >= 0)
        spots.push({ row, column, x: x + 1, y: lines.length, width: cellsWide + 2, height });
      x += cellsWide + 3;
    }
    for (let at = 0; at < height; at++) {
      const line = widths.flatMap((cellsWide, column) => {
        const text = cutCells(broken[column]?.[at] ?? [], cellsWide);
        const rest = cellsWide - lineCells(text);
        const way = align[column] ?? 'left';
        const before = way === 'left' ? 0 : way === 'right' ? rest : Math.floor(rest / 2);
        return [...bar, ...blank(1 + before), ...text, ...blank(rest - before + 1)];
      });
      lines.push([...line, ...bar]);
    }
  };
  rule('┌', '┬', '┐');
  if (head.length > 0) {
    write(head.slice(0, count), -1);
    rule('├', '┼', '┤');
  }
  for (const [index, row] of rows.entries()) write(row, index);
  rule('└', '┴', '┘');
  return { lines, spots };
}

/** `title: value` for every cell, a rule between the rows. */
function recordLines({ head, rows, look, maxLines = 0 }: TableText, count: number, width: number) {
  const lines: CellLine[] = [];
  const spots: TableSpot[] = [];
  const rule = () => lines.push(cellsOf('─'.repeat(Math.max(1, Math.min(width, 400))), look));
  for (const [index, row] of rows.entries()) {
    if (index > 0) rule();
    for (let column = 0; column < Math.min(count, row.length); column++) {
      const [title = []] = head[column] ?? [];
      const lead = title.length === 0 ? [] : [...title, ...cellsOf(': ', look)];
      const [first = [], ...others] = row[column] ?? [];
      const text = breakLines([[...lead, ...first], ...others], width, maxLines);
      spots.push({ row: index, column, x: 0, y: lines.length, width, height: text.length });
      lines.push(...text);
    }
  }
  return { lines, spots };
}

/** Content's own widths where they fit; else what is narrow stays and the wide ones share. */
function columnWidths(table: TableText, count: number, room: number): readonly number[] {
  const { head, rows, weights } = table;
  const natural = Array.from({ length: count }, (_, column) => {
    const own = [head, ...rows].reduce(
      (most, row) =>
        (row[column] ?? []).reduce((wide, line) => Math.max(wide, lineCells(line)), most),
      0,
    );
    return Math.max(1, Math.min(own, 60));
  });
  const total = natural.reduce((sum, cells) => sum + cells, 0);
  if (total <= room) return weights && room < 400 ? grown(natural, weights, room - total) : natural;
  return shrunk(natural, room);
}

function grown(natural: readonly number[], weights: readonly number[], spare: number): number[] {
  const shares = natural.map((_, column) => Math.max(0, weights[column] ?? 1));
  const all = shares.reduce((sum, share) => sum + share, 0);
  if (!(all > 0) || all === Number.POSITIVE_INFINITY) return [...natural];
  const widths = natural.map(
    (cells, column) => cells + Math.floor((spare * (shares[column] ?? 0)) / all),
  );
  const used = widths.reduce((sum, cells) => sum + cells, 0);
  const room = natural.reduce((sum, cells) => sum + cells, 0) + spare;
  return widths.map((cells, column) =>
    column === widths.length - 1 ? cells + room - used : cells,
  );
}

function shrunk(natural: readonly number[], room: number): number[] {
  let left = room;
  let open = natural.length;
  const widths = natural.map(() => 0);
  const order = natural
    .map((_, column) => column)
    .toSorted((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  for (const column of order) {
    const cells = Math.min(natural[column] ?? 1, Math.max(1, Math.floor(left / open)));
    widths[column] = cells;
    left -= cells;
    open--;
  }
  return widths;
}
