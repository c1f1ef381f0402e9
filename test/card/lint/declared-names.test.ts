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

it('guesses no more where thousands of names are unknown', () => {
  const variables = Array.from({ length: 2000 }, (_, at) => ({
    name: `known${at}`,
    type: 'string',
  }));
  const many = declaredNames(cardOf([], { variables }));
  const guesses = Array.from({ length: 100 }, (_, at) => many.find(`knwon${at}`));
  expect(guesses[0]).toEqual({ kind: 'no-name', name: 'knwon0', nearest: 'known0' });
  expect(guesses.at(-1)).toEqual({ kind: 'no-name', name: 'knwon99' });
});
