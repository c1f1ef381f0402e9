import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedTemplates } from '../../scripts/templates.js';

const root = path.resolve(import.meta.dirname, '../..');

describe("the project's own templates", () => {
  it.each([...generatedTemplates()])(
    '%s is what its source says (node --import tsx scripts/templates.ts)',
    (name, text) => {
      expect(readFileSync(path.join(root, name), 'utf8')).toBe(text);
    },
  );
});
