import { describe, expect, it } from 'vitest';
import { paramMapOf } from '../../src/answer/param-text.js';
import { nodeOf, readingOf } from '../support/rule-subjects.js';

function read(text: string) {
  const reading = readingOf();
  const value = paramMapOf(nodeOf(text), reading);
  const map = value.isConstant ? value.constant : {};
  return { map, problems: reading.problems.map((p) => `${p.line}:${p.column} ${p.message}`) };
}

describe('values for cardParamMap', () => {
  it.each([
    ['a text', '待处理', '待处理'],
    ['a quoted number', '"1000.0"', '1000.0'],
    ['a number', '3', '3'],
    ['a number with its zeros', '1000.0', '1000.0'],
    ['a large number', '12345678901234567890', '12345678901234567890'],
    ['a hexadecimal number', '0xff', '255'],
    ['a boolean', 'true', 'true'],
    ['a list', '[1, b, {c: ~}]', '[1,"b",{"c":null}]'],
    ['a mapping', '{a: 1, b: [true]}', '{"a":1,"b":[true]}'],
    ['an empty text', '""', ''],
    ['a date', '2026-11-22', '2026-11-22'],
  ])('%s', (_name, text, expected) => {
    expect(read(`{ v: ${text} }`)).toEqual({ map: { v: expected }, problems: [] });
  });

  it('keep a variable called __proto__', () => {
    const { map } = read('{ __proto__: x }');
    expect(Object.entries(map)).toEqual([['__proto__', 'x']]);
  });

  it.each([
    ['a:', '1:3 a has no value; write "" for an empty text'],
    ['a: ~', '1:4 a has no value; write "" for an empty text'],
    ['a: 0150', '1:4 a: quote "0150" to keep the leading zero'],
    ['cardParamMap: { a: 1 }', '1:1 write the variables here directly, without "cardParamMap"'],
  ])('%s is a problem', (text, expected) => {
    expect(read(text).problems).toEqual([expected]);
  });
});
