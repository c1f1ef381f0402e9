import { describe, expect, it } from 'vitest';
import { bound, ref, text, type VariableSource } from '../../../scripts/templates/exported.js';
import { type DataToLint, lintData } from '../../../src/card/lint/lint-data.js';
import { cardOf, node, templateOf } from '../support/linted.js';

const variables: readonly VariableSource[] = [
  { name: 'title', type: 'string' },
  { name: 'count', type: 'number' },
  { name: 'flag', type: 'boolean' },
  { name: 'note', type: 'markdown' },
  {
    name: 'rows',
    type: 'loopArray',
    fields: [
      { name: 'label', type: 'string' },
      { name: 'n', type: 'number' },
    ],
  },
  { name: 'btn_status', type: 'string' },
  { name: 'mine', type: 'string', private: true },
  { name: 'unused', type: 'string' },
];

const template = cardOf(
  [
    node('BaseText', { text: text('${title} ${computed}') }),
    node('Loop', { listData: ref('rows') }, [node('BaseText', { text: text('${loop.label}') })]),
    node('SingleButton', { text: text('ok'), status: bound('dynamicSelect', 'btn_status') }),
    node('BaseText', { text: text('${mine} ${local}') }),
  ],
  {
    variables,
    expressions: { computed: { type: 'string', is: 'count + 1' } },
    locals: { local: 'string' },
  },
);

const good = { title: 't', btn_status: 'normal', mine: 'm', rows: '[{"label":"a","n":1}]' };

const lint = (data: DataToLint) =>
  lintData(template, data).map(({ code, path, params }) => ({ code, path, ...params }));

const codes = (cardParamMap: DataToLint['cardParamMap']) =>
  lintData(template, { cardParamMap, isPartial: true }).map(({ code }) => code);

