import { describe, expect, it } from 'vitest';
import { lintStructure } from '../../../src/card/lint/lint-structure.js';
import type { Variable } from '../../../src/card/template/card-template.js';

const field = (name: string, type: string, fields: readonly Variable[] = []): Variable => ({
  name,
  type,
  private: false,
  fields,
  path: '',
});

const rows = field('rows', 'loopArray', [
  field('n', 'number'),
  field('inner', 'object', [field('x', 'boolean')]),
]);

const look = (value: unknown, variable = rows) =>
  lintStructure(variable, value as never, 'p').map(({ code, path }) => `${code} ${path}`);

describe('a decoded value', () => {
  it('is looked into field by field, at any depth', () => {
    expect(look([{ n: 1, inner: { x: true } }])).toEqual([]);
    expect(look([{ n: 'one', inner: { x: 'maybe', y: 1 } }])).toEqual([
      'D110 p[0].n',
      'D110 p[0].inner.x',
      'D111 p[0].inner.y',
    ]);
  });

  it('may hold a number or a boolean as its text', () => {
    expect(look([{ n: '1.5', inner: { x: 'false' } }])).toEqual([]);
  });

  it('of a type with a protocol is held to that, not to the spelled out fields', () => {
    const form = field('f', 'form', [field('fields', 'loopArray', [field('hidden', 'boolean')])]);
    expect(look({ fields: [{ name: 'a', type: 'TEXT' }] }, form)).toEqual([]);
  });

  it('of a thousand items is looked at in part, and said in part', () => {
    expect(look(Array.from({ length: 1000 }, () => ({})))).toHaveLength(50);
  });
});
