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
    const items = Array.from({ length: 1000 }, () => ({ n: 'one', inner: {} }));
    expect(look(items)).toHaveLength(50);
  });
});

describe('fields of items', () => {
  const say = (value: unknown, variable = rows) =>
    lintStructure(variable, value as never, 'p').map(
      ({ code, path, severity }) => `${code} ${path} ${severity}`,
    );
  const inner = { x: true };

  it('that no item has are a warning, those of some items only are a word, each said once', () => {
    expect(say([{ n: 1 }, { n: 2 }])).toEqual(['D109 p[0].inner warning']);
    expect(say([{ n: 1, inner }, { inner }, { inner }])).toEqual(['D109 p[1].n info']);
  });

  it('of an object that is not filled in yet are a word', () => {
    const form = field('form', 'object', [field('date', 'string')]);
    expect(say({}, form)).toEqual(['D109 p.date info']);
    expect(say({ other: 1 }, form)).toEqual(['D109 p.date warning', 'D111 p.other info']);
  });

  it('that are not declared are a word, once, and a warning when nearly declared', () => {
    const two = field('people', 'loopArray', [field('nickname', 'string')]);
    const nickname = 'x';
    expect(
      say(
        [
          { nickname, index: 0 },
          { nickname, index: 1 },
          { nickname, nicknmae: 'y' },
        ],
        two,
      ),
    ).toEqual(['D111 p[0].index info', 'D111 p[2].nicknmae warning']);
  });
});
