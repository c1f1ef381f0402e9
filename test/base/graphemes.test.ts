import { describe, expect, it } from 'vitest';
import { eachGrapheme, graphemes } from '../../src/base/graphemes.js';

describe('characters as people count them', () => {
  it.each([
    ['abc', ['a', 'b', 'c']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['👨‍👩‍👧报', ['👨‍👩‍👧', '报']],
    ['🇨🇳🇨🇳', ['🇨🇳', '🇨🇳']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(graphemes(text)).toEqual(expected);
  });

  it('come one at a time from a text of any length', () => {
    const [first] = eachGrapheme('字'.repeat(1_000_000));
    expect(first).toBe('字');
  });
});
