import { describe, expect, it } from 'vitest';
import { oneLine, visibleText } from '../../../../src/simulator/page/paint/visible-text.js';

describe('visibleText', () => {
  it('shows escape sequences instead of dropping or obeying them', () => {
    expect(visibleText('\u001b[31mred')).toBe('␛[31mred');
    expect(visibleText('a\u0000b\u0007')).toBe('a␀b␇');
  });

  it('marks characters that reorder or hide text', () => {
    expect(visibleText('abc\u202etxt.exe')).toBe('abc\ufffdtxt.exe');
    expect(visibleText('a\u200bb\u2066c\ufeff')).toBe('a\ufffdb\ufffdc\ufffd');
  });

  it('marks halves of surrogate pairs and keeps whole ones', () => {
    expect(visibleText('\ud83d!')).toBe('\ufffd!');
    expect(visibleText('!\ude00')).toBe('!\ufffd');
    expect(visibleText('👩‍💻 好')).toBe('👩‍💻 好');
  });

  it('keeps line breaks and tabs', () => {
    expect(visibleText('a\r\nb\n\tc')).toBe('a\nb\n\tc');
  });
});

describe('oneLine', () => {
  it('makes one line of several', () => {
    expect(oneLine('a\r\n\nb\tc\u2028d')).toBe('a b c d');
  });
});
