import { expect, test } from 'vitest';
import { diffData } from '../../../src/simulator/page/data-diff.js';

test('what changed comes first, what stayed last', () => {
  expect(diffData({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual([
    { name: 'b', before: '2', after: '9', is: 'changed' },
    { name: 'd', after: '4', is: 'added' },
    { name: 'c', before: '3', is: 'removed' },
    { name: 'a', before: '1', after: '1', is: 'same' },
  ]);
});

test('no data is empty data, and an empty text is a value', () => {
  expect(diffData(undefined, undefined)).toEqual([]);
  expect(diffData({ a: '' }, undefined)).toEqual([{ name: 'a', before: '', is: 'removed' }]);
});

test('names every object has are variables like any other', () => {
  const odd = JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>;
  expect(diffData({}, odd).map(({ name, is }) => [name, is])).toEqual([
    ['__proto__', 'added'],
    ['constructor', 'added'],
  ]);
});
