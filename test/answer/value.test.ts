import { describe, expect, it } from 'vitest';
import { always, combined, listOf, valueFor, workedOut } from '../../src/answer/value.js';

const at = (nowMs: number) => ({ nowMs });
const now = workedOut(({ nowMs }) => nowMs);

describe('a value of the file', () => {
  it('is the same object each time when it is constant', () => {
    const value = { a: 1 };
    expect(valueFor(always(value), at(1))).toBe(value);
    expect(valueFor(always(value), at(2))).toBe(value);
  });

  it('made of constant ones is built once', () => {
    let built = 0;
    const build = (values: { readonly a: number }) => ({ ...values, built: ++built });
    const whole = combined({ a: always(1) }, build);
    expect(valueFor(whole, at(1))).toBe(valueFor(whole, at(2)));
    expect(built).toBe(1);
  });

  it('made of one that changes is built each time', () => {
    const whole = combined({ a: always(1), b: now }, (values) => values);
    expect(whole.isConstant).toBe(false);
    expect(valueFor(whole, at(5))).toEqual({ a: 1, b: 5 });
    expect(valueFor(whole, at(6))).toEqual({ a: 1, b: 6 });
  });

  it('may be a list of both', () => {
    expect(valueFor(listOf([always(1), now]), at(5))).toEqual([1, 5]);
    const fixed = listOf([always(1), always(2)]);
    expect(valueFor(fixed, at(1))).toBe(valueFor(fixed, at(2)));
    expect(valueFor(listOf([]), at(1))).toEqual([]);
  });
});
