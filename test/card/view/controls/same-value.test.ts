import { expect, test } from 'vitest';
import { holdsValue, isSameValue } from '../../../../src/card/view/controls/same-value.js';

test('numbers and texts of the same spelling are the same', () => {
  expect(isSameValue(1, '1')).toBe(true);
  expect(isSameValue('a', 'a')).toBe(true);
  expect(isSameValue(true, 'true')).toBe(true);
  expect(isSameValue({ a: 1 }, { a: 1 })).toBe(true);
  expect(isSameValue(1, 2)).toBe(false);
});

test('nothing is the same as nothing', () => {
  expect(isSameValue(undefined, undefined)).toBe(false);
  expect(isSameValue(null, null)).toBe(false);
  expect(isSameValue(undefined, 'undefined')).toBe(false);
  expect(isSameValue('', '')).toBe(true);
});

test('a list holds its values, a single value itself', () => {
  expect(holdsValue([1, 'b'], '1')).toBe(true);
  expect(holdsValue([], 'a')).toBe(false);
  expect(holdsValue('a', 'a')).toBe(true);
  expect(holdsValue([null], null)).toBe(false);
});
