import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProjectFile } from '../../src/config/find-project.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-find-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('finding the project file', () => {
  it('looks from the directory upwards, and only at files', () => {
    const deep = path.join(directory, 'a', 'b');
    mkdirSync(path.join(deep, 'dtcard.yaml'), { recursive: true });
    expect(findProjectFile(deep)).toBeUndefined();
    writeFileSync(path.join(directory, 'dtcard.yaml'), 'version: 1\n');
    expect(findProjectFile(deep)).toBe(path.join(directory, 'dtcard.yaml'));
    writeFileSync(path.join(directory, 'a', 'dtcard.yaml'), 'version: 1\n');
    expect(findProjectFile(deep)).toBe(path.join(directory, 'a', 'dtcard.yaml'));
    expect(findProjectFile(path.join(directory, 'gone', 'too'))).toBe(
      path.join(directory, 'dtcard.yaml'),
    );
  });
});
