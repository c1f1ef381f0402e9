import { describe, expect, it } from 'vitest';
import { fixed, params, ref, request, text } from '../../../scripts/templates/exported.js';
import { lintActions } from '../../../src/card/lint/lint-actions.js';
import { cardOf, node, nodesOf } from '../support/linted.js';

const normal = { status: fixed('dynamicSelect', 'normal') };

const lint = (...given: Parameters<typeof cardOf>) =>
  lintActions(nodesOf(cardOf(...given))).map(({ code, params: values }) => ({ code, ...values }));

describe('action ids', () => {
  it('that are written need no word', () => {
    expect(lint([node('SingleButton', { ...normal, ...request('ok') })])).toEqual([]);
  });

  it.each([
    ['SingleButton', { ...normal, ...request('') }, { code: 'T210', id: 'single_button_n' }],
    ['Grid', request(''), { code: 'T210', id: 'grid' }],
    ['Column', request(''), { code: 'T210', id: 'grid' }],
    ['FixedSingleButton', { ...normal, ...request('') }, { code: 'T211', id: 'single_button_n' }],
    ['Link', request(''), { code: 'T211', id: 'single_button_n' }],
    [
      'ButtonList',
      { buttons: { list: [{ id: 'b7', ...request('') }] } },
      { code: 'T210', id: 'b7' },
    ],
    ['ButtonBlock', { buttons: [{ ...request('') }] }, { code: 'T211', id: 'single_button_n' }],
  ])('of a %s that are not written: what is sent instead', (component, props, expected) => {
    expect(lint([node(component, props, [], 'n')])).toEqual([expected]);
  });

  it.each([
    ['DropdownButton', {}],
    ['SingleButton', { ...normal, actionType: 'actionSheet' }],
  ])('of the menu of a %s are guessed', (component, props) => {
    const actionSheetItems = [{ actionSheetAction: 'request' }, { actionSheetAction: 'url' }];
    expect(lint([node(component, { ...props, actionSheetItems }, [], 'n')])).toEqual([
      { code: 'T211', id: 'single_button_n' },
    ]);
  });

  it('of a DropdownButton itself are never sent, only those of its menu', () => {
    const props = { ...normal, ...request(''), actionSheetItems: [] };
    expect(lint([node('DropdownButton', props)])).toEqual([]);
  });

  it('of a card that are not written are guessed', () => {
    const template = cardOf([], { root: node('Card', request(''), [], 'root') });
    expect(lintActions(nodesOf(template)).map(({ code }) => code)).toEqual(['T211', 'T216']);
  });

  it('with look-alike characters never compare equal', () => {
    expect(lint([node('SingleButton', { ...normal, ...request('ａgree') })])).toEqual([
      { code: 'T212', actionId: 'ａgree', character: 'U+FF41', like: 'a' },
    ]);
  });

  it('may be brought by a variable', () => {
    expect(lint([node('SingleButton', { ...normal, ...request('${loop.name}') })])).toEqual([]);
  });
});

