import { describe, expect, it } from 'vitest';
import { createEventLine, escapeActing, jsonLine } from '../../src/output/json-line.js';

describe('jsonLine', () => {
  it('is JSON with one line end', () => {
    expect(jsonLine({ a: [1, '你好', null] })).toBe('{"a":[1,"你好",null]}\n');
  });

  it.each([
    '\u001b',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u061c',
    '\u200e',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2069',
    '\ufeff',
    '\ud800',
    '\n',
  ])('writes %j as an escape in values and keys', (character) => {
    const value = { [`k${character}`]: `v${character}` };
    const line = jsonLine(value);
    expect(line.slice(0, -1)).not.toContain(character);
    expect(JSON.parse(line)).toEqual(value);
  });

  it('keeps keys that objects have by themselves', () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":2}');
    expect(jsonLine(value)).toBe('{"__proto__":{"x":1},"constructor":2}\n');
  });
});

describe('escapeActing', () => {
  it('leaves everything else alone', () => {
    expect(escapeActing('{"a":"é中🙂"}')).toBe('{"a":"é中🙂"}');
  });
});

describe('createEventLine', () => {
  it('is an event as one line without secrets, safe to look at', () => {
    const line = createEventLine(() => ['hunter2-secret'])({
      seq: 0,
      atMs: 5,
      v: 1,
      type: 'notice',
      level: 'info',
      key: 'k',
      params: { detail: 'hunter2-secret \u202e' },
    });
    expect(line).toBe(
      '{"seq":0,"atMs":5,"v":1,"type":"notice","level":"info","key":"k","params":{"detail":"*** \\u202e"}}',
    );
  });
});
