import { describe, expect, it } from 'vitest';
import { cssColour, cssGradient, px } from '../../../../src/simulator/page/paint/css-value.js';

describe('cssColour', () => {
  it.each(['#fff', '#12345678', 'rgba(1, 2, 3, .5)', 'rgb(0 0 0 / 40%)', 'red', ' #007fff '])(
    'takes %s',
    (colour) => {
      expect(cssColour(colour)).toBe(colour.trim());
    },
  );

  it.each([
    'red; background: url(https://tracker.test)',
    'url(https://tracker.test)',
    '#12',
    'rgba(1,2,3,url(x))',
    'var(--dt-text)',
    '',
  ])('refuses %s', (colour) => {
    expect(cssColour(colour)).toBeUndefined();
  });
});

describe('cssGradient', () => {
  it('goes where it is told', () => {
    expect(cssGradient({ direction: 'toRight', colours: ['#19f8a0', '#1947b9'] })).toBe(
      'linear-gradient(to right, #19f8a0, #1947b9)',
    );
  });

  it('leaves out what is no colour', () => {
    expect(cssGradient({ direction: 'toBottom', colours: ['red', 'x);y'] })).toBe(
      'linear-gradient(to bottom, red, red)',
    );
    expect(cssGradient({ direction: 'toBottom', colours: ['x);y'] })).toBeUndefined();
  });
});

describe('px', () => {
  it('keeps numbers within reason and drops what is none', () => {
    expect(px(12)).toBe(12);
    expect(px(1e9)).toBe(20_000);
    expect(px(-1e9)).toBe(-1000);
    expect(px(Number.NaN)).toBeUndefined();
    expect(px(undefined)).toBeUndefined();
  });
});
