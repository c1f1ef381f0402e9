import { describe, expect, it } from 'vitest';
import { projectShape } from '../../src/config/project-shape.js';

describe('the shape of the project file', () => {
  it('points mistakes at keys there are', () => {
    const templates = projectShape.keys['templates'];
    if (templates?.kind !== 'mapOf' || templates.values.kind !== 'object') throw new Error('shape');
    for (const { keys, mistakes } of [projectShape, templates.values]) {
      for (const [mistake, meant] of Object.entries(mistakes ?? {})) {
        expect(Object.keys(keys), mistake).toContain(meant);
        expect(Object.keys(keys)).not.toContain(mistake);
      }
    }
  });
});
