import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/json-text.js';
import { decodeParamMap } from '../../../src/card/data/decode-data.js';
import { createEvaluation } from '../../../src/card/evaluate/create-evaluation.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import {
  codesOf,
  evaluationInput,
  evaluationOf,
  templateText,
  top,
} from '../../support/card-evaluation.js';

const variable = (name: string) => ({
  type: 'dynamicNumber',
  valueType: 'variable',
  variable: name,
  variableType: 'global',
});

describe('numbers', () => {
  const evaluation = evaluationOf(
    { variables: ['n:number', 's', 'empty', 'o:object'] },
    { cardData: { n: 3, s: ' 4.5 ', empty: '', o: {} } },
  );

  it.each<[JsonValue | undefined, number]>([
    [undefined, -1],
    [null, -1],
    [8, 8],
    ['8', 8],
    ['8px', -1],
    [true, -1],
    [variable('n'), 3],
    [variable('s'), 4.5],
    [variable('empty'), -1],
    [variable('o'), -1],
    [variable(''), -1],
    [{ type: 'dynamicWidth', valueType: 'full', value: 100 }, -1],
  ])('%j', (wrapper, number) => {
    expect(evaluation.number(wrapper, top, -1)).toBe(number);
  });
});

describe('booleans', () => {
  const evaluation = evaluationOf(
    { variables: ['b:boolean', 's', 'unset'] },
    { cardData: { b: true, s: 'false' } },
  );

  it.each<[string, JsonValue | undefined, boolean, boolean]>([
    ['nothing', undefined, true, true],
    ['nothing', undefined, false, false],
    ['false', false, true, false],
    ['the text true', 'true', false, true],
    ['a variable', variable('b'), false, true],
    ['the text false', variable('s'), true, false],
    ['a variable without a value', variable('unset'), true, false],
    ['no variable chosen', variable(''), true, true],
  ])('%s, else %s', (_what, wrapper, fallback, value) => {
    expect(evaluation.boolean(wrapper, top, fallback)).toBe(value);
  });
});

describe('items of lists', () => {
  const list = { type: 'variableValue', variable: 'rows', variableType: 'global' };

  it.each<[string, JsonValue | undefined, JsonObject, readonly string[]]>([
    ['no list', undefined, {}, []],
    ['an unset list', list, {}, []],
    ['an empty text', list, { rows: '' }, []],
    ['an object', list, { rows: { a: 1 } }, ['T308']],
    ['a text', list, { rows: 'x' }, ['T308']],
  ])('%s has none', (_what, listData, cardData, codes) => {
    const evaluation = evaluationOf({ variables: ['rows:loopArray'] }, { cardData });
    expect(evaluation.items(listData, top)).toEqual([]);
    expect(codesOf(evaluation)).toEqual(codes);
  });

  it('have a place of their own, inside the place of the list', () => {
    const evaluation = evaluationOf(
      { variables: ['rows:loopArray'] },
      { cardData: { rows: ['a', 'b'] } },
    );
    const event = { cardData: {}, cardPrivateData: {} };
    const outer = { listPath: 'x', item: 1, index: 0 };
    const items = evaluation.items(list, { frames: [outer], event });
    expect(items.map(({ value, index }) => [value, index])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(items[1]?.place).toEqual({
      frames: [outer, { listPath: 'rows', item: 'b', index: 1 }],
      event,
    });
  });

  it('stand for a list that is named, or given', () => {
    const evaluation = evaluationOf(
      { variables: ['rows:loopArray'] },
      { cardData: { rows: ['a'] } },
    );
    expect(evaluation.items('rows', top).map(({ value }) => value)).toEqual(['a']);
    expect(evaluation.items([1, 2], top)).toHaveLength(2);
  });

  it('are five thousand at most', () => {
    const rows = Array.from({ length: 6000 }, () => ({}));
    const evaluation = evaluationOf({ variables: ['rows:loopArray'] }, { cardData: { rows } });
    expect(evaluation.items(list, top)).toHaveLength(5000);
    expect(codesOf(evaluation)).toEqual(['T304']);
  });
});

/** template-format §5.6. */
const composed = templateText({
  schema: {
    version: '1.0.0',
    componentsMap: [],
    i18n: {},
    componentsTree: [
      {
        componentName: 'Card',
        id: 'n0',
        props: {},
        children: [
          {
            componentName: 'BaseText',
            id: 'n1',
            props: { text: { type: 'dynamicString', content: 'Hello ${who}', i18n: false } },
          },
          {
            componentName: 'Loop',
            id: 'n2',
            props: {
              listData: { type: 'variableValue', variable: 'rows', variableType: 'global' },
            },
            children: [
              {
                componentName: 'BaseText',
                id: 'n3',
                props: {
                  text: { type: 'dynamicString', content: '• ${loop.label}', i18n: false },
                  visible: {
                    type: 'dynamicVisible',
                    valueType: 'condition',
                    value: true,
                    condition: {
                      op: 'and',
                      conditions: [
                        {
                          type: 'variable',
                          variable: 'rows[0].hide',
                          variableType: 'loop',
                          op: 'isFalse',
                          value: '',
                          valueType: 'fixed',
                        },
                      ],
                    },
                  },
                },
              },
            ],
          },
          {
            componentName: 'SingleButton',
            id: 'n4',
            props: {
              status: {
                type: 'dynamicSelect',
                valueType: 'variable',
                variable: 'btn_status',
                variableType: 'global',
                value: 'normal',
              },
            },
          },
        ],
      },
    ],
  },
  variableList: [
    { id: 'who', name: 'who', type: 'string', private: false },
    {
      id: 'rows',
      name: 'rows',
      type: 'loopArray',
      private: false,
      schema: [
        { id: 'rows[0].label', name: 'label', type: 'string' },
        { id: 'rows[0].hide', name: 'hide', type: 'boolean' },
      ],
    },
  ],
  expList: [
    {
      id: 'btn_status',
      name: 'btn_status',
      type: 'string',
      expContent: "rows.length > 0 ? 'normal' : 'disabled'",
    },
  ],
});

describe('a whole template', () => {
  function drawn(cardParamMap: Readonly<Record<string, string>>) {
    const template = readTemplate(composed);
    const cardData = decodeParamMap(template.variables, cardParamMap);
    const { switches, settings } = evaluationInput({});
    const data = { cardData, cardPrivateData: {}, localData: {} };
    const evaluation = createEvaluation({ template, data, switches, settings });
    const [hello, loop, button] = template.root?.children ?? [];
    const label = loop?.children[0];
    return {
      hello: evaluation.text(hello?.props['text'], top),
      labels: evaluation
        .items(loop?.props['listData'], top)
        .filter(({ place }) => evaluation.visible(label?.props['visible'], place))
        .map(({ place }) => evaluation.text(label?.props['text'], place)),
      status: evaluation.value(button?.props['status'], top),
      findings: [...template.findings, ...evaluation.findings],
    };
  }

  it('with data', () => {
    const rows = '[{"label":"a","hide":false},{"label":"b","hide":true},{"label":"c"}]';
    expect(drawn({ who: 'Ann', rows })).toEqual({
      hello: 'Hello Ann',
      labels: ['• a', '• c'],
      status: 'normal',
      findings: [],
    });
  });

  it('without any', () => {
    expect(drawn({})).toEqual({ hello: 'Hello ', labels: [], status: 'disabled', findings: [] });
  });
});

describe('an evaluation', () => {
  it('carries what it was made of', () => {
    const input = evaluationInput({ variables: ['a'] }, { cardData: { a: '1' } });
    expect(createEvaluation(input)).toMatchObject(input);
  });
});
