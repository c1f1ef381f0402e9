import { expect, it } from 'vitest';
import { dropOldest } from '../../src/log/drop-oldest.js';

it('what was put in first is forgotten first', () => {
  const map = new Map(['a', 'b', 'c', 'd'].map((key) => [key, key]));
  map.delete('a');
  map.set('a', 'again');
  dropOldest(map, 2);
  expect([...map.keys()]).toEqual(['d', 'a']);
  dropOldest(map, 2);
  expect(map.size).toBe(2);
  dropOldest(map, 0);
  expect(map.size).toBe(0);
});
