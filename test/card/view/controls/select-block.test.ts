import { describe, expect, test } from 'vitest';
import { bound, fixed, ref, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const options = fixed(
  'dynamicSelectOptions',
  ['一', '二', '三'].map((label, index) => ({ text: text(label), value: `v${index}` })),
);
const shape = {
  variables: [
    { name: 'index', type: 'number' },
    { name: 'indexes', type: 'numberArray' },
  ],
  locals: { l_select: 'object', l_object: 'dynamicObject' },
};
const base = { id: text('s'), status: 'normal', options, placeholder: text('请选择') };
const keep = { actionType: 'setLocalState', localVarAction: ref('l_select', 'object') };

const single = (props: object, input = {}) =>
  drawNode(node('SelectBlock', 's', { ...base, ...props }), { ...shape, ...input });
const multi = (props: object, input = {}) =>
  drawNode(node('MultiSelectBlock', 's', { ...base, ...props }), { ...shape, ...input });

describe('SelectBlock', () => {
  const current = { currentIndex: bound('dynamicNumber', 'index', -1) };
  const selected = (index: JsonValue, l_select?: JsonValue) =>
    single(
      { ...current, ...keep },
      { cardData: { index }, localData: l_select === undefined ? {} : { l_select } },
    );

  test('is drawn with its options and the current one', () => {
    expect(single({ ...current, actionType: 'request' }, { cardData: { index: 1 } })).toEqual({
      key: 's',
      nodeId: 's',
      component: 'SelectBlock',
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
      state: 'normal',
      tap: { does: 'request', enabled: true },
      kind: 'select',
      multiple: false,
      placeholder: '请选择',
      options: [
        { text: '一', value: 'v0' },
        { text: '二', value: 'v1' },
        { text: '三', value: 'v2' },
      ],
      selected: [1],
    });
  });

  test('what was chosen locally comes first, 0 included', () => {
    expect(selected(1, { index: 0, value: 'v0' })).toMatchObject({ selected: [0] });
    expect(selected(1, { index: 2, value: 'v2' })).toMatchObject({ selected: [2] });
    expect(selected(1)).toMatchObject({ selected: [1] });
    expect(selected(1, {})).toMatchObject({ selected: [1] });
  });

  test('a key of a dynamicObject holds the choice', () => {
    const props = {
      actionType: 'setLocalState',
      localVarAction: ref('l_object', 'dynamicObject'),
      keyOfDynamicObject: text('type'),
    };
    expect(
      single(props, { localData: { l_object: { type: { index: 2, value: 'v2' } } } }),
    ).toMatchObject({ selected: [2] });
  });

  test('nothing is chosen without an index, or with -1', () => {
    expect(single({})).toMatchObject({ selected: [] });
    expect(single({ currentIndex: fixed('dynamicNumber', -1) })).toMatchObject({ selected: [] });
    expect(selected('')).toMatchObject({ selected: [] });
  });

  test('an index that came as text counts', () => {
    expect(selected('2')).toMatchObject({ selected: [2] });
  });

  test.each([[7], [-2], [3]])('index %j is outside, and found', (index) => {
    expect(selected(index)).toMatchObject({ selected: [] });
    const view = drawCard([node('SelectBlock', 's', { ...base, ...current })], {
      ...shape,
      cardData: { index },
    });
    expect(view.findings).toMatchObject([
      { code: 'D154', path: 'cardParamMap.index', params: { index, count: 3 } },
    ]);
  });

  test.each([[1.5], ['x'], [true], [{ a: 1 }], [[1]]])('index %j is none', (index) => {
    expect(selected(index as JsonValue)).toMatchObject({ selected: [] });
  });

  test('an index is not wrong before its options arrive', () => {
    const view = drawCard(
      [node('SelectBlock', 's', { status: 'normal', currentIndex: fixed('dynamicNumber', 2) })],
      shape,
    );
    expect(view.findings).toEqual([]);
  });

  test.each([
    ['disabled', 'status'],
    ['', 'status-unset'],
  ])('status %j cannot be touched', (status, why) => {
    expect(single({ status })).toMatchObject({ state: 'disabled', tap: { enabled: false, why } });
  });
});

describe('MultiSelectBlock', () => {
  const current = { currentIndexes: ref('indexes') };
  const selected = (indexes: JsonValue, l_select?: JsonValue) =>
    multi(
      { ...current, ...keep },
      { cardData: { indexes }, localData: l_select === undefined ? {} : { l_select } },
    );

  test('shows the bound indexes, each once, in their order', () => {
    expect(selected([2, 0, 2])).toMatchObject({ kind: 'select', multiple: true, selected: [2, 0] });
    expect(selected(['1'])).toMatchObject({ selected: [1] });
  });

  test('what was chosen locally comes first, also when that is nothing', () => {
    expect(selected([0], { index: [1, 2], value: ['v1', 'v2'] })).toMatchObject({
      selected: [1, 2],
    });
    expect(selected([0], { index: [], value: [] })).toMatchObject({ selected: [] });
    expect(selected([0])).toMatchObject({ selected: [0] });
  });

  test('takes what another of its kind wrote', () => {
    expect(
      multi({ currentIndexes: ref('l_select') }, { localData: { l_select: { index: [1] } } }),
    ).toMatchObject({ selected: [1] });
  });

  test('indexes outside are left out, and found', () => {
    expect(selected([0, 9])).toMatchObject({ selected: [0] });
    const view = drawCard([node('MultiSelectBlock', 's', { ...base, ...current })], {
      ...shape,
      cardData: { indexes: [0, 9] },
    });
    expect(view.findings).toMatchObject([
      { code: 'D154', path: 'cardParamMap.indexes', params: { index: 9, count: 3 } },
    ]);
  });

  test.each([['1,2'], [{ a: 1 }], [3]])('%j is no list of indexes', (indexes) => {
    expect(selected(indexes)).toMatchObject({ selected: [] });
    const view = drawCard([node('MultiSelectBlock', 's', { ...base, ...current })], {
      ...shape,
      cardData: { indexes },
    });
    expect(view.findings).toMatchObject([{ code: 'D150', path: 'cardParamMap.indexes' }]);
  });

  test('entries that are no indexes are left out', () => {
    expect(selected([null, 'x', { index: 1 }, 1])).toMatchObject({ selected: [1] });
  });
});
