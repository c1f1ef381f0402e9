import { expect, test } from 'vitest';
import { numberOf } from '../../../../src/card/view/controls/number-value.js';

test.each([
  [1, 1],
  [-2.5, -2.5],
  ['3', 3],
  [' 4.5 ', 4.5],
  [0, 0],
  ['1e3', 1000],
])('%j is the number %j', (value, number) => {
  expect(numberOf(value)).toBe(number);
});

test.each([
  [''],
  ['  '],
  ['x'],
  [true],
  [null],
  [undefined],
  [[1]],
  [{ a: 1 }],
  ['Infinity'],
  ['1e999'],
])('%j is no number', (value) => {
  expect(numberOf(value)).toBeUndefined();
});
