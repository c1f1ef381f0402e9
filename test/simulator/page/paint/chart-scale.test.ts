import { describe, expect, it } from 'vitest';
import { scaleOf, shortFigure } from '../../../../src/simulator/page/paint/chart-scale.js';

describe('scaleOf', () => {
  it('has round marks from zero to above the highest value', () => {
    expect(scaleOf([3, 17])).toEqual({ low: 0, high: 20, marks: [0, 5, 10, 15, 20] });
  });

  it('goes below zero for negative values', () => {
    const { low, high, marks } = scaleOf([-3, 5]);
    expect(low).toBeLessThanOrEqual(-3);
    expect(high).toBeGreaterThanOrEqual(5);
    expect(marks).toContain(0);
  });

  it('has no tails of binary fractions', () => {
    expect(scaleOf([0.3]).marks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('stands nothing but zeros, no values, what is no number, and the largest numbers', () => {
    expect(scaleOf([0, 0]).high).toBeGreaterThan(0);
    expect(scaleOf([]).marks.length).toBeGreaterThan(1);
    expect(scaleOf([Number.NaN, Number.POSITIVE_INFINITY, 2]).high).toBe(2);
    expect(scaleOf([1.7e308, -1.7e308]).marks.length).toBeLessThan(20);
  });
});

it('shortens large figures', () => {
  expect([0, 950, 12_345, 3_400_000, 2e9, 0.1 + 0.2].map(shortFigure)).toEqual([
    '0',
    '950',
    '12.3k',
    '3.4M',
    '2G',
    '0.3',
  ]);
});
