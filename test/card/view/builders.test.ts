import { expect, test } from 'vitest';
import { componentSupport } from '../../../src/card/support.js';
import { componentBuilders } from '../../../src/card/view/builders.js';

test('every component there is a level for has a builder, and the other way round', () => {
  expect([...componentBuilders.keys()].sort()).toEqual([...componentSupport.keys()].sort());
});

test('names of objects are no components', () => {
  expect(componentBuilders.has('constructor')).toBe(false);
  expect(componentBuilders.has('__proto__')).toBe(false);
});
