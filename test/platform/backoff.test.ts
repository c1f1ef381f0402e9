import { expect, it } from 'vitest';
import { backoffDelayMs } from '../../src/platform/backoff.js';

it('doubles from 1 s to 60 s and never falls below half of the step', () => {
  const lowest = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backoffDelayMs(failures, 0));
  expect(lowest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  const highest = [1, 2, 7, 8].map((failures) => backoffDelayMs(failures, 0.999_999));
  expect(highest).toEqual([1_000, 2_000, 60_000, 60_000]);
});

it('stays at the longest step after any number of failures', () => {
  expect(backoffDelayMs(100_000, 0.5)).toBe(45_000);
});

it('treats no failure like the first', () => {
  expect(backoffDelayMs(0, 0)).toBe(500);
});

it('takes other steps', () => {
  expect(backoffDelayMs(3, 0, { firstMs: 10, longestMs: 20 })).toBe(10);
});
