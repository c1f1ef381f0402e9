import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/display-width.js';
import { cellsOf, lineCells } from '../../src/paint/cells.js';

const look = {};
const texts = (text: string) => cellsOf(text, look).map((cell) => cell.text);

describe('cellsOf', () => {
  it('takes Latin and Chinese characters one by one', () => {
    expect(cellsOf('a同', look)).toEqual([
      { text: 'a', width: 1, look },
      { text: '同', width: 2, look },
    ]);
  });

  it('keeps together what is seen as one character', () => {
    expect(texts('▾\ufe0e─\u0301')).toEqual(['▾\ufe0e', '─\u0301']);
    expect(texts('好👩‍👩‍👧‍👦e\u0301x1\ufe0f\u20e3か\u3099🇨🇳')).toEqual([
      '好',
      '👩‍👩‍👧‍👦',
      'e\u0301',
      'x',
      '1\ufe0f\u20e3',
      'か\u3099',
      '🇨🇳',
    ]);
  });

  it('agrees with the width of the text', () => {
    const text = 'abc，中文「括号」 가나다 ｶﾅ カナ emoji 👍🏽 ① … ─ ─ é';
    expect(lineCells(cellsOf(text, look))).toBe(displayWidth(text));
    for (const sign of '─│╭╌█░▁▸▾▴◌◐◷✎⊘⟦⟧•◦▎▣…，。「Ａ가カ') {
      expect(cellsOf(sign, look)).toEqual([{ text: sign, width: displayWidth(sign), look }]);
    }
  });

  it('takes a letter and its mark for one in the longest text without a blank', () => {
    const cells = cellsOf('б\u0301ا\u064eक्षि'.repeat(20_000), look);
    expect(cells.length).toBe(cellsOf('б\u0301ا\u064eक्षि', look).length * 20_000);
  });

  it('knows the width of letters it takes by themselves', () => {
    for (let code = 0xc0; code <= 0x52f; code++) {
      const letter = String.fromCharCode(code);
      if (/\p{M}/u.test(letter)) continue;
      const [cell] = cellsOf(letter, look);
      expect(cell?.width ?? 0).toBe(displayWidth(letter));
    }
  });

  it('lets through nothing a terminal acts on', () => {
    const hostile = 'a\u001b[31mb\u202ec\u0007\ud800d\u009b2J\u200b';
    expect(texts(hostile).join('')).toBe('a�[31mb�c��d�2J�');
  });

  it('replaces a character heaped with marks', () => {
    expect(texts(`e${'\u0301'.repeat(1000)}x`)).toEqual(['\ufffd', 'x']);
  });

  it('leaves out marks that stand alone', () => {
    expect(texts('\u0301')).toEqual([]);
    expect(texts('')).toEqual([]);
  });
});
