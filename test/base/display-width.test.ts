import { describe, expect, it } from 'vitest';
import { displayWidth, fit, printable, truncate, wrap } from '../../src/base/display-width.js';
import { graphemes } from '../../src/base/graphemes.js';

describe('printable', () => {
  it('leaves ordinary text alone, emoji sequences included', () => {
    for (const text of ['hello', '提交审批', '👩‍👩‍👧', '🇨🇳', 'é', '❤️'])
      expect(printable(text)).toBe(text);
  });

  it('turns line breaks and tabs into blanks', () => {
    expect(printable('a\r\nb\nc\td\u2028e')).toBe('a b c d e');
  });

  it('takes the power out of escape sequences, bidi controls and invisible characters', () => {
    const hidden = '\u001b\u009b\u0007\u202e\u2066\u200b\u00ad\u3164\ufeff';
    expect(printable(`a${hidden}b`)).toBe(`a${'\ufffd'.repeat(hidden.length)}b`);
    expect(printable('\ud800x\udc00')).toBe('\ufffdx\ufffd');
  });

  it('gives the same result when asked twice', () => {
    expect([printable('\u001b[2J'), printable('\u001b[2J')]).toEqual(['\ufffd[2J', '\ufffd[2J']);
  });
});

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['提交', 4],
    ['ａ', 2],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['●✓…', 3],
  ])('of %j is %i cells', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });

  it('is the same from the cache', () => {
    expect([displayWidth('缓存'), displayWidth('缓存')]).toEqual([4, 4]);
  });
});

describe('truncate and fit', () => {
  it('never halves a wide character', () => {
    expect(truncate('提交审批', 5)).toBe('提交…');
    expect(truncate('提交审批', 4)).toBe('提…');
    expect(fit('提交审批', 4)).toBe('提… ');
    expect(truncate('👩‍👩‍👧👩‍👩‍👧', 3)).toBe('👩‍👩‍👧…');
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20])('fit is exactly %i cells wide', (cells) => {
    for (const text of ['提交审批', 'a提b交', '👩‍👩‍👧👩‍👩‍👧', 'plain text', '']) {
      expect(displayWidth(fit(text, cells))).toBe(cells);
    }
  });

  it('leaves what fits as it is', () => {
    expect(truncate('提交', 4)).toBe('提交');
    expect(truncate('提交', 1)).toBe('…');
    expect(truncate('abc', 0)).toBe('');
    expect(truncate('abc', -1)).toBe('');
  });
});

describe('wrap', () => {
  it('breaks at blanks, else between characters', () => {
    expect(wrap('hello big world', 9)).toEqual(['hello big', 'world']);
    expect(wrap('提交审批单', 4)).toEqual(['提交', '审批', '单']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('keeps given line breaks and never makes a row too wide', () => {
    expect(wrap('a\n\nb', 5)).toEqual(['a', '', 'b']);
    for (const row of wrap('混合 mixed 文本 with 👩‍👩‍👧 emoji and averylongwordwithoutblanks', 7)) {
      expect(displayWidth(row)).toBeLessThanOrEqual(7);
    }
    expect(wrap('abc', 0)).toEqual([]);
  });
});

it('graphemes are what a person would call characters', () => {
  expect(graphemes('a👩‍👩‍👧e\u0301提')).toEqual(['a', '👩‍👩‍👧', 'e\u0301', '提']);
});

describe('long texts', () => {
  const family = '👨‍👩‍👧‍👦';

  it.each([
    ['ASCII', 'a', 1],
    ['Chinese', '字', 2],
    ['letters with marks', 'e\u0301', 1],
    ['decomposed Cyrillic', 'и\u0306', 1],
    ['flags', '🇨🇳', 2],
    ['families', family, 2],
    ['Devanagari', 'क्षि', undefined],
    ['Korean', '한', 2],
  ])('of %s have as many characters as pieces they were made of', (_, piece, width) => {
    const text = piece.repeat(3000);
    const alone = graphemes(piece).length;
    expect(graphemes(text)).toHaveLength(3000 * alone);
    if (width !== undefined) expect(displayWidth(text)).toBe(3000 * width);
    expect(graphemes(text).join('')).toBe(text);
  });

  it.each(Array.from({ length: 24 }, (_, at) => 490 + at))(
    'keep a family whole behind %i letters',
    (letters) => {
      const text = `${'a'.repeat(letters)}${family}${'b'.repeat(40)}`;
      expect(graphemes(text)[letters]).toBe(family);
    },
  );

  it('of marks without end come back whole', () => {
    const text = `a${'\u0301'.repeat(10_000)}b`;
    expect(graphemes(text).join('')).toBe(text);
    expect(graphemes(text).at(-1)).toBe('b');
    expect(displayWidth(text)).toBeLessThan(20);
  });

  it('are cut to cells without looking at the rest', () => {
    expect(truncate('字'.repeat(1_000_000), 7)).toBe('字字字…');
    expect(truncate('и\u0306'.repeat(500_000), 3)).toBe('и\u0306и\u0306…');
    expect(truncate('ab'.repeat(600), 1200)).toBe('ab'.repeat(600));
  });
});