describe('what can be touched', () => {
  it.each([
    ['no link', { actionType: 'url', url: fixed('dynamicLink', '') }, 'no-link'],
    ['its click event switched off', { ...request('x'), enableClickEvent: false }, 'click-off'],
    [
      'a local update without a target',
      { actionType: 'setLocalState', localVarAction: ref('') },
      'incomplete',
    ],
  ])('a live button with %s does nothing', (_, props, why) => {
    expect(lint([node('SingleButton', { ...normal, ...props })])).toEqual([{ code: 'T213', why }]);
  });

  it('a disabled button may do nothing', () => {
    expect(
      lint([
        node('SingleButton', { status: fixed('dynamicSelect', 'disabled'), actionType: 'url' }),
      ]),
    ).toEqual([]);
  });

  it('a status that is none', () => {
    expect(lint([node('SingleButton', { status: 'enabled', ...request('x') })])).toEqual([
      { code: 'T214', status: 'enabled' },
    ]);
  });

  it('a link that may not be opened', () => {
    expect(
      lint([node('Link', { actionType: 'url', url: fixed('dynamicLink', 'javascript:alert(1)') })]),
    ).toEqual([{ code: 'T348', component: 'Link', value: 'javascript:alert(1)' }]);
  });

  it('a link that may not be opened on one platform, and where it stands', () => {
    const link = (url: string) => fixed('dynamicLink', url);
    const urls = { pcUrl: link('https://a.cn'), iosUrl: link('file:///x'), androidUrl: link('') };
    const template = cardOf([node('Grid', { actionType: 'url', urlType: 'multiple', ...urls })]);
    expect(lintActions(nodesOf(template)).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'T348 $.editorData.schema.componentsTree[0].children[0].props.iosUrl',
    ]);
  });

  it('an action type that is not known', () => {
    expect(lint([node('Grid', { actionType: 'fly' })])).toEqual([
      { code: 'T218', actionType: 'fly' },
    ]);
  });

  it('a card whose background sends', () => {
    const template = cardOf([], { root: node('Card', request('bg')) });
    expect(lintActions(nodesOf(template)).map(({ code }) => code)).toEqual(['T216']);
  });

  it('a component that is never shown, and a condition that is not in force', () => {
    const condition = {
      op: 'and',
      conditions: [{ type: 'variable', variable: 'a', op: 'isTrue' }],
    };
    const visible = { type: 'dynamicVisible', valueType: 'fixed', value: true, condition };
    expect(
      lint([
        node('BaseText', { visible: { ...visible, value: false } }),
        node('BaseText', { visible }),
      ]),
    ).toEqual([
      { code: 'T219', component: 'BaseText' },
      { code: 'T208', component: 'BaseText' },
    ]);
  });
});

describe('ids of inputs', () => {
  const input = (id: string, more = {}) =>
    node(
      'Input',
      { id: text(id), ...normal, actionType: 'request', params: params(), ...more },
      [],
      `n_${id}`,
    );

  it('must be there and be different', () => {
    expect(
      lint([
        input(''),
        input('a'),
        node('SelectBlock', { id: 'a', ...normal, actionType: 'request' }),
      ]),
    ).toEqual([
      { code: 'T217', component: 'Input' },
      { code: 'T215', id: 'a', other: 'n_a' },
    ]);
  });

  it('do not matter where nothing is sent', () => {
    const local = { actionType: 'setLocalState', localVarAction: ref('l', 'string') };
    expect(lint([input('', local), input('a', local), input('a', local)])).toEqual([]);
  });

  it('do not matter where a write target stands in for the action type', () => {
    const local = { actionType: '', localVarAction: ref('l', 'string') };
    expect(lint([input('', local), input('a', local), input('a', local)])).toEqual([]);
  });

  it('may be missing where a parameter brings the value, but what is sent is guessed', () => {
    const entered = { id: '__built_in_inputResult__', name: 'text', type: 'builtIn', value: '' };
    expect(lint([input('', { params: [entered] })])).toEqual([
      { code: 'T211', id: 'single_button_n_' },
    ]);
  });

  it('may be the same in two states of an AI card, of which one is shown', () => {
    const state = (status: number, ids: readonly string[]) =>
      node(
        'AICardStatusContainer',
        { status },
        ids.map((id) => input(id)),
      );
    const ai = (...children: readonly ReturnType<typeof state>[]) => {
      const template = cardOf([], { root: node('AICardContainer', {}, children) });
      return lintActions(nodesOf(template)).map(({ code }) => code);
    };
    expect(ai(state(2, ['a']), state(3, ['a']))).toEqual([]);
    expect(ai(state(2, ['a']), state(3, ['a', 'a']))).toEqual(['T215']);
  });

  it('repeat in a loop unless its item is part of them', () => {
    const loop = (id: string) => node('Loop', { listData: ref('rows') }, [input(id)]);
    expect(lint([loop('fixed'), loop('${loop.name}')])).toEqual([
      { code: 'T215', id: 'fixed', other: 'n_fixed' },
    ]);
  });
});
