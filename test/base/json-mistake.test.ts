import { describe, expect, it } from 'vitest';
import { jsonMistake } from '../../src/base/json-mistake.js';

describe('the place of a mistake in JSON', () => {
  it('is where the text stops being JSON, with what was expected there', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['', 0, 'value'],
      ['{"a":1', 6, 'objectEnd'],
      ['{"a" 1}', 5, 'colon'],
      ['{"a":}', 5, 'value'],
      ['{"a":x}', 5, 'value'],
      ['{a:1}', 1, 'name'],
      ['{"a":1,}', 7, 'name'],
      ['[1,]', 3, 'value'],
      ['[1 2]', 3, 'listEnd'],
      ['{"a":"已同意}', 5, 'string'],
      ['{"a":"b\n"}', 5, 'string'],
      ['"a\tb"', 2, 'control'],
      ['"\\x"', 1, 'escape'],
      ['"\\u12"', 1, 'escape'],
      ['{} x', 3, 'rest'],
      ['01', 1, 'rest'],
      ['1.', 1, 'rest'],
      ["{'a':1}", 1, 'name'],
      ['}', 0, 'value'],
      ['[}', 1, 'value'],
    ];
    for (const [text, offset, code] of cases) {
      expect(jsonMistake(text), text).toEqual({ offset, code });
    }
  });

  it('is found exactly where the engine refuses, and never in what it takes', () => {
    const seeds = [
      '{"cardData":{"cardParamMap":{"a":"b\\n\\u4f60","n":-1.5e+3}},"l":[1,[],{},null,true]}',
      ' [ "x" , false ]\n',
    ];
    const cells = Array.from('{}[]",:\\ 0-.eatn\n');
    let count = 0;
    for (const seed of seeds) {
      for (let at = 0; at <= seed.length; at++) {
        for (const cell of ['', ...cells]) {
          const texts = [seed.slice(0, at) + cell + seed.slice(at + 1), seed.slice(0, at) + cell];
          for (const text of texts) {
            expect(jsonMistake(text) === undefined, text).toBe(isJson(text));
            count++;
          }
        }
      }
    }
    expect(count).toBeGreaterThan(1000);
  });

  it('is found in texts of any depth', () => {
    expect(jsonMistake('['.repeat(100_000))).toEqual({ offset: 100_000, code: 'value' });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
