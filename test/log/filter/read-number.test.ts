import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/log/filter/read-number.js';

describe('readNumber', () => {
  it.each<[string, number | undefined]>([
    ['1000', 1000],
    ['-1.50', -1.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['１２', 12],
    ['007', 7],
    ['', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['1,000', undefined],
    ['NaN', undefined],
    ['1s', undefined],
    ['1234567890123456789', undefined],
  ])('%j is %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });

  it.each<[string, number | undefined]>([
    ['1500', 1500],
    ['1500ms', 1500],
    ['1.5s', 1500],
    ['2m', 120_000],
    ['1h', undefined],
  ])('%j is a duration of %s', (text, expected) => {
    expect(readNumber(text, true)).toBe(expected);
  });
});
