import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { jsonLines, jsonSummary } from '../../../src/tui/components/json-lines.js';
import { lineWidth } from '../../../src/tui/components/spans.js';

function rows(value: JsonValue, width = 40): string[] {
  const lines = jsonLines(value, width, (count) => `+${count}`);
  return lines.map((line) => line.map((part) => part.text).join(''));
}

describe('jsonLines', () => {
  it('is indented, with Chinese readable', () => {
    expect(rows({ 姓名: '张三', tags: ['a', 1], empty: {}, none: null })).toEqual([
      '{',
      '  姓名: "张三",',
      '  tags: [',
      '    "a",',
      '    1',
      '  ],',
      '  empty: {},',
      '  none: null',
      '}',
    ]);
  });

  it('wraps long values under their beginning, never wider than the pane', () => {
    const value = { key: '很长的一段文字'.repeat(8), other: 'x'.repeat(90) };
    for (const width of [20, 33, 60]) {
      for (const line of jsonLines(value, width, String)) {
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
      }
    }
    expect(rows({ a: '一二三四五六七八' }, 14)).toEqual([
      '{',
      '  a: "一二三四',
      '     五六七八"',
      '}',
    ]);
  });

  it('keeps line breaks of a value and takes the power out of the rest', () => {
    expect(rows({ a: 'x\ny\u001b[2J' })).toEqual(['{', '  a: "x', '     y\ufffd[2J"', '}']);
  });

  it('counts what is beyond two thousand rows', () => {
    const shown = rows(Array.from({ length: 5000 }, (_, n) => n));
    expect(shown).toHaveLength(2001);
    expect(shown.at(-1)).toBe('+3002');
  });

  it('is not brought down by depth', () => {
    let deep: JsonValue = 'end';
    for (let n = 0; n < 5000; n++) deep = [deep];
    expect(rows(deep).length).toBeLessThan(200);
  });
});

describe('jsonSummary', () => {
  it('names the first entries and only counts what is nested', () => {
    expect(jsonSummary({ action: 'agree', form: { a: 1, b: 2 }, list: [1, 2, 3], none: {} })).toBe(
      'action=agree form={2} list=[3] none={}',
    );
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`k${n}`, n]));
    expect(jsonSummary(many)).toBe('k0=0 k1=1 k2=2 k3=3 k4=4 +4');
    expect(jsonSummary({})).toBe('');
  });

  it('is short however long the values are', () => {
    expect(jsonSummary({ ['k'.repeat(9999)]: 'v'.repeat(999_999) }).length).toBeLessThan(200);
  });
});
