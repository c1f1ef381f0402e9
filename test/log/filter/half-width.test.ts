import { describe, expect, it } from 'vitest';
import { half, isBlank } from '../../../src/log/filter/half-width.js';

describe('half', () => {
  it('is ASCII for wide forms, and leaves the rest', () => {
    expect(half('ｋｉｎｄ：！（＊）～')).toBe('kind:!(*)~');
    expect(half('报销，a。')).toBe('报销,a。');
    expect(half(undefined)).toBe('');
  });
});

describe('isBlank', () => {
  it('knows the wide blank', () => {
    expect([' ', '\t', '\n', '\u3000', '\u00a0', 'a', undefined].map(isBlank)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
