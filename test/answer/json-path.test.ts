import { describe, expect, it } from 'vitest';
import { jsonAt, variableReader } from '../../src/answer/json-path.js';
import type { JsonValue } from '../../src/base/json-text.js';

describe('a path into JSON', () => {
  const root = JSON.parse('{"a":{"b":[{"c":1},"x"]},"__proto__":{"p":2},"n":null}') as JsonValue;

  it.each<[readonly string[], JsonValue | undefined]>([
    [[], root],
    [['a', 'b', '0', 'c'], 1],
    [['a', 'b', '1'], 'x'],
    [['a', 'b', '2'], undefined],
    [['a', 'b', '-1'], undefined],
    [['a', 'b', 'length'], undefined],
    [['a', 'toString'], undefined],
    [['__proto__', 'p'], 2],
    [['n'], null],
    [['n', 'x'], undefined],
    [['a', 'b', '1', '0'], undefined],
  ])('%j', (path, expected) => {
    expect(jsonAt(root, path)).toEqual(expected);
  });
});

describe('a path to a variable', () => {
  const map = {
    status: '待处理',
    items: '[{"name":"机票"},{"name":"酒店"}]',
    'items.0.name': 'its own variable',
    broken: '[{',
    empty: '',
  };

  it.each<[string, JsonValue | undefined]>([
    ['status', '待处理'],
    ['empty', ''],
    ['items', '[{"name":"机票"},{"name":"酒店"}]'],
    ['items.1.name', '酒店'],
    ['items.0.name', 'its own variable'],
    ['items.9.name', undefined],
    ['status.x', undefined],
    ['broken.0', undefined],
    ['none', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
  ])('%s', (path, expected) => {
    expect(variableReader(path.split('.'))(map)).toEqual(expected);
  });

  it('finds nothing where there is no card', () => {
    expect(variableReader(['status'])(undefined)).toBeUndefined();
  });
});
