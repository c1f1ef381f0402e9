import { expect, it } from 'vitest';
import { ownProp, textProp, variableOf } from '../../../src/card/act/prop.js';

it('a text prop is a text or empty', () => {
  expect(textProp({ a: 'x' }, 'a')).toBe('x');
  expect(textProp({ a: 3 }, 'a')).toBe('');
  expect(textProp({}, 'toString')).toBe('');
});

it('what objects inherit is no prop, what is spelled in the file is one', () => {
  expect(ownProp({}, 'constructor')).toBeUndefined();
  expect(ownProp(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
});

it('a variable is named by a wrapper or by itself', () => {
  expect(variableOf({ variable: 'a.b' })).toBe('a.b');
  expect(variableOf('a')).toBe('a');
  expect(variableOf({ variable: 3 })).toBe('');
  expect(variableOf(undefined)).toBe('');
});
