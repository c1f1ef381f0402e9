import { describe, expect, it } from 'vitest';
import {
  blockWidth,
  columnsOf,
  edgeRows,
  gapColumns,
  rowsOf,
  spaceColumns,
  spaceRows,
} from '../../src/paint/cell-sizes.js';

describe('px in cells', () => {
  it('is a width of 8 and a height of 18', () => {
    expect([columnsOf(80), columnsOf(1), rowsOf(36), rowsOf(3)]).toEqual([10, 1, 2, 1]);
  });

  it('makes a margin of 12 one cell', () => {
    expect([spaceColumns(12), spaceColumns(24), spaceColumns(4)]).toEqual([1, 2, 0]);
    expect([spaceRows(12), spaceRows(8), spaceRows(36), edgeRows(12)]).toEqual([1, 0, 2, 0]);
    expect([gapColumns(4), gapColumns(0)]).toEqual([1, 0]);
  });

  it('has no negative and no endless space', () => {
    for (const px of [Number.NaN, -5, Number.POSITIVE_INFINITY, 1e9]) {
      expect(spaceColumns(px)).toBeLessThanOrEqual(40);
      expect(spaceColumns(px)).toBeGreaterThanOrEqual(0);
      expect(columnsOf(px)).toBeLessThanOrEqual(400);
      expect(columnsOf(px)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('blockWidth', () => {
  it('fills a column and fits into a row when nothing is said', () => {
    expect(blockWidth(undefined, false)).toEqual({ kind: 'fill' });
    expect(blockWidth(undefined, true)).toEqual({ kind: 'fit' });
  });

  it('takes what is said', () => {
    expect(blockWidth({ kind: 'fixed', px: 80 }, true)).toEqual({ kind: 'fixed', cells: 10 });
    expect(blockWidth({ kind: 'grow', weight: -3 }, true)).toEqual({ kind: 'grow', weight: 1 });
  });
});
