import { describe, expect, it } from 'vitest';
import { compilePattern, patternReach, splitPattern } from '../../src/base/pattern.js';

function problemOf(source: string, flags = ''): string | undefined {
  const compiled = compilePattern(source, flags);
  return compiled.ok ? undefined : compiled.problem;
}

function fits(source: string, text: string, flags = ''): boolean {
  const compiled = compilePattern(source, flags);
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.test(text);
}

describe('a pattern in a text', () => {
  it.each([
    ['/a/', 'a', ''],
    ['/a\\/b/i', 'a\\/b', 'i'],
    ['/usr/bin/', 'usr/bin', ''],
    ['/a\nb/s', 'a\nb', 's'],
  ])('%j is one', (text, source, flags) => {
    expect(splitPattern(text)).toEqual({ source, flags });
  });

  it.each(['a', '/a', 'a/', '//', '', '/a/I', '/a/ i'])('%j is none', (text) => {
    expect(splitPattern(text)).toBeUndefined();
  });
});

describe('a compiled pattern', () => {
  it.each([
    ['^报销.*元$', '报销 100 元', '', true],
    ['^help$', 'Help', 'i', true],
    ['^.$', '\u{1f600}', '', true],
    ['\\d{3}', '12', '', false],
    ['\\-', '-', '', true],
    ['a.c', 'a\nc', 's', true],
  ])('/%s/ on %j', (source, text, flags, expected) => {
    expect(fits(source, text, flags)).toBe(expected);
  });

  it('keeps no state between texts', () => {
    const compiled = compilePattern('a', '');
    if (!compiled.ok) throw new Error(compiled.problem);
    expect([1, 2, 3].map(() => compiled.test('a'))).toEqual([true, true, true]);
  });

  it('does not look behind its reach', () => {
    expect(fits('x', `${'a'.repeat(patternReach - 1)}x`)).toBe(true);
    expect(fits('x', `${'a'.repeat(patternReach)}x`)).toBe(false);
    expect(fits('a*b*c*x', `${'a'.repeat(1000)}x`)).toBe(false);
  });

  it.each([
    ['(', ''],
    ['[', ''],
    ['a{2,1}', ''],
    ['(?<n>a)(?<n>b)', ''],
    ['\\p{Nonsense}', 'u'],
  ])('/%s/%s is refused', (source, flags) => {
    expect(problemOf(source, flags)).toMatch(/Invalid regular expression/);
  });

  it.each(['g', 'y', 'v', 'd', 'q'])('does not take the flag %s', (flag) => {
    expect(problemOf('a', flag)).toContain(`flag "${flag}"`);
  });
});

describe('a pattern that can take forever', () => {
  it.each([
    '(a+)+$',
    '(a*)*',
    '(?:a+)*b',
    '((a+)?)*',
    '(a+){12}',
    '(a?b?)*c',
    '(a{0,5})+b',
    '(a?){10,}b',
    '(a?){9}a{9}',
    '(a{2,})+',
    '(?<x>a+)+',
    '(a|a)*b',
    '(a|ab)*c',
    '(\\d|[0-9])+x',
    '(.|x)+',
    '(\\w|_)*$',
    '(a||b)*',
    '([)]+)+',
    '(\\)+)+',
  ])('/%s/ is refused', (source) => {
    expect(problemOf(source)).toMatch(/forever/);
  });

  it.each([
    '(a+)?',
    '(a|b)*',
    '(?:请假|报销)+',
    '(\\d|-)+',
    '(ab)+c+',
    '[(a+)+]+',
    '\\(a+\\)+',
    'a+b+c+',
    '(a+){2}',
    '(?:a+|b+)',
    '(?=a+)b*',
    '(a[b|c]d)+',
  ])('/%s/ is not', (source) => {
    expect(problemOf(source)).toBeUndefined();
  });

  it.each([
    ['.*a.*b.*c', 'ab'],
    ['\\s*\\s*\\s*x', ' '],
    ['a*a*a*a*a*a*b', 'a'],
    ['(a+){3}b', 'a'],
    ['(.*),(.*),(.*)x', ','],
  ])('/%s/ is tried on less of a long text, and comes to an end', (source, piece) => {
    expect(fits(source, piece.repeat(5000))).toBe(false);
  });

  it('names the part that is to blame', () => {
    expect(problemOf('^x(y+)+z$')).toContain('"(y+)+"');
  });
});
