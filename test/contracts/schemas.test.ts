import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedSchemas } from '../../scripts/schemas.js';

const directory = path.resolve(import.meta.dirname, '../../schemas');

describe('published schemas', () => {
  it.each([...generatedSchemas()])(
    '%s is what the program checks (node --import tsx scripts/schemas.ts)',
    (name, text) => {
      expect(readFileSync(path.join(directory, name), 'utf8')).toBe(text);
    },
  );

  it('are all generated', () => {
    expect(readdirSync(directory).sort()).toEqual([...generatedSchemas().keys()].sort());
  });
});
