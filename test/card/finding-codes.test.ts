import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findingTable } from '../../src/card/finding-codes.js';

const folder = path.resolve(import.meta.dirname, '../../src/card');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('finding-codes.ts'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');

it('every code is found by something', () => {
  expect(Object.keys(findingTable).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

it('names are in kebab-case and each belongs to one code', () => {
  const names = Object.values(findingTable).map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
