import { createCellGrid } from './cell-grid.js';
import { type Cell, cellsOf } from './cells.js';
import type { PaintedCard, PaintedLine, Region } from './painted-card.js';

/** Higher things are marked by their first line: a screen in reverse is hard to read. */
const mostRows = 3;

/** The lines with one region in reverse. */
export function highlighted(
  { lines, width }: Pick<PaintedCard, 'lines' | 'width'>,
  { x, y, width: wide, height }: Pick<Region, 'x' | 'y' | 'width' | 'height'>,
): readonly PaintedLine[] {
  const rows = height > mostRows ? 1 : height;
  return lines.map((line, index) => {
    if (index < y || index >= y + rows) return line;
    return reversed(line, width, x, x + wide);
  });
}

function reversed(line: PaintedLine, width: number, from: number, to: number): PaintedLine {
  const cells: Cell[] = line.flatMap(({ text, look }) => cellsOf(text, look));
  let at = cells.reduce((sum, cell) => sum + cell.width, 0);
  for (; at < to; at++) cells.push({ text: ' ', width: 1, look: {} });
  const grid = createCellGrid(Math.max(width, to), 1);
  const clip = { left: 0, top: 0, right: Math.max(width, to), bottom: 1 };
  let x = 0;
  const marked = cells.map((cell) => {
    const isInside = x >= from && x < to;
    x += cell.width;
    return isInside ? { ...cell, look: { ...cell.look, inverse: true } } : cell;
  });
  grid.put(0, 0, marked, clip);
  return grid.lines()[0] ?? [];
}
