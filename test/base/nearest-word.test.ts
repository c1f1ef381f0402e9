import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/base/nearest-word.js';

const known = ['template', 'data', 'privateData', 'to', 'outTrackId'];

describe('nearest word', () => {
  it.each([
    ['tempalte', 'template'],
    ['templates', 'template'],
    ['Template', 'template'],
    ['dta', 'data'],
    ['outTrackID', 'outTrackId'],
    ['privatData', 'privateData'],
    ['ot', 'to'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearestWord(word, known)).toBe(meant);
  });

  it.each(['', 'colour', 'xyz', 'x'.repeat(100)])('has nothing to say about %j', (word) => {
    expect(nearestWord(word, known)).toBeUndefined();
  });

  it('does not compare with words that are far longer or shorter', () => {
    expect(nearestWord('data', ['d', 'x'.repeat(10_000_000), 'dats'])).toBe('dats');
  });

  it('has nothing to say when nothing is known', () => {
    expect(nearestWord('data', [])).toBeUndefined();
  });
});
