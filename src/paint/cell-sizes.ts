import type { ViewNode } from '../card/view/view-node.js';
import type { Extent, Sides } from '../card/view/view-style.js';
import type { BlockWidth } from './block.js';

/** A terminal's cell in px of the client (template-format §5.3). */
const cellWidth = 8;
const cellHeight = 18;
/** A margin of 12 px is one cell: what separates must be seen, and no more than that. */
const spaceWidth = 12;
const spaceHeight = 24;

export function columnsOf(px: number): number {
  return Math.max(1, bounded(Math.round(px / cellWidth), 400));
}

export function rowsOf(px: number): number {
  return Math.max(1, bounded(Math.round(px / cellHeight), 400));
}

/** Blank columns beside something. */
export function spaceColumns(px: number): number {
  return bounded(Math.round(px / spaceWidth), 40);
}

/** Blank rows between two things. */
export function spaceRows(px: number): number {
  return bounded(Math.round(px / spaceHeight), 3);
}

/** Blank rows inside an edge, where less does. */
export function edgeRows(px: number): number {
  return bounded(Math.floor(px / spaceHeight), 2);
}

/** Blank columns between two things in a row: any gap at all is one. */
export function gapColumns(px: number): number {
  return px >= 2 ? Math.max(1, spaceColumns(px)) : 0;
}

export function blockWidth(extent: Extent | undefined, inRow: boolean): BlockWidth {
  if (extent === undefined) return { kind: inRow ? 'fit' : 'fill' };
  switch (extent.kind) {
    case 'fixed':
      return { kind: 'fixed', cells: columnsOf(extent.px) };
    case 'grow':
      return { kind: 'grow', weight: extent.weight > 0 ? Math.min(extent.weight, 1000) : 1 };
    default:
      return { kind: extent.kind };
  }
}

export const noSides: Sides = { left: 0, right: 0, top: 0, bottom: 0 };

/** What clients keep clear beside something that names no margin itself: the parts of an AI card. */
export function ownSides({ kind }: Pick<ViewNode, 'kind'>, inRow: boolean): Sides {
  const isBar = kind === 'feedback' || kind === 'pending' || kind === 'generated';
  return isBar && !inRow ? { ...noSides, left: 12, right: 12 } : noSides;
}

/** Data may say anything; a terminal has no negative and no endless space. */
function bounded(cells: number, most: number): number {
  return cells > 0 ? Math.min(cells, most) : 0;
}
