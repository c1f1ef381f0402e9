import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { localeText, plainText } from '../../../../src/card/view/controls/plain-text.js';

describe('a value shown as text', () => {
  test.each<[JsonValue | undefined, string]>([
    ['text', 'text'],
    [0, '0'],
    [false, 'false'],
    [null, ''],
    [undefined, ''],
    [{ a: [1, null] }, '{"a":[1,null]}'],
    [[], '[]'],
  ])('%j is %j', (value, text) => {
    expect(plainText(value)).toBe(text);
  });

  test('what is nested deeper than the engine writes is a word', () => {
    let deep: JsonValue = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(plainText(deep)).toBe('[…]');
    expect(plainText({ deep })).toBe('{…}');
  });

  test('is cut where no card shows more', () => {
    expect(plainText('x'.repeat(1_000_000))).toHaveLength(10_000);
  });
});

describe('a text per locale', () => {
  test('is taken in the language of the viewer, then in Chinese, then any', () => {
    expect(localeText({ zh_CN: '甲', en_US: 'A' }, 'zh_Hans')).toBe('甲');
    expect(localeText({ zh_CN: '甲', en_US: 'A' }, 'en_US')).toBe('A');
    expect(localeText({ zh_CN: '甲', ja_JP: 'J' }, 'en_US')).toBe('甲');
    expect(localeText({ zh_CN: '', ja_JP: 'J' }, 'zh_Hans')).toBe('J');
    expect(localeText({ zh_CN: '', en_US: '' }, 'zh_Hans')).toBe('');
  });

  test('a plain text is itself', () => {
    expect(localeText('x', 'en_US')).toBe('x');
    expect(localeText({ a: 1 }, 'en_US')).toBe('');
    expect(localeText(3, 'en_US')).toBe('3');
  });
});
