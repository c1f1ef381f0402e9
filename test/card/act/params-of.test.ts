import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { isDeclared, paramsOf } from '../../../src/card/act/params-of.js';
import { readParams } from '../../../src/card/act/read-params.js';
import { type DrawInput, drawCard } from '../../support/draw-card.js';

const variables = [
  { name: 'n', type: 'number' },
  { name: 'rows', type: 'loopArray', fields: [{ name: 'id', type: 'string' }] },
  { name: 'mine', type: 'string', private: true },
  { name: 'unset', type: 'string' },
];

const data = {
  cardData: { n: 5, rows: [{ id: 'a' }], mine: 'public' },
  cardPrivateData: { mine: 'own' },
};

const variable = (path: string, loop = false) => ({
  name: 'p',
  type: 'variable',
  variable: path,
  variableType: loop ? 'loop' : 'global',
});

const params = (list: JsonValue, where = {}, input: DrawInput = {}) =>
  paramsOf(readParams(list), drawCard([], { variables, ...data, ...input }).evaluation, {
    place: { frames: [] },
    fallbackId: '',
    ...where,
  });

describe('paramsOf', () => {
  it('sends fixed values as text', () => {
    const fixed = (value: JsonValue) => params([{ name: 'p', type: 'fixed', value }]);
    expect(fixed('5')).toEqual({ p: '5' });
    expect(fixed(5)).toEqual({ p: '5' });
    expect(fixed(true)).toEqual({ p: 'true' });
    expect(fixed('${n}')).toEqual({ p: '${n}' });
    expect(fixed({ type: 'dynamicString', content: 'x', i18n: false })).toEqual({ p: 'x' });
  });

  it('sends variables with their JSON type, one’s own first', () => {
    expect(params([variable('n')])).toEqual({ p: 5 });
    expect(params([variable('rows')])).toEqual({ p: [{ id: 'a' }] });
    expect(params([variable('mine')])).toEqual({ p: 'own' });
  });

  it('reads the item of the loop around it', () => {
    const frames = [{ listPath: 'rows', item: { id: 'b' }, index: 1 }];
    expect(params([variable('rows[0].id', true)], { place: { frames } })).toEqual({ p: 'b' });
  });

  it('sends an empty text for what is not declared, even where data has it', () => {
    const input = { cardData: { nobody: 'x' } };
    expect(params([variable('nobody')], {}, input)).toEqual({ p: '' });
    expect(params([variable('')])).toEqual({ p: '' });
  });

  it('leaves out what has no value, or sends null', () => {
    expect(params([variable('unset')])).toEqual({});
    expect(params([variable('unset')], {}, { settings: { unsetParam: 'null' } })).toEqual({
      p: null,
    });
  });

  it('puts in what was entered, and what a callback answered', () => {
    const builtIn = { name: 'p', type: 'builtIn', id: '__built_in_inputResult__' };
    expect(params([builtIn], { result: 'typed' })).toEqual({ p: 'typed' });
    expect(params([builtIn])).toEqual({});
    const event = { cardData: { x: 1 }, cardPrivateData: {} };
    const answered = { name: 'p', type: 'eventData', eventData: 'cardData.x' };
    expect(params([answered], { place: { frames: [], event } })).toEqual({ p: 1 });
  });

  it('replaces the parameter form inside a form, and only there', () => {
    const form = { name: 'form', type: 'fixed', value: 'x' };
    expect(params([form], { form: { a: 1 } })).toEqual({ form: { a: 1 } });
    expect(params([form])).toEqual({ form: 'x' });
  });

  it('holds names that objects inherit', () => {
    const sent = params([
      { name: '__proto__', type: 'fixed', value: 'x' },
      { name: 'constructor', type: 'fixed', value: 'y' },
    ]);
    expect(JSON.stringify(sent)).toBe('{"__proto__":"x","constructor":"y"}');
  });
});

it('a path is declared by its first name', () => {
  const { template } = drawCard([], {
    variables,
    locals: { l: 'string' },
    expressions: { e: { type: 'string', is: '1' } },
  }).evaluation;
  expect(['rows[0].id', 'n.x', 'l', 'e'].map((path) => isDeclared(template, path))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['row', 'toString', ''].map((path) => isDeclared(template, path))).toEqual([
    false,
    false,
    false,
  ]);
});
