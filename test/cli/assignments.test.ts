import { describe, expect, it } from 'vitest';
import { naturalValue, readAssignments } from '../../src/cli/assignments.js';

describe('readAssignments', () => {
  it('splits at the first equals sign and keeps order, blanks and doubles', () => {
    expect(readAssignments(['a=1', 'b=x=y', 'c=', ' d = e ', 'a=2'], '--set')).toEqual([
      ['a', '1'],
      ['b', 'x=y'],
      ['c', ''],
      [' d ', ' e '],
      ['a', '2'],
    ]);
    expect(readAssignments([], '--set')).toEqual([]);
  });

  it.each(['novalue', '=x', ''])('refuses %j, naming the option', (text) => {
    expect(() => readAssignments([text], '--param')).toThrow(
      expect.objectContaining({
        code: 'E1001',
        params: { reason: 'assignment', option: '--param', value: text },
      }),
    );
  });
});

describe('naturalValue', () => {
  it.each([
    ['3', 3],
    ['true', true],
    ['null', null],
    ['{"a":1}', { a: 1 }],
    ['"3"', '3'],
    ['accept', 'accept'],
    ['', ''],
    ['{broken', '{broken'],
  ])('reads %j as %j', (text, value) => {
    expect(naturalValue(text)).toEqual(value);
  });
});
