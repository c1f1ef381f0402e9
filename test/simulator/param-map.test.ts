import { expect, test } from 'vitest';
import { mergeParamMaps, readParamMap } from '../../src/simulator/param-map.js';

test('merging leaves both arguments alone', () => {
  const base = { a: '1', b: '1' };
  const changes = { b: '2' };
  expect(mergeParamMaps(base, changes)).toEqual({ a: '1', b: '2' });
  expect([base, changes]).toEqual([{ a: '1', b: '1' }, { b: '2' }]);
});

test('a variable called __proto__ is one like any other', () => {
  const map = mergeParamMaps({}, JSON.parse('{"__proto__":"x"}') as Record<string, string>);
  expect(JSON.stringify(map)).toBe('{"__proto__":"x"}');
  expect(Object.keys(mergeParamMaps(map, { a: '1' }))).toEqual(['__proto__', 'a']);
});

test('§3.1: what is no string becomes JSON text, and is named', () => {
  const read = readParamMap({ s: 's', n: 1.5, b: false, l: ['a'], o: {}, z: null });
  expect(read?.map).toEqual({ s: 's', n: '1.5', b: 'false', l: '["a"]', o: '{}' });
  expect(read?.nonStringKeys).toEqual(['n', 'b', 'l', 'o', 'z']);
});

test.each([undefined, null, 'x', 1, ['a']])('%j is no map', (value) => {
  expect(readParamMap(value)).toBeUndefined();
});
