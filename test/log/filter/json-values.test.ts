import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { someValueAt, someVariable, variablePaths } from '../../../src/log/filter/json-values.js';

function valuesAt(root: JsonValue, path: string): readonly string[] {
  const seen: string[] = [];
  someValueAt(root, path.split('.'), (text) => {
    seen.push(text);
    return false;
  });
  return seen;
}

describe('values of a tree', () => {
  const root: JsonValue = { a: { b: [1, 'x', null, { c: true }] }, '0': 'zero', n: null };
  it.each<[string, readonly string[]]>([
    ['a.b', ['1', 'x', '[1,"x",null,{"c":true}]']],
    ['a.b.1', ['x']],
    ['a.b.c', ['true']],
    ['a', ['{"b":[1,"x",null,{"c":true}]}']],
    ['0', ['zero']],
    ['n', []],
    ['none.x', []],
    ['constructor', []],
  ])('at %s', (path, expected) => {
    expect(valuesAt(root, path)).toEqual(expected);
  });
});

describe('a variable', () => {
  const map = { 'a.b': 'dotted', a: '{"b":"inside","c":[{"d":1}]}', text: 'a.b' };
  const is = (path: string, wanted: string) =>
    someVariable(map, variablePaths(path), (text) => text === wanted);

  it('is the one of the whole name, else what is inside of one', () => {
    expect(is('a.b', 'dotted')).toBe(true);
    expect(is('a.c.d', '1')).toBe(true);
    expect(is('a.c.0.d', '1')).toBe(true);
    expect(is('text.length', '3')).toBe(false);
  });

  it('is undefined when there is none', () => {
    expect(is('none', '')).toBeUndefined();
    expect(is('toString', '')).toBeUndefined();
    expect(someVariable(undefined, variablePaths('a'), () => true)).toBeUndefined();
  });
});
