import { describe, expect, test } from 'vitest';
import { fixed, ref, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const rows = [
  { label: '甲', value: 10 },
  { label: '乙', value: 20 },
];
const shape = {
  variables: [
    {
      name: 'rows',
      type: 'loopArray',
      fields: [
        { name: 'label', type: 'string' },
        { name: 'value', type: 'number' },
      ],
    },
  ],
  locals: { l_radio: 'number', l_checks: 'numberArray' },
};
const label = node('BaseText', 'label', { text: text('${loop.label}') });
const list = (component: string, props = {}) =>
  node(
    component,
    'c',
    {
      listData: ref('rows'),
      actionType: 'setLocalState',
      updateVarValue: ref('rows[0].value', 'number'),
      ...props,
    },
    [label],
  );
const radio = (props = {}) =>
  list('CheckboxList', { localVarAction: ref('l_radio', 'number'), ...props });
const checks = (props = {}) =>
  list('CheckboxListMulti', { localVarAction: ref('l_checks', 'numberArray'), ...props });

const draw = (source: ReturnType<typeof list>, input = {}) =>
  drawNode(source, { ...shape, cardData: { rows }, ...input });
const checkedOf = (source: ReturnType<typeof list>, localData: Record<string, JsonValue>) => {
  const drawn = draw(source, { localData });
  return drawn?.kind === 'checkList' ? drawn.items.map(({ checked }) => checked) : undefined;
};

describe('CheckboxList', () => {
  test('draws each item from the template and marks the one that is kept', () => {
    expect(draw(radio(), { localData: { l_radio: 20 } })).toMatchObject({
      key: 'c',
      kind: 'checkList',
      multiple: false,
      state: 'normal',
      contentTaps: false,
      tap: { does: 'setLocalState', enabled: true },
      items: [
        {
          key: 'c/item0',
          checked: false,
          children: [{ key: 'label@0', kind: 'text', text: '甲' }],
        },
        { key: 'c/item1', checked: true, children: [{ key: 'label@1', kind: 'text', text: '乙' }] },
      ],
    });
  });

  test('nothing is chosen before anything is kept', () => {
    expect(checkedOf(radio(), {})).toEqual([false, false]);
  });

  test('without a bound value the index of the item counts', () => {
    expect(checkedOf(radio({ updateVarValue: ref('') }), { l_radio: 1 })).toEqual([false, true]);
    expect(checkedOf(radio({ updateVarValue: ref('') }), { l_radio: 0 })).toEqual([true, false]);
  });

  test('disabled and contentCheckable', () => {
    const drawn = draw(radio({ disabled: fixed('dynamicBoolean', true), contentCheckable: true }));
    expect(drawn).toMatchObject({
      state: 'disabled',
      contentTaps: true,
      tap: { enabled: false, why: 'status' },
    });
  });

  test('no list, no items', () => {
    for (const empty of [[], '', null, undefined]) {
      expect(draw(radio(), { cardData: { rows: empty } })).toMatchObject({ items: [] });
    }
    expect(draw(radio(), { cardData: { rows: 'text' } })).toMatchObject({ items: [] });
  });

  test('items that are no objects are drawn with empty labels', () => {
    expect(draw(radio(), { cardData: { rows: [null, 'x', 3] } })).toMatchObject({
      items: { length: 3 },
    });
  });

  test('a list of a hundred thousand is cut, and found', () => {
    const many = Array.from({ length: 100_000 }, (_, value) => ({ label: 'x', value }));
    expect(draw(radio(), { cardData: { rows: many } })).toMatchObject({ items: { length: 500 } });
    const { findings } = drawCard([radio()], { ...shape, cardData: { rows: many } });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'D153',
        path: 'cardParamMap.rows',
        params: expect.objectContaining({ shown: 500 }),
      }),
    );
  });
});

describe('CheckboxListMulti', () => {
  test('marks all that are kept', () => {
    expect(checkedOf(checks(), { l_checks: [10, 20] })).toEqual([true, true]);
    expect(checkedOf(checks(), { l_checks: ['20'] })).toEqual([false, true]);
    expect(draw(checks())).toMatchObject({ multiple: true });
  });

  test.each([['text'], [{ a: 1 }], [null], [[null, {}]]])(
    '%j in the variable marks nothing',
    (l_checks) => {
      expect(checkedOf(checks(), { l_checks: l_checks as JsonValue })).toEqual([false, false]);
    },
  );
});
