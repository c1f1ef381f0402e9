import { describe, expect, test } from 'vitest';
import { ref, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const fixedTags = {
  type: 'DynamicList',
  valueType: 'fixed',
  value: [
    { label: text('快 ${who}'), value: text('fast') },
    { label: text('好'), value: text('good') },
  ],
};
const dataTags = {
  type: 'DynamicList',
  valueType: 'variable',
  value: [],
  variable: 'tags',
  variableType: 'global',
};
const shape = {
  variables: [
    { name: 'tags', type: 'loopArray', fields: [] },
    { name: 'who', type: 'string' },
    { name: 'chosen', type: 'stringArray' },
    { name: 'one', type: 'string' },
  ],
  locals: { l_tags: 'stringArray', l_tag: 'string' },
};
const many = {
  type: 1,
  tags: fixedTags,
  actionType: 'setLocalState',
  localVariable: ref('l_tags', 'stringArray'),
};
const one = {
  type: 0,
  tags: fixedTags,
  actionType: 'setLocalState',
  singleLocalVariable: ref('l_tag', 'string'),
};

const draw = (props: object, input = {}) =>
  drawNode(node('CheckableTags', 't', { ...props }), { ...shape, ...input });
const selected = (props: object, input = {}) => {
  const drawn = draw(props, input);
  return drawn?.kind === 'tagPicker' ? drawn.tags.map((tag) => tag.selected) : undefined;
};

describe('CheckableTags of the file', () => {
  test('are drawn with labels and values', () => {
    expect(draw(many, { cardData: { who: '些' }, localData: { l_tags: ['good'] } })).toEqual({
      key: 't',
      nodeId: 't',
      component: 'CheckableTags',
      state: 'normal',
      tap: { does: 'setLocalState', enabled: true },
      kind: 'tagPicker',
      multiple: true,
      tags: [
        { text: '快 些', value: 'fast', selected: false },
        { text: '好', value: 'good', selected: true },
      ],
    });
  });

  test('one of them', () => {
    expect(draw(one)).toMatchObject({ multiple: false });
    expect(selected(one, { localData: { l_tag: 'fast' } })).toEqual([true, false]);
    expect(selected(one, { localData: { l_tag: ['fast'] } })).toEqual([false, false]);
  });

  test('what the server chose is shown until something is chosen here, be it nothing', () => {
    const bound = { ...many, selectedVariable: ref('chosen', 'stringArray') };
    const cardData = { chosen: ['fast'] };
    expect(selected(bound, { cardData })).toEqual([true, false]);
    expect(selected(bound, { cardData, localData: { l_tags: ['good'] } })).toEqual([false, true]);
    expect(selected(bound, { cardData, localData: { l_tags: [] } })).toEqual([false, false]);
    const single = { ...one, singleSelectedVariable: ref('one', 'string') };
    expect(selected(single, { cardData: { one: 'good' } })).toEqual([false, true]);
  });

  test('a list of flags means tags by their place', () => {
    const bound = { ...many, selectedVariable: ref('chosen') };
    expect(selected(bound, { cardData: { chosen: [false, true] } })).toEqual([false, true]);
    expect(selected(bound, { cardData: { chosen: [true] } })).toEqual([true, false]);
  });

  test('a file without type tells by its variables', () => {
    const { type: _one, ...single } = one;
    const { type: _many, ...multiple } = many;
    expect(draw(single)).toMatchObject({ multiple: false });
    expect(draw(multiple)).toMatchObject({ multiple: true });
    expect(draw({ ...many, type: '0' })).toMatchObject({ multiple: false });
  });
});

describe('CheckableTags from data', () => {
  const tags = (value: JsonValue, props = {}) => {
    const drawn = draw({ ...many, tags: dataTags, ...props }, { cardData: { tags: value } });
    return drawn?.kind === 'tagPicker'
      ? drawn.tags.map(({ text: label, value: own }) => [label, own])
      : undefined;
  };

  test('are read by their keys', () => {
    expect(
      tags([{ t: '甲', v: 1, label: 'x' }], { tagLabelKey: text('t'), tagValueKey: text('v') }),
    ).toEqual([['甲', 1]]);
  });

  test('have label and value where no keys are set; plain values are both', () => {
    expect(tags([{ label: '${who}', value: 'a' }, { label: '乙' }, 'c', 4])).toEqual([
      ['${who}', 'a'],
      ['乙', '乙'],
      ['c', 'c'],
      ['4', 4],
    ]);
  });

  test.each([['text'], [{ a: 1 }], [3]])('%j is no list, and found', (value) => {
    expect(tags(value)).toEqual([]);
    const view = drawCard([node('CheckableTags', 't', { ...many, tags: dataTags })], {
      ...shape,
      cardData: { tags: value },
    });
    expect(view.findings).toMatchObject([{ code: 'D150', path: 'cardParamMap.tags' }]);
  });

  test('entries that are nothing are found; keys that objects inherit are not read', () => {
    expect(tags([null], {})).toEqual([['', null]]);
    expect(tags([{ label: 'x' }], { tagValueKey: text('constructor') })).toEqual([['x', 'x']]);
  });

  test('a hundred thousand are cut', () => {
    expect(tags(Array.from({ length: 100_000 }, (_, index) => index))).toHaveLength(500);
  });

  test('no tags at all', () => {
    expect(draw({ type: 1 })).toMatchObject({ tags: [] });
  });
});
