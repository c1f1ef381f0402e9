import { describe, expect, it } from 'vitest';
import { lintMap, lintWhole } from '../../../src/card/lint/lint-sizes.js';

const of = (map: Record<string, string>) =>
  lintMap(map, 'm').map(({ code, params }) => ({ code, ...params }));

describe('sizes and characters', () => {
  it.each([
    ['a key of 100 bytes', { ['k'.repeat(100)]: '' }, []],
    ['a key of 101 bytes', { ['k'.repeat(101)]: '' }, ['D118']],
    ['a key of 34 Chinese characters', { ['键'.repeat(34)]: '' }, ['D118']],
    ['a value of 1 KB', { k: 'v'.repeat(1024) }, []],
    ['a value of 1025 bytes', { k: 'v'.repeat(1025) }, ['D119']],
    ['3000 Chinese characters', { k: '字'.repeat(3000) }, ['D119']],
    ['3001 Chinese characters', { k: '字'.repeat(3001) }, ['D121']],
    ['an emoji', { k: '😀' }, []],
    ['half of one', { k: '\ud83d' }, ['D122']],
    ['the other half', { k: 'a\ude00' }, ['D122']],
    ['a direction override', { k: 'a\u202eb' }, ['D122']],
    ['a key with a zero-width space', { 'k\u200b': '' }, ['T206']],
  ])('%s', (_, map, codes) => {
    expect(of(map as Record<string, string>).map(({ code }) => code)).toEqual(codes);
  });

  it('counts bytes, not characters', () => {
    expect(of({ k: '字'.repeat(400) })).toEqual([
      { code: 'D119', name: 'k', bytes: 1200, limit: 1024 },
    ]);
    expect(of({ k: '😀'.repeat(300) })[0]).toMatchObject({ bytes: 1200 });
  });

  it('counts public and private data together', () => {
    const half = 'x'.repeat(52_000);
    expect(lintWhole({ a: half }, {})).toEqual([]);
    expect(lintWhole({ a: half }, { u: { b: half } }).map(({ code }) => code)).toEqual(['D120']);
  });
});
