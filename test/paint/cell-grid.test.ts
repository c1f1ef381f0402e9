import { describe, expect, it } from 'vitest';
import { createCellGrid, intersection, sameLook } from '../../src/paint/cell-grid.js';
import { cellsOf } from '../../src/paint/cells.js';

const whole = { left: 0, top: 0, right: 10, bottom: 2 };

function texts(write: (grid: ReturnType<typeof createCellGrid>) => void): readonly string[] {
  const grid = createCellGrid(10, 2);
  write(grid);
  return grid.lines().map((line) => line.map(({ text }) => text).join(''));
}

describe('createCellGrid', () => {
  it('puts text where it is told', () => {
    expect(texts((grid) => grid.put(2, 1, cellsOf('同意', {}), whole))).toEqual(['', '  同意']);
  });

  it('never shows half of a wide character', () => {
    expect(
      texts((grid) => {
        grid.put(0, 0, cellsOf('同意', {}), whole);
        grid.put(1, 0, cellsOf('x', {}), whole);
        grid.put(2, 1, cellsOf('同', {}), whole);
        grid.put(1, 1, cellsOf('意', {}), whole);
      }),
    ).toEqual([' x意', ' 意']);
    expect(texts((grid) => grid.put(9, 0, cellsOf('同', {}), whole))).toEqual(['', '']);
  });

  it('draws nothing outside the clip', () => {
    const clip = { left: 1, top: 0, right: 3, bottom: 1 };
    expect(
      texts((grid) => {
        grid.put(0, 0, cellsOf('abcd', {}), clip);
        grid.put(0, 1, cellsOf('abcd', {}), clip);
        grid.put(0, 7, cellsOf('abcd', {}), whole);
      }),
    ).toEqual([' bc', '']);
  });

  it('keeps a background under text that has none', () => {
    const grid = createCellGrid(4, 1);
    grid.fill({ left: 0, top: 0, right: 4, bottom: 1 }, '#007fff');
    grid.put(1, 0, cellsOf('ab', { bold: true }), whole);
    expect(grid.lines()).toEqual([
      [
        { text: ' ', look: { bg: '#007fff' } },
        { text: 'ab', look: { bold: true, bg: '#007fff' } },
        { text: ' ', look: { bg: '#007fff' } },
      ],
    ]);
  });
});

describe('looks and areas', () => {
  it('are compared by what is seen', () => {
    expect(sameLook({ fg: '#000000' }, { fg: '#000000' })).toBe(true);
    expect(sameLook({ fg: '#000000' }, { bold: true, fg: '#000000' })).toBe(false);
  });

  it('meet where both are', () => {
    expect(intersection(whole, { left: 3, top: -1, right: 20, bottom: 1 })).toEqual({
      left: 3,
      top: 0,
      right: 10,
      bottom: 1,
    });
  });
});
