import { describe, expect, it } from 'vitest';
import { all, bound, is, ref, text, when } from '../../../scripts/templates/exported.js';
import { lintNames } from '../../../src/card/lint/lint-names.js';
import { cardOf, node, nodesOf, said } from '../support/linted.js';

const lint = (...given: Parameters<typeof cardOf>) => {
  const template = cardOf(...given);
  return lintNames(template, nodesOf(template));
};

describe('names of a template', () => {
  it('that are declared and used need no word', () => {
    const findings = lint([node('BaseText', { text: text('${a} ${loud}') })], {
      variables: [{ name: 'a', type: 'string' }],
      expressions: { loud: { type: 'string', is: 'concat(a, "!")' } },
    });
    expect(findings).toEqual([]);
  });

  it('that are declared nowhere are said once, with the nearest', () => {
    const findings = lint(
      [
        node('BaseText', { text: text('${contnet}') }),
        node('BaseText', { text: text('${contnet}') }),
      ],
      { variables: [{ name: 'content', type: 'string' }] },
    );
    expect(findings.map(({ code, params }) => ({ code, ...params }))).toEqual([
      { code: 'T202', name: 'contnet', nearest: 'content' },
      { code: 'T205', name: 'content' },
    ]);
  });

  it.each([
    ['a text', { text: text('${x}') }],
    ['a plain text', { text: '${x}' }],
    ['a bound prop', { color: bound('dynamicSelect', 'x') }],
    ['a raw value', { content: ref('x') }],
    ['a condition', when(all(is('x', 'isTrue')))],
    ['the other side of a condition', when(all(is('a', 'equal', { variable: 'x' })))],
    [
      'a parameter',
      {
        actionType: 'request',
        params: [{ name: 'n', type: 'variable', variable: 'x', variableType: 'global' }],
      },
    ],
  ])('are found in %s', (_, props) => {
    const findings = lint([node('SingleButton', props)], {
      variables: [{ name: 'a', type: 'string' }],
    });
    expect(
      findings.filter(({ code }) => code === 'T202').map(({ params }) => params['name']),
    ).toEqual(['x']);
  });

  it.each([
    [
      'the leftover variable of a fixed value',
      { color: { type: 'dynamicSelect', valueType: 'fixed', value: 'blue', variable: 'x' } },
    ],
    [
      'a condition that is not in force',
      {
        visible: {
          type: 'dynamicVisible',
          valueType: 'fixed',
          value: true,
          condition: all(is('x', 'isTrue')),
        },
      },
    ],
    [
      'props of an action that was not chosen',
      { actionType: 'url', url: 'https://a.example', toastContent: text('${x}') },
    ],
    [
      'what a choice fills in itself',
      {
        actionType: 'request',
        params: [
          { name: 'n', type: 'builtIn', id: '__built_in_selectResult__', value: '${index}' },
        ],
      },
    ],
    ['what an answer held', { actionType: 'toast', toastContent: text('${event.cardData.a}') }],
  ])('are not looked for in %s', (_, props) => {
    const findings = lint([node('SingleButton', props)], {
      variables: [{ name: 'a', type: 'string' }],
    });
    expect(findings.filter(({ code }) => code === 'T202')).toEqual([]);
  });

  it('inside a loop are fields of its items', () => {
    const findings = lint(
      [
        node('Loop', { listData: ref('rows') }, [
          node('BaseText', { text: text('${loop.label} ${loop.lable}') }),
        ]),
      ],
      {
        variables: [
          { name: 'rows', type: 'loopArray', fields: [{ name: 'label', type: 'string' }] },
        ],
      },
    );
    expect(findings.map(({ code, params }) => ({ code, ...params }))).toEqual([
      { code: 'T203', name: 'rows', field: 'lable', nearest: 'label' },
    ]);
  });

  it('inside nested loops are fields of the innermost items', () => {
    const fields = [{ name: 'inner', type: 'loopArray', fields: [{ name: 'x', type: 'string' }] }];
    const findings = lint(
      [
        node('Loop', { listData: ref('rows') }, [
          node('Loop', { listData: ref('rows[0].inner') }, [
            node('BaseText', { text: text('${loop.x}${loop.y}') }),
          ]),
        ]),
      ],
      { variables: [{ name: 'rows', type: 'loopArray', fields }] },
    );
    expect(findings.map(({ code, params }) => ({ code, ...params }))).toMatchObject([
      { code: 'T203', name: 'inner', field: 'y' },
    ]);
  });

  it.each(['${a b}', '${toStr(a)}', '${a', '${}'])('%s is no path', (content) => {
    const findings = lint([node('BaseText', { text: text(content) })]);
    expect(findings.map(({ code }) => code)).toEqual(['T204']);
  });

  it('in expressions are looked at too, and what does not parse is said', () => {
    const findings = lint([node('BaseText', { text: text('${good}${bad}') })], {
      expressions: {
        good: { type: 'string', is: 'missing ? 1 : 2' },
        bad: { type: 'string', is: '1 +' },
      },
    });
    expect(said(findings)).toEqual([
      'T202 $.expList[0].expContent',
      'T301 $.expList[1].expContent',
    ]);
  });

  it.each(['config', 'lastMessage', '_IC_AIGC_DETAIL_URL', 'flowStatus'])(
    '%s is read by the client and never unused',
    (name) => {
      expect(lint([], { variables: [{ name, type: 'object' }] })).toEqual([]);
    },
  );

  it.each([
    ['ａ', 'U+FF41', 'a'],
    ['a\u200bb', 'U+200B', ''],
    ['stаtus', 'U+0430', 'a'],
    ['a b', 'U+0020', ''],
  ])('%j is written with something else than it seems', (name, character, like) => {
    const findings = lint([], { variables: [{ name, type: 'string' }] });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'T206', params: { name, character, like } }),
    );
  });

  it('in Chinese are fine, and so is Russian that is Russian throughout', () => {
    const findings = lint([], {
      variables: [
        { name: '标题', type: 'string' },
        { name: 'тест', type: 'string' },
      ],
    });
    expect(findings.filter(({ code }) => code === 'T206')).toEqual([]);
  });

  it('that only seem to be the same are an error', () => {
    const findings = lint([], {
      variables: [
        { name: 'status', type: 'string' },
        { name: 'stаtus', type: 'string' },
      ],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'T207',
        severity: 'error',
        params: { name: 'stаtus', other: 'status' },
      }),
    );
  });
});

it('a function that is not known is found in every expression, shown or not', () => {
  const findings = lint([node('BaseText', { text: text('${good} ${bad}') })], {
    expressions: {
      good: { type: 'string', is: 'toStr(subdataIndex()) + subdata("n")' },
      bad: { type: 'string', is: '"a" + timeAgo(1) + timeAgo(2)' },
    },
  });
  expect(findings.map(({ code, params }) => ({ code, ...params }))).toEqual([
    { code: 'T302', name: 'bad', function: 'timeAgo', column: 7 },
  ]);
});
