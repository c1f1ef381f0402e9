import { describe, expect, it } from 'vitest';
import { rulesShape } from '../../src/answer/rules-shape.js';
import type { ObjectShape, Shape } from '../../src/base/shape.js';

function objectsIn(shape: Shape): readonly ObjectShape[] {
  switch (shape.kind) {
    case 'object':
      return [shape, ...Object.values(shape.keys).flatMap(objectsIn)];
    case 'variant':
      return Object.values(shape.cases).flatMap(objectsIn);
    case 'listOf':
      return objectsIn(shape.items);
    case 'mapOf':
      return objectsIn(shape.values);
    default:
      return [];
  }
}

describe('the table of the rules file', () => {
  const objects = objectsIn(rulesShape);

  it('suggests only keys that exist, for names that do not', () => {
    expect(objects.length).toBeGreaterThan(6);
    for (const { keys, mistakes } of objects) {
      for (const [wrong, meant] of Object.entries(mistakes ?? {})) {
        expect(Object.keys(keys)).toContain(meant);
        expect(Object.keys(keys)).not.toContain(wrong);
      }
    }
  });

  it('requires only keys that exist', () => {
    for (const { keys, required, oneOf } of objects) {
      expect(Object.keys(keys)).toEqual(
        expect.arrayContaining([...(required ?? []), ...(oneOf ?? [])]),
      );
    }
  });
});
