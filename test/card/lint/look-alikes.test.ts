import { describe, expect, it } from 'vitest';
import { lookAlikeIn, plainForm } from '../../../src/card/lint/look-alikes.js';

describe('look-alike characters', () => {
  it.each([
    ['status', undefined],
    ['标题_1', undefined],
    ['тест', undefined],
    ['ｓtatus', { character: 'U+FF53', like: 's' }],
    ['a\u00a0b', { character: 'U+00A0', like: '' }],
    ['a\ufeff', { character: 'U+FEFF', like: '' }],
    ['a\u202e', { character: 'U+202E', like: '' }],
    ['sсore', { character: 'U+0441', like: 'c' }],
    ['Αlpha', { character: 'U+0391', like: 'A' }],
  ])('in %j', (name, expected) => {
    expect(lookAlikeIn(name)).toEqual(expected);
  });

  it.each([
    ['ｓｔａｔｕｓ', 'status'],
    ['stаtus', 'status'],
    ['sta\u200btus', 'status'],
    ['标题', '标题'],
  ])('%j is plainly %j', (name, plain) => {
    expect(plainForm(name)).toBe(plain);
  });
});
