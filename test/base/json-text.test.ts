import { describe, expect, it } from 'vitest';
import {
  isJsonObject,
  type JsonValue,
  parseJson,
  parseJsonObject,
  stableJson,
  toParamText,
} from '../../src/base/json-text.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
  it.each([
    ['{"a":[1,"x",null,true]}', { a: [1, 'x', null, true] }],
    ['"text"', 'text'],
    ['0', 0],
    ['null', null],
    [' [ ] ', []],
  ])('reads %s', (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value });
  });

  it.each(['', '{', "{'a':1}", '[1,]', 'undefined', 'NaN', '\ufeff{}', '{"a":1}x'])(
    'says why it cannot read %j',
    (text) => {
      const parsed = parseJson(text);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.problem).not.toBe('');
    },
  );

  it('keeps the problem short, however long the text', () => {
    const parsed = parseJson('x'.repeat(1_000_000));
    expect(parsed.ok ? '' : parsed.problem).toSatisfy((p: string) => p !== '' && p.length <= 200);
  });

  it('keeps a key named __proto__ as data and pollutes nothing', () => {
    const parsed = parseJson('{"__proto__":{"polluted":true},"constructor":1}');
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(
      '{"__proto__":{"polluted":true},"constructor":1}',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('refuses nesting that could not be written again', () => {
    expect(parseJson(nested(500)).ok).toBe(true);
    for (const text of [
      nested(501),
      nested(200_000),
      '{"a":'.repeat(600) + '1' + '}'.repeat(600),
    ]) {
      expect(parseJson(text)).toEqual({ ok: false, problem: 'nested deeper than 500 levels' });
    }
  });

  it('does not count brackets in strings, nor those that were closed', () => {
    const brackets = JSON.stringify({ a: '['.repeat(2000), b: '\\"[{'.repeat(600) });
    expect(parseJson(brackets)).toEqual({ ok: true, value: JSON.parse(brackets) });
    const many = `[${Array.from({ length: 2000 }, () => '[{}]').join(',')}]`;
    expect(parseJson(many).ok).toBe(true);
  });

  it('survives a long string that never ends', () => {
    expect(parseJson(`"${'[\\'.repeat(2000)}`).ok).toBe(false);
  });
});

describe('isJsonObject', () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    ['{}', false],
    [undefined, false],
    [1, false],
  ])('%j → %s', (value, expected) => {
    expect(isJsonObject(value)).toBe(expected);
  });
});

describe('parseJsonObject', () => {
  it('takes an object as it is, or as text', () => {
    const object = { a: 1 };
    expect(parseJsonObject(object)).toBe(object);
    expect(parseJsonObject('{"a":1}')).toEqual({ a: 1 });
  });

  it.each(['[]', '"x"', '1', 'null', '', '{', 5, null, undefined, true, []])(
    'finds no object in %j',
    (value) => {
      expect(parseJsonObject(value)).toBeUndefined();
    },
  );
});

describe('toParamText', () => {
  it.each([
    ['text', 'text'],
    ['', ''],
    [3, '3'],
    [true, 'true'],
    [null, 'null'],
    [['a', 1], '["a",1]'],
    [{ 名: '张三' }, '{"名":"张三"}'],
  ] as readonly (readonly [JsonValue, string])[])('%j → %s', (value, expected) => {
    expect(toParamText(value)).toBe(expected);
  });
});

describe('stableJson', () => {
  it('writes equal values as equal text, whatever the order of their keys', () => {
    const one = { b: 1, a: { d: [{ y: 1, x: 2 }], c: null } };
    const two = { a: { c: null, d: [{ x: 2, y: 1 }] }, b: 1 };
    expect(stableJson(one)).toBe('{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}');
    expect(stableJson(two)).toBe(stableJson(one));
  });

  it('keeps the order of lists, and a key named __proto__', () => {
    expect(stableJson(['b', 'a'])).toBe('["b","a"]');
    expect(stableJson(JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}') as JsonValue)).toBe(
      '{"__proto__":{"a":2,"z":1},"b":1}',
    );
  });

  it('indents when asked', () => {
    expect(stableJson({ b: 1, a: 2 }, 2)).toBe('{\n  "a": 2,\n  "b": 1\n}');
  });
});
