import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedExample } from '../../src/cli/shipped-example.js';
import { readProjectFile } from '../../src/config/project-file.js';

describe('examples that come with the program', () => {
  it('are found', () => {
    expect(existsSync(shippedExample('demo/rules.yaml'))).toBe(true);
  });

  it('name templates that are there', () => {
    const { templates } = readProjectFile(shippedExample('demo/dtcard.yaml'));
    const missing = [...templates.values()].filter(({ file }) => !existsSync(file ?? ''));
    expect([templates.size, missing]).toEqual([4, []]);
  });
});
