import { expect, it } from 'vitest';
import { fromEntries, withEntry, withoutEntry } from '../../../src/card/act/json-object.js';

const hostile = '__proto__';

it('an object is what its entries say, the last one of a name', () => {
  expect(
    fromEntries([
      ['a', 1],
      ['a', 2],
      ['b', 3],
    ]),
  ).toEqual({ a: 2, b: 3 });
});

it('copies, and leaves the original alone', () => {
  const before = { a: 1 };
  expect(withEntry(before, 'b', 2)).toEqual({ a: 1, b: 2 });
  expect(withoutEntry({ a: 1, b: 2 }, 'a')).toEqual({ b: 2 });
  expect(before).toEqual({ a: 1 });
});

it('__proto__ is an entry like any other', () => {
  const object = withEntry({}, hostile, { polluted: true });
  expect(Object.keys(object)).toEqual([hostile]);
  expect('polluted' in object).toBe(false);
  expect(withoutEntry(object, hostile)).toEqual({});
});
