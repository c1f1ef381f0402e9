import { expect, test } from 'vitest';
import { fill } from '../../src/i18n/fill.js';

test('known placeholders are filled, others stay', () => {
  expect(fill('{a} and {b} and {a}', { a: 1 })).toBe('1 and {b} and 1');
});

test('what is put in is not read again, and names every object has are no parameters', () => {
  expect(fill('{a} {constructor}', { a: '{a}' })).toBe('{a} {constructor}');
});
