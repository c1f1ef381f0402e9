import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import {
  isEmptyList,
  isTruthy,
  lengthOf,
  numberOf,
  textOf,
} from '../../../src/card/evaluate/value-text.js';

describe('values as text, number and truth', () => {
  it.each<[JsonValue | undefined, string]>([
    [undefined, ''],
    [null, ''],
    ['a', 'a'],
    [0, '0'],
    [-1.5, '-1.5'],
    [false, 'false'],
    [[1, 'a'], '[1,"a"]'],
    [{ a: 1 }, '{"a":1}'],
  ])('text of %j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it('what cannot be written as JSON has no text', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(textOf(cycle as JsonValue)).toBe('');
  });

  it.each<[JsonValue | undefined, number]>([
    [undefined, 0],
    [null, 0],
    ['', 0],
    ['12.5', 12.5],
    ['a', Number.NaN],
    [true, 1],
    [[], Number.NaN],
  ])('number of %j is %d', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });

  it.each<[JsonValue | undefined, boolean]>([
    [undefined, false],
    [null, false],
    ['', false],
    [false, false],
    ['false', false],
    [0, false],
    [Number.NaN, false],
    [true, true],
    ['true', true],
    ['no', true],
    [1, true],
    [-1, true],
    [[], true],
    [{}, true],
  ])('%j counts as %s', (value, truth) => {
    expect(isTruthy(value, false)).toBe(truth);
    expect(isTruthy(value, true)).toBe(truth);
  });

  it('whether the text 0 counts as true is a setting', () => {
    expect(isTruthy('0', false)).toBe(false);
    expect(isTruthy('0', true)).toBe(true);
  });

  it.each<[JsonValue | undefined, number, boolean]>([
    [undefined, 0, false],
    ['卡片', 2, false],
    [[], 0, true],
    [[1, 2, 3], 3, false],
    [{}, 0, true],
    [{ a: 1 }, 1, false],
    [1000, 4, false],
  ])('length of %j is %d', (value, length, isEmpty) => {
    expect(lengthOf(value)).toBe(length);
    expect(isEmptyList(value)).toBe(isEmpty);
  });
});