describe('data for a template', () => {
  it('that is as it should be needs no word', () => {
    const { mine, ...cardParamMap } = good;
    expect(lint({ cardParamMap, privateData: { user002: { mine } } })).toEqual([]);
  });

  it.each([
    ['a number', 3, 'number'],
    ['a boolean', true, 'boolean'],
    ['a list', ['a'], 'array'],
    ['an object', { a: 1 }, 'object'],
    ['null', null, 'null'],
  ])('holds texts, not %s', (_, value, type) => {
    expect(lint({ cardParamMap: { title: value }, isPartial: true })).toContainEqual({
      code: 'D101',
      path: 'cardParamMap.title',
      name: 'title',
      type,
    });
  });

  it.each([
    ['count', 'many'],
    ['count', '"5"'],
    ['flag', 'yes'],
    ['flag', 'True'],
    ['rows', '{"a":1}'],
    ['rows', '[oops'],
  ])('%s = %s is not of its type', (name, value) => {
    expect(codes({ [name]: value })).toEqual(['D102']);
  });

  it.each([
    ['count', '5'],
    ['count', '-1.5e3'],
    ['flag', 'true'],
    ['note', '# anything'],
    ['rows', '[]'],
    ['count', ''],
  ])('%s = %j is', (name, value) => {
    expect(codes({ [name]: value })).toEqual([]);
  });

  it('with a key nobody declared names the nearest', () => {
    expect(lint({ cardParamMap: { titel: 'x' }, isPartial: true })).toEqual([
      { code: 'D103', path: 'cardParamMap.titel', name: 'titel', nearest: 'title' },
    ]);
  });

  it('with reserved keys needs no word', () => {
    expect(
      codes({ flowStatus: '1', config: '{"autoLayout":true}', sys_full_json_obj: '{}' }),
    ).toEqual([]);
  });

  it.each([
    ['computed', 'expList'],
    ['local', 'localList'],
  ])('%s cannot be set', (name, kind) => {
    expect(lint({ cardParamMap: { [name]: 'x' }, isPartial: true })).toEqual([
      { code: 'D104', path: `cardParamMap.${name}`, name, kind },
    ]);
  });

  it('in the wrong scope', () => {
    expect(
      lint({
        cardParamMap: { mine: 'x' },
        privateData: { user002: { title: 'y' } },
        isPartial: true,
      }),
    ).toEqual([
      { code: 'D106', path: 'privateData.user002.title', name: 'title', userId: 'user002' },
      { code: 'D105', path: 'cardParamMap.mine', name: 'mine' },
    ]);
  });

  it('that leaves out what is shown; what decides about a button weighs more', () => {
    expect(lint({ cardParamMap: {} })).toEqual([
      { code: 'D108', path: 'cardParamMap.btn_status', name: 'btn_status' },
      { code: 'D107', path: 'cardParamMap.title', name: 'title' },
      { code: 'D107', path: 'cardParamMap.rows', name: 'rows' },
      { code: 'D107', path: 'privateData.mine', name: 'mine' },
    ]);
  });

  it('looks into declared fields', () => {
    const rows = JSON.stringify([
      { label: 'a', n: 1 },
      { lable: 'b', n: 'x' },
    ]);
    expect(lint({ cardParamMap: { rows }, isPartial: true })).toEqual([
      { code: 'D110', path: 'cardParamMap.rows[1].n', name: 'n', type: 'number' },
      { code: 'D111', path: 'cardParamMap.rows[1].lable', name: 'lable', nearest: 'label' },
      { code: 'D109', path: 'cardParamMap.rows[1].label', name: 'label', type: 'string' },
    ]);
  });

  it('that is no text is said once, and judged as the text it should have been', () => {
    const variables = [
      { name: 's', type: 'string' },
      { name: 'n', type: 'number' },
      { name: 'rows', type: 'loopArray' },
    ] as const;
    const template = cardOf([], { variables });
    const of = (cardParamMap: DataToLint['cardParamMap']) =>
      lintData(template, { cardParamMap, isPartial: true }).map(({ code }) => code);
    expect(of({ s: 5 })).toEqual(['D101']);
    expect(of({ n: 5 })).toEqual(['D101']);
    expect(of({ rows: [] })).toEqual(['D101']);
    expect(of({ n: 'five' })).toEqual(['D102']);
    expect(of({ n: true })).toEqual(['D101', 'D102']);
  });

  it('may hold what the platform knows by itself', () => {
    expect(
      codes({ lastMessage: '新消息', config: '{"autoLayout":true}', flowStatus: '1' }),
    ).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('may hold a key called %s', (name) => {
    const cardParamMap = JSON.parse(`{"${name}":"x"}`) as DataToLint['cardParamMap'];
    expect(codes(cardParamMap)).toEqual(['D103']);
  });

  it('of an AI card names a state there is', () => {
    const root = node('AICardContainer', {}, [
      node('AICardStatusContainer', { status: 1 }),
      node('AICardStatusContainer', { status: 3 }),
    ]);
    const ai = templateOf({ root, variables: [{ name: 'flowStatus', type: 'string' }] });
    const of = (flowStatus: string) =>
      lintData(ai, { cardParamMap: { flowStatus } }).map(({ code, params }) => ({
        code,
        ...params,
      }));
    expect(of('1')).toEqual([]);
    expect(of('5')).toEqual([{ code: 'D113', status: '5', states: '1, 3' }]);
    const bound = templateOf({
      root: { ...root, props: { flowStatusVar: ref('step') } },
      variables: [{ name: 'step', type: 'string' }],
    });
    const places = (cardParamMap: DataToLint['cardParamMap']) =>
      lintData(bound, { cardParamMap }).map(({ code, path }) => `${code} ${path}`);
    expect(places({ step: '3', flowStatus: '9' })).toEqual([]);
    expect(places({ step: '9' })).toEqual(['D113 cardParamMap.step']);
    expect(places({ step: '', flowStatus: '9' })).toEqual(['D113 cardParamMap.flowStatus']);
  });
});

it('guesses no more where thousands of names are unknown', () => {
  const known = Array.from({ length: 2000 }, (_, at) => ({ name: `known${at}`, type: 'string' }));
  const names = Array.from({ length: 100 }, (_, at) => [`knwon${at}`, 'x']);
  const findings = lintData(cardOf([], { variables: known }), {
    cardParamMap: Object.fromEntries(names),
    isPartial: true,
  });
  const guesses = findings.filter(({ code }) => code === 'D103').map(({ params }) => params);
  expect(guesses).toHaveLength(100);
  expect(guesses[0]).toEqual({ name: 'knwon0', nearest: 'known0' });
  expect(guesses.at(-1)).toEqual({ name: 'knwon99', nearest: '' });
});
