import { describe, expect, it } from 'vitest';
import { declaredNames } from '../../../src/card/lint/declared-names.js';
import { cardOf } from '../support/linted.js';

const names = declaredNames(
  cardOf([], {
    variables: [
      { name: 'title', type: 'string' },
      {
        name: 'info',
        type: 'object',
        fields: [{ name: 'a', type: 'object', fields: [{ name: 'b', type: 'string' }] }],
      },
      { name: 'rows', type: 'loopArray', fields: [{ name: 'x', type: 'string' }] },
      { name: 'open', type: 'object' },
    ],
    expressions: { sum: { type: 'number', is: '1' } },
    locals: { here: 'string' },
  }),
);

describe('declared names', () => {
  it.each([
    'title',
    'info.a.b',
    'rows[0].x',
    'rows.length',
    'open.any.thing',
    'sum',
    'here',
    'flowStatus',
  ])('%s is one', (path) => {
    expect(names.find(path)).toMatchObject({ kind: 'found' });
  });

  it.each([
    ['titel', { kind: 'no-name', name: 'titel', nearest: 'title' }],
    ['nothingLikeIt', { kind: 'no-name', name: 'nothingLikeIt' }],
    ['info.a.c', { kind: 'no-field', name: 'a', field: 'c', nearest: 'b' }],
    ['rows[0].zz', { kind: 'no-field', name: 'rows', field: 'zz' }],
    ['a b', { kind: 'no-path' }],
    ['', { kind: 'no-path' }],
    ['constructor', { kind: 'no-name', name: 'constructor' }],
  ])('%j is not', (path, expected) => {
    expect(names.find(path)).toEqual(expected);
  });
});
