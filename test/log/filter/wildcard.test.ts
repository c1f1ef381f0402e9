import { describe, expect, it } from 'vitest';
import { wildcardTest } from '../../../src/log/filter/wildcard.js';

describe('wildcardTest', () => {
  it.each<[readonly string[], string, boolean]>([
    [['ab'], 'AB', true],
    [['ab'], 'abc', false],
    [['', ''], '', false],
    [['', ''], 'x', true],
    [['a', ''], 'Abc', true],
    [['', 'c'], 'abC', true],
    [['a', 'a'], 'a', false],
    [['a', 'a'], 'aa', true],
    [['a', 'b', 'c'], 'a--b--c', true],
    [['a', 'b', 'c'], 'a--c--c', false],
    [['a', 'bc', 'c'], 'abc', false],
    [['İ'], 'İ', true],
  ])('%j is the whole of %j: %s', (value, text, expected) => {
    expect(wildcardTest(value, 'whole')(text)).toBe(expected);
  });

  it.each<[readonly string[], string, boolean]>([
    [['报'], '要报销', true],
    [['a', 'c'], 'xABCx', true],
    [['c', 'a'], 'xABCx', false],
    [['a', ''], 'xAx', true],
  ])('%j is a part of %j: %s', (value, text, expected) => {
    expect(wildcardTest(value, 'part')(text)).toBe(expected);
  });

  it('is done with many wildcards over a long text', () => {
    const value = Array.from({ length: 500 }, () => 'a');
    expect(wildcardTest([...value, 'b'], 'part')('a'.repeat(1e5))).toBe(false);
  });
});
