import { type CellGrid, type Clip, intersection } from './cell-grid.js';
import { type CellLine, cellsOf, lineCells } from './cells.js';
import { cutCells } from './flow.js';
import type { Placed } from './lay-out.js';
import type { Region } from './painted-card.js';

/** Draws what was placed, and notes where the touchable things are. */
export function drawPlaced(root: Placed, grid: CellGrid, clip: Clip): Region[] {
  const regions: Region[] = [];
  draw(root, root.x, root.y, clip, { grid, regions });
  return regions;
}

interface Canvas {
  readonly grid: CellGrid;
  readonly regions: Region[];
}

function draw(
  { block, width, height, children }: Placed,
  x: number,
  y: number,
  clip: Clip,
  canvas: Canvas,
): void {
  if (width <= 0 || height <= 0) return;
  const own: Clip = { left: x, top: y, right: x + width, bottom: y + height };
  const seen = intersection(own, clip);
  if (seen.left >= seen.right || seen.top >= seen.bottom) return;
  if (block.background !== undefined) canvas.grid.fill(seen, block.background);
  if (block.frame) drawFrame(block.frame, own, clip, canvas.grid);
  if (block.region) note(block.region, seen, canvas);
  if (block.leaf) drawLeaf(block.leaf, own, seen, canvas);
  // A fold's window cuts what is in it; nothing else does.
  for (const [index, child] of children.entries()) {
    const inner = block.fold !== undefined && index === 0 ? windowOf(child, x, y, clip) : clip;
    const room = Math.min(child.width, width - child.x);
    draw({ ...child, width: room }, x + child.x, y + child.y, inner, canvas);
  }
}

function windowOf(child: Placed, x: number, y: number, clip: Clip): Clip {
  const left = x + child.x;
  const top = y + child.y;
  const own = { left, top, right: left + child.width, bottom: top + child.height };
  return intersection(own, clip);
}

function note(
  seed: Pick<Region, 'id' | 'key' | 'node' | 'part'>,
  seen: Clip,
  canvas: Canvas,
): void {
  const { left, top, right, bottom } = seen;
  canvas.regions.push({ ...seed, x: left, y: top, width: right - left, height: bottom - top });
}

function drawLeaf(
  leaf: NonNullable<Placed['block']['leaf']>,
  own: Clip,
  seen: Clip,
  canvas: Canvas,
): void {
  const width = own.right - own.left;
  const { lines, regions = [] } = leaf.draw(width);
  for (const [index, line] of lines.entries()) {
    if (own.top + index >= seen.bottom) break;
    const rest = Math.max(0, width - lineCells(line));
    const shift = leaf.align === 'left' ? 0 : leaf.align === 'right' ? rest : Math.floor(rest / 2);
    canvas.grid.put(own.left + shift, own.top + index, line, seen);
  }
  for (const { x, y, width: wide, height, ...seed } of regions) {
    const left = own.left + x;
    const top = own.top + y;
    const area = intersection({ left, top, right: left + wide, bottom: top + height }, seen);
    if (area.left < area.right && area.top < area.bottom) note(seed, area, canvas);
  }
}

const shapes = {
  round: ['╭', '─', '╮', '│', '╰', '╯'],
  dashed: ['╭', '╌', '╮', '╎', '╰', '╯'],
} as const;

function drawFrame(
  { shape, look, title }: NonNullable<Placed['block']['frame']>,
  own: Clip,
  clip: Clip,
  grid: CellGrid,
): void {
  const [topLeft, across, topRight, down, bottomLeft, bottomRight] = shapes[shape];
  const inner = own.right - own.left - 2;
  if (inner < 0) return;
  const row = (text: string): CellLine => cellsOf(text, look);
  grid.put(own.left, own.top, row(topLeft + across.repeat(inner) + topRight), clip);
  for (let y = own.top + 1; y < own.bottom - 1; y++) {
    grid.put(own.left, y, row(down), clip);
    grid.put(own.right - 1, y, row(down), clip);
  }
  grid.put(own.left, own.bottom - 1, row(bottomLeft + across.repeat(inner) + bottomRight), clip);
  if (title && inner > 6) {
    const cut = cutCells(title, inner - 4);
    const padded = [...cellsOf(' ', look), ...cut, ...cellsOf(' ', look)];
    grid.put(own.left + 2, own.top, padded, clip);
  }
}
