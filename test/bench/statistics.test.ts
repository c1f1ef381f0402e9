import { describe, expect, it } from 'vitest';
import { median, percentile } from '../../bench/statistics.js';

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100, 1000, 1], 10],
    [[-1, -2], -1.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });

  it('sorts by number and leaves its argument alone', () => {
    const values = [100, 20, 3];
    expect(median(values)).toBe(20);
    expect(values).toEqual([100, 20, 3]);
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  it.each([
    [50, 50],
    [99, 99],
    [100, 100],
    [0, 1],
    [1, 1],
    [99.5, 100],
  ])('%d of 1 to 100 is %d', (percent, expected) => {
    expect(percentile(hundred, percent)).toBe(expected);
  });

  it('is always one of the values', () => {
    expect(percentile([1, 1000], 50)).toBe(1);
    expect(percentile([1, 1000], 51)).toBe(1000);
    expect(percentile([7], 99)).toBe(7);
  });

  it('of nothing is no number', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
