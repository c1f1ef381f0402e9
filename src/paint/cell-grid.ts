import type { Cell, CellLine } from './cells.js';
import type { Look, PaintedLine, PaintedSpan } from './painted-card.js';

/** A rectangle of cells; right and bottom are the first ones outside. */
export interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A screen of cells that is written to and then read as lines. */
export interface CellGrid {
  /** Wide characters are never halved: one that does not fit is left out. */
  put(x: number, y: number, line: CellLine, clip: Clip): void;
  fill(area: Clip, background: string): void;
  lines(): PaintedLine[];
}

/** `null` is the rest of a wide character. */
type Slot = Cell | null | undefined;

export function createCellGrid(width: number, height: number): CellGrid {
  const rows: Slot[][] = Array.from({ length: height }, () => []);
  const whole: Clip = { left: 0, top: 0, right: width, bottom: height };

  function erase(row: Slot[], x: number): void {
    let start = x;
    while (start > 0 && row[start] === null) start--;
    const cell = row[start];
    if (!cell || cell.width < 2) return;
    const look = cell.look.bg === undefined ? plain : { bg: cell.look.bg };
    for (let at = start; at < start + cell.width; at++) row[at] = { text: ' ', width: 1, look };
  }

  function set(row: Slot[], x: number, cell: Cell): void {
    for (let at = x; at < x + cell.width; at++) erase(row, at);
    const below = row[x];
    const bg = below?.look.bg;
    const look = bg === undefined || cell.look.bg !== undefined ? cell.look : { ...cell.look, bg };
    row[x] = look === cell.look ? cell : { ...cell, look };
    for (let at = x + 1; at < x + cell.width; at++) row[at] = null;
  }

  return {
    put(x, y, line, asked) {
      const clip = intersection(asked, whole);
      const row = rows[y];
      if (!row || y < clip.top || y >= clip.bottom) return;
      let at = x;
      for (const cell of line) {
        if (at >= clip.left && at + cell.width <= clip.right) set(row, at, cell);
        at += cell.width;
        if (at >= clip.right) return;
      }
    },
    fill(asked, bg) {
      const { left, top, right, bottom } = intersection(asked, whole);
      const cell: Cell = { text: ' ', width: 1, look: { bg } };
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) (rows[y] as Slot[])[x] = cell;
      }
    },
    lines: () => rows.map((row) => spansOf(row)),
  };
}

const plain: Look = {};

export function intersection(a: Clip, b: Clip): Clip {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Blanks behind the last character are left out. */
function spansOf(row: readonly Slot[]): PaintedLine {
  const spans: PaintedSpan[] = [];
  let text = '';
  let look = plain;
  const flush = () => {
    if (text !== '') spans.push({ text, look });
    text = '';
  };
  let end = row.length;
  while (end > 0 && isBlank(row[end - 1])) end--;
  for (let x = 0; x < end; x++) {
    const slot = row[x];
    if (slot === null) continue;
    const next = slot?.look ?? plain;
    if (!sameLook(next, look)) {
      flush();
      look = next;
    }
    text += slot?.text ?? ' ';
  }
  flush();
  return spans;
}

function isBlank(slot: Slot): boolean {
  if (slot === undefined) return true;
  return slot !== null && slot.text === ' ' && slot.look.bg === undefined && !slot.look.inverse;
}

export function sameLook(a: Look, b: Look): boolean {
  return (
    a === b ||
    (a.fg === b.fg &&
      a.bg === b.bg &&
      a.bold === b.bold &&
      a.dim === b.dim &&
      a.italic === b.italic &&
      a.strike === b.strike &&
      a.underline === b.underline &&
      a.inverse === b.inverse &&
      a.url === b.url)
  );
}
