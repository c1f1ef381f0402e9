import { describe, expect, it } from 'vitest';
import {
  indexOfSeq,
  type ListPlace,
  moveSelection,
  pinSelection,
  placeAt,
  windowOf,
} from '../../../src/tui/state/list-window.js';

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ seq: (from + n) * 3 }));

describe('list window', () => {
  it('follows the newest row while nobody moved', () => {
    expect(windowOf(rows(100), {}, 10)).toEqual({ top: 90, selected: 99 });
    expect(windowOf(rows(3), {}, 10)).toEqual({ top: 0, selected: 2 });
    expect(windowOf([], {}, 10)).toEqual({ top: 0, selected: -1 });
  });

  it('does not move when rows are added or dropped', () => {
    const place = moveSelection(rows(100), {}, 10, -5);
    expect(windowOf(rows(100), place, 10)).toEqual({ top: 90, selected: 94 });
    expect(windowOf(rows(200), place, 10)).toEqual({ top: 90, selected: 94 });
    expect(windowOf(rows(150, 50), place, 10)).toEqual({ top: 40, selected: 44 });
  });

  it('stays at the oldest row when its own was dropped', () => {
    const place = placeAt(rows(100), 5, 0);
    expect(windowOf(rows(100, 50), place, 10)).toEqual({ top: 0, selected: 0 });
  });

  it('scrolls only as far as the selection needs', () => {
    let place: ListPlace = moveSelection(rows(100), {}, 10, -9);
    expect(windowOf(rows(100), place, 10)).toEqual({ top: 90, selected: 90 });
    place = moveSelection(rows(100), place, 10, -1);
    expect(windowOf(rows(100), place, 10)).toEqual({ top: 89, selected: 89 });
    place = moveSelection(rows(100), place, 10, 3);
    expect(windowOf(rows(100), place, 10)).toEqual({ top: 89, selected: 92 });
  });

  it('stops at the first row and follows again beyond the last', () => {
    const first = moveSelection(rows(20), {}, 10, -999);
    expect(windowOf(rows(20), first, 10)).toEqual({ top: 0, selected: 0 });
    const last = moveSelection(rows(20), first, 10, 999);
    expect(windowOf(rows(20), last, 10).selected).toBe(19);
    expect(moveSelection(rows(20), last, 10, 1)).toEqual({});
  });

  it('keeps the selection in sight when the list becomes lower', () => {
    const place = placeAt(rows(100), 50, 45);
    expect(windowOf(rows(100), place, 3)).toEqual({ top: 48, selected: 50 });
    expect(windowOf(rows(100), place, 30)).toEqual({ top: 45, selected: 50 });
  });

  it('pins what is selected', () => {
    expect(pinSelection(rows(5), {}, 10)).toEqual({ anchorSeq: 12, topSeq: 0 });
    expect(pinSelection([], {}, 10)).toEqual({});
  });

  it('finds a row by its number, or the next one', () => {
    expect([0, 1, 3, 297, 298, 999].map((seq) => indexOfSeq(rows(100), seq))).toEqual([
      0, 1, 1, 99, 100, 100,
    ]);
  });
});
