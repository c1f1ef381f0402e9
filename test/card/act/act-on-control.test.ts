import { describe, expect, it } from 'vitest';
import { fixed, type Props, params, ref, text } from '../../../scripts/templates/exported.js';
import type { Gesture } from '../../../src/card/act/gesture.js';
import { type ActInput, actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const touch = (component: string, props: Props, gesture: Gesture, input: ActInput = {}) =>
  actOn([node(component, 'n', { status: 'normal', ...props })], 'n', gesture, input);

const keeps = (variable: string, varType: string): Props => ({
  actionType: 'setLocalState',
  localVarAction: ref(variable, varType),
});

const options = fixed('dynamicSelectOptions', [
  { text: text('甲'), value: 'a' },
  { text: text('乙'), value: 'b' },
]);

describe('Input touched on a client without a prompt of its own', () => {
  const input = { id: 'i', actionType: 'request', title: text('标题'), currentValue: text('旧') };
  const answer = (result: unknown) =>
    touch(
      'Input',
      input,
      { type: 'tap' },
      {
        host: { clientApi: () => Promise.resolve(result as string) },
      },
    );

  it('asks with what it holds, and sends what was entered', async () => {
    const { effects, sent } = await answer({ buttonIndex: 0, value: '新' });
    expect(effects[0]).toMatchObject({
      name: 'device.notification.prompt',
      params: { title: '标题', defaultText: '旧', buttonLabels: ['提交', '取消'] },
    });
    expect(sent).toEqual([{ actionIds: ['i'], params: { i: '新' } }]);
    expect((await answer('just a text')).sent[0]?.params).toEqual({ i: 'just a text' });
  });

  it('does nothing when it is cancelled or there is no prompt', async () => {
    const cancelled = await answer({ buttonIndex: 1, value: '新' });
    expect(cancelled.effects[1]).toEqual({ type: 'nothing', why: 'cancelled' });
    expect((await answer(undefined)).effects).toMatchObject([{ type: 'clientApi' }]);
    expect((await answer(undefined)).sent).toEqual([]);
  });
});

describe('options', () => {
  const one = { id: 's', options, actionType: 'request' };

  it('that do not exist are not chosen', async () => {
    for (const index of [2, -1, 0.5, Number.NaN]) {
      const { effects } = await touch('SelectBlock', one, { type: 'pick', index });
      expect(effects).toEqual([{ type: 'nothing', why: 'no-such-item', what: String(index) }]);
    }
    const many = { type: 'pickMany', indexes: [0, 9] } as const;
    expect((await touch('MultiSelectBlock', one, many)).sent).toEqual([]);
    const chip = { type: 'removeChip', index: 9 } as const;
    expect((await touch('MultiSelectBlock', one, chip)).sent).toEqual([]);
  });

  it('can all be taken back', async () => {
    const { sent } = await touch('MultiSelectBlock', one, { type: 'pickMany', indexes: [] });
    expect(sent[0]?.params).toEqual({ s: { index: [], value: [] } });
  });

  it('that came as data are removed whole', async () => {
    const option = { value: 'x', text: { zh_CN: '甲' } };
    const bound = { valueType: 'variable', variable: 'o', variableType: 'global' };
    const { sent } = await touch(
      'MultiSelectBlock',
      { id: 'm', options: bound, actionType: 'request', params: params(['never', 'sent']) },
      { type: 'removeChip', index: 0 },
      { variables: [{ name: 'o', type: 'selectOptions' }], cardData: { o: [option] } },
    );
    expect(sent).toEqual([
      {
        actionIds: ['m'],
        params: { type: 'multiSelect', m: { ...option, index: 0 }, remove: '1' },
      },
    ]);
  });
});

it('a checkbox that sends leaves its state to the server', async () => {
  const props = { checked: ref('c', 'boolean'), actionType: 'request', params: params(['a', '1']) };
  const input = { variables: [{ name: 'c', type: 'boolean' }], cardData: { c: true } };
  const { sent, data } = await touch('Checkbox', props, { type: 'tap' }, input);
  expect(sent).toEqual([{ actionIds: ['1'], params: { a: '1' } }]);
  expect(data.localData).toEqual({});
});

describe('lists', () => {
  const rows = {
    variables: [{ name: 'rows', type: 'loopArray', fields: [{ name: 'v', type: 'string' }] }],
    cardData: { rows: [{ v: 'a' }, { v: 'b' }] },
  };
  const list = { listData: ref('rows') };

  it('keep the index where no value is bound', async () => {
    const props = { ...list, ...keeps('l', 'number') };
    const input = { ...rows, locals: { l: 'number' } };
    const { data } = await touch('CheckboxList', props, { type: 'pick', index: 1 }, input);
    expect(data.localData).toEqual({ l: 1 });
  });

  it('toggle values one by one, quick touches too', async () => {
    const props = {
      ...list,
      ...keeps('l', 'stringArray'),
      updateVarValue: ref('rows[0].v', 'string'),
    };
    const input = { ...rows, locals: { l: 'stringArray' } };
    const first = await touch('CheckboxListMulti', props, { type: 'toggleItem', index: 0 }, input);
    expect(first.data.localData).toEqual({ l: ['a'] });
    const later = { ...input, host: { data: () => first.data } };
    const second = await touch('CheckboxListMulti', props, { type: 'toggleItem', index: 1 }, later);
    expect(second.effects).toMatchObject([{ changes: [{ name: 'l', value: ['a', 'b'] }] }]);
  });

  it('have no item beyond their end, and take no other gesture', async () => {
    const props = { ...list, ...keeps('l', 'number') };
    const none = await touch('CheckboxList', props, { type: 'pick', index: 5 }, rows);
    expect(none.effects).toMatchObject([{ why: 'no-such-item' }]);
    const tap = await touch('CheckboxList', props, { type: 'tap' }, rows);
    expect(tap.effects).toMatchObject([{ why: 'wrong-gesture', what: 'tap' }]);
  });
});

it('tags start from what the server selected', async () => {
  const tags = {
    type: 'DynamicList',
    valueType: 'fixed',
    value: [
      { label: text('快'), value: text('f') },
      { label: text('好'), value: text('g') },
    ],
  };
  const props = {
    type: 1,
    tags,
    actionType: 'setLocalState',
    localVariable: ref('l', 'stringArray'),
    selectedVariable: ref('s'),
  };
  const { data } = await touch(
    'CheckableTags',
    props,
    { type: 'toggleItem', index: 1 },
    {
      variables: [{ name: 's', type: 'stringArray' }],
      locals: { l: 'stringArray' },
      cardData: { s: ['f'] },
    },
  );
  expect(data.localData).toEqual({ l: ['f', 'g'] });
});

it.each([
  ['Input', { type: 'pick', index: 0 }],
  ['SelectBlock', { type: 'tap' }],
  ['MultiSelectBlock', { type: 'pick', index: 0 }],
  ['DatePickerBlock', { type: 'tap' }],
  ['Checkbox', { type: 'enter', text: 'x' }],
  ['CheckableTags', { type: 'tap' }],
] as const)('%s does not take a gesture of another', async (component, gesture) => {
  const { effects } = await touch(component, { actionType: 'request', options }, gesture);
  expect(effects).toEqual([{ type: 'nothing', why: 'wrong-gesture', what: gesture.type }]);
});
