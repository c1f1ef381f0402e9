import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import type { LoopFrame } from '../../../src/card/evaluate/evaluation.js';
import { fieldOf, loopOf, parsePath, walk } from '../../../src/card/evaluate/variable-path.js';

describe('paths of variables', () => {
  it.each<[string, readonly (string | number)[]]>([
    ['who', ['who']],
    ['a.b.c', ['a', 'b', 'c']],
    ['items[0].sub[0].f', ['items', 0, 'sub', 0, 'f']],
    ['a["b c"].d', ['a', 'b c', 'd']],
    ["a['b']", ['a', 'b']],
    ['_IC_AIGC_DETAIL_URL.mob', ['_IC_AIGC_DETAIL_URL', 'mob']],
    ['标题.子项', ['标题', '子项']],
    ['user-info.nick', ['user-info', 'nick']],
    ['arr.0', ['arr', '0']],
    ['[0].label', [0, 'label']],
  ])('%s', (path, segments) => {
    expect(parsePath(path)).toEqual(segments);
  });

  it.each([
    '',
    'a + b',
    'toStr(a)',
    'a.',
    '.a',
    'a..b',
    'a b',
    'a[',
    'a[x]',
    'a?b:c',
    'a[0]b',
    'x'.repeat(1001),
  ])('no path: %s', (path) => {
    expect(parsePath(path)).toBeUndefined();
  });

  it.each<[readonly (string | number)[], JsonValue | undefined]>([
    [['a', 'b', 1], 'y'],
    [['a', 'b', 'length'], 2],
    [['a', 'missing', 'deep'], undefined],
    [['text', 'length'], 3],
    [['text', 0], undefined],
    [['__proto__'], undefined],
    [['constructor', 'name'], undefined],
    [['a', 'b', 'map'], undefined],
    [[], { a: { b: ['x', 'y'] }, text: 'abc' }],
  ])('walking %j gives %j', (segments, value) => {
    expect(walk({ a: { b: ['x', 'y'] }, text: 'abc' }, segments)).toEqual(value);
  });

  it('a field called __proto__ is read when it is there', () => {
    const data = JSON.parse('{"__proto__":{"x":1}}') as JsonValue;
    expect(fieldOf(data, '__proto__')).toEqual({ x: 1 });
  });
});

describe('the loop a path runs in', () => {
  const outer: LoopFrame = { listPath: 'items', item: { t: 1 }, index: 0 };
  const inner: LoopFrame = { listPath: 'items[0].sub', item: { f: 2 }, index: 3 };
  const frames = [outer, inner];

  it.each<[string, LoopFrame, string]>([
    ['items[0].sub[0].f', inner, 'f'],
    ['items[0].sub[0]', inner, ''],
    ['items[0].sub[0].list[0].x', inner, 'list[0].x'],
    ['items[0].sub[0][1]', inner, '[1]'],
    ['items[0].title', outer, 'title'],
    ['items[0].sub', outer, 'sub'],
    ['items[0].subtitle', outer, 'subtitle'],
  ])('%s', (path, frame, rest) => {
    expect(loopOf(path, frames)).toEqual({ frame, rest });
  });

  it.each(['item[0].x', 'items', 'items[1].x', 'items[0]x', 'other[0].items[0].x'])(
    'none: %s',
    (path) => {
      expect(loopOf(path, frames)).toBeUndefined();
    },
  );
});
