import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** Where something is proved. */
export interface Proof {
  /** Below `test/`. */
  readonly file: string;
  /** Parts of test names, as they stand in the source; none: the whole file. */
  readonly tests: readonly string[];
}

const testRoot = path.resolve(import.meta.dirname, '..');

/** The file is there, and so are the tests. */
export function expectProof({ file, tests }: Proof): void {
  const full = path.join(testRoot, file);
  expect(existsSync(full)).toBe(true);
  const source = readFileSync(full, 'utf8').replaceAll("\\'", "'");
  expect(tests.filter((name) => !source.includes(name))).toEqual([]);
}
