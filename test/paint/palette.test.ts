import { describe, expect, it } from 'vitest';
import { createPalette } from '../../src/paint/palette.js';

describe('on the ground of the terminal', () => {
  const { text, background } = createPalette('light', 'terminal');

  it('leaves dark grey text to the terminal and dims light grey', () => {
    expect(text('#171a1d')).toEqual({});
    expect(text('#a2a3a5')).toEqual({ dim: true });
    expect(text('rgba(23, 26, 29, 0.4)')).toEqual({ dim: true });
  });

  it('keeps colours', () => {
    expect(text('#007fff')).toEqual({ fg: '#007fff' });
    expect(text('#f00')).toEqual({ fg: '#ff0000' });
  });

  it('keeps every colour that stands on a background', () => {
    expect(text('#171a1d', '#e8f3ff')).toEqual({ fg: '#171a1d' });
    expect(text(undefined, '#e8f3ff')).toEqual({ fg: '#000000' });
    expect(text(undefined, '#003366')).toEqual({ fg: '#ffffff' });
  });

  it('paints tints, and no grey that is hardly seen', () => {
    expect(background('#e8f3ff')).toBe('#e8f3ff');
    expect(background('#ffffff')).toBeUndefined();
    expect(background('#f5f6f7')).toBeUndefined();
    expect(background('#007fff80')).toBe('#7fbfff');
    expect(background('#00000000')).toBeUndefined();
  });

  it('takes nonsense for no colour', () => {
    for (const colour of ['', 'red;', '#12', 'rgba(1,2)', 'rgba(999,0,0,1)', '#gggggg']) {
      expect(text(colour)).toEqual({});
      expect(background(colour)).toBeUndefined();
    }
  });
});

describe('on the ground of the card', () => {
  it('gives exact colours over the card’s own background', () => {
    const { ground, text } = createPalette('dark', 'card');
    expect(ground).toBe('#1e1e1e');
    expect(text('#ffffff80', ground)).toEqual({ fg: '#8f8f8f' });
  });
});
