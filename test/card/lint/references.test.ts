import { describe, expect, it } from 'vitest';
import { ref, text } from '../../../scripts/templates/exported.js';
import { parseExpression } from '../../../src/card/evaluate/parse-expression.js';
import { callsIn, namesIn, referencesOf } from '../../../src/card/lint/references.js';
import { cardOf, node, nodesOf } from '../support/linted.js';

it('spell out what a loop item is a field of, and say where they stand', () => {
  const template = cardOf([
    node('Loop', { listData: ref('rows') }, [node('BaseText', { text: text('${loop.a} ${b}') })]),
  ]);
  const found = nodesOf(template).flatMap(referencesOf);
  expect(found.map(({ name }) => name)).toEqual(['rows', 'rows[0].a', 'b']);
  expect(found[1]?.path).toMatch(/children\[0\]\.children\[0\]\.props\.text\.content$/);
});

it('in expressions are every name, not functions and not members', () => {
  const parsed = parseExpression('a ? toStr(b.c) : arrayGet([d], e["f"] % 2) + !g');
  expect(parsed.ok && namesIn(parsed.node)).toEqual(['a', 'b', 'd', 'e', 'g']);
});

it('are found in expressions as deep as they are long', () => {
  const parsed = parseExpression(Array.from({ length: 9900 }, () => 'a').join('+'));
  expect(parsed.ok && namesIn(parsed.node)).toHaveLength(9900);
});

it('of functions are told with their column', () => {
  const parsed = parseExpression('f(1) + [g(h(2))]');
  expect(parsed.ok && callsIn(parsed.node)).toEqual([
    { name: 'f', column: 1 },
    { name: 'g', column: 9 },
    { name: 'h', column: 11 },
  ]);
});

it('survive what nests without end', () => {
  let deep: object = { type: 'dynamicString', content: '${x}' };
  for (let level = 0; level < 5000; level++) deep = { inner: deep };
  const template = cardOf([node('BaseText', { text: text('${y}') })]);
  const [, at] = nodesOf(template);
  if (!at) throw new Error('no node');
  const props = { text: deep } as never;
  expect(referencesOf({ ...at, node: { ...at.node, props } })).toEqual([]);
});

describe('what a component reads', () => {
  const names = (component: string, props: object) => {
    const template = cardOf([node(component, props as never)]);
    const [, at] = nodesOf(template);
    if (!at) throw new Error('no node');
    return referencesOf(at).map(({ name }) => name);
  };
  const from = (variable: string) => [
    { id: '1', name: 'p', type: 'variable', variable, variableType: 'global', value: '' },
  ];
  const event = (actionType: string, more: object) => ({
    actionType: 'eventChain',
    events: [{ event: { actionType, ...more } }],
  });

  it.each([
    ['Form', { formSchema: ref('f'), params: from('x') }, ['f', 'x']],
    ['Input', { params: from('x') }, ['x']],
    [
      'Input',
      { actionType: 'setLocalState', localVarAction: ref('l', 'string'), params: from('stale') },
      ['l'],
    ],
    ['Feedback', { enableCopy: true, copyType: 'variable', copyVariable: ref('x') }, ['x']],
    ['Feedback', { enableCopy: false, copyVariable: ref('stale') }, []],
    ['Feedback', { enableLikeDislike: true, params: from('x') }, ['x']],
    ['CheckableTags', { localVariable: ref('l'), selectedVariable: ref('x') }, ['l', 'x']],
    [
      'CheckboxList',
      {
        listData: ref('rows'),
        actionType: 'setLocalState',
        localVarAction: ref('l', 'number'),
        updateVarValue: ref('rows[0].v'),
      },
      ['rows', 'l', 'l', 'rows[0].v'],
    ],
    [
      'DropdownButton',
      {
        actionType: 'request',
        params: from('stale'),
        actionSheetItems: [
          { actionSheetAction: 'request', actionSheetRequestItemParams: from('x') },
        ],
      },
      ['x'],
    ],
    [
      'Loop',
      { listData: ref('rows'), onLoadMore: { actionType: 'request', params: from('stale') } },
      ['rows'],
    ],
    [
      'Loop',
      {
        listData: ref('rows'),
        paging: true,
        onLoadMore: { actionType: 'request', params: from('x') },
      },
      ['rows', 'x'],
    ],
    ['ButtonGroup', { buttonsSource: 'fixed', dynamicButtons: ref('stale') }, []],
    ['ButtonGroup', { buttonsSource: 'variable', dynamicButtons: ref('x') }, ['x']],
    ['Grid', event('jsapi', { jsapiName: 'a.b', jsapiRetLocalVar: ref('kept') }), ['kept']],
    ['Grid', event('select', { selectOptions: [], selectDataKey: 'kept' }), ['kept']],
    [
      'Grid',
      event('request', { params: [{ name: 'p', type: 'eventData', eventData: 'cardData.x' }] }),
      ['x'],
    ],
  ])('%s %j', (component, props, expected) => {
    expect(names(component, props)).toEqual(expected);
  });
});
