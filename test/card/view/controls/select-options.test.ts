import { describe, expect, test } from 'vitest';
import { bound, fixed, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [
  { name: 'opts', type: 'selectOptions' },
  { name: 'who', type: 'string' },
];
const select = (options: JsonValue) =>
  node('SelectBlock', 's', { status: 'normal', options: options as never });
const options = (
  raw: JsonValue,
  opts: JsonValue = [],
  language: 'zh_Hans' | 'en_US' = 'zh_Hans',
) => {
  const drawn = drawNode(select(raw), {
    variables,
    cardData: { opts, who: 'Ann' },
    switches: { language },
  });
  return drawn?.kind === 'select' ? drawn.options : undefined;
};
const fromData = (opts: JsonValue, language?: 'en_US') =>
  options(bound('dynamicSelectOptions', 'opts', []) as JsonValue, opts, language);
const find = (opts: JsonValue) =>
  drawCard([select(bound('dynamicSelectOptions', 'opts', []) as JsonValue)], {
    variables,
    cardData: { opts },
  }).findings;

describe('options in the file', () => {
  test('older files list labels, newer ones texts; both are filled in', () => {
    expect(
      options([
        { label: text('给 ${who}'), value: text('${who}') },
        { $$key: '1', label: text('二'), value: text('2') },
      ] as never),
    ).toEqual([
      { text: '给 Ann', value: 'Ann' },
      { text: '二', value: '2' },
    ]);
    expect(
      options(
        fixed('dynamicSelectOptions', [
          { text: text('年假'), value: '0' },
          { text: '调休', value: 1 },
        ]) as never,
      ),
    ).toEqual([
      { text: '年假', value: '0' },
      { text: '调休', value: 1 },
    ]);
  });

  test('a text may be one per locale; without one the value is shown', () => {
    expect(
      options([
        { text: { zh_CN: '是 ${who}', en_US: 'Yes' }, value: 'y' },
        { value: 'n' },
        '其他',
      ] as never),
    ).toEqual([
      { text: '是 Ann', value: 'y' },
      { text: 'n', value: 'n' },
      { text: '其他', value: '其他' },
    ]);
  });
});

describe('options from data', () => {
  test('have plain texts or one per locale, in the language of the viewer', () => {
    const opts = [
      { value: 'x', text: { zh_CN: '甲', en_US: 'A' } },
      { value: { id: 1 }, text: '乙' },
      { value: 3 },
    ];
    expect(fromData(opts)).toEqual([
      { text: '甲', value: 'x' },
      { text: '乙', value: { id: 1 } },
      { text: '3', value: 3 },
    ]);
    expect(fromData(opts, 'en_US')?.[0]).toEqual({ text: 'A', value: 'x' });
  });

  test('are never filled in', () => {
    expect(fromData([{ value: 'x', text: '${who}' }])).toEqual([{ text: '${who}', value: 'x' }]);
  });

  test('plain values are their own text', () => {
    expect(fromData(['a', 2, true])).toEqual([
      { text: 'a', value: 'a' },
      { text: '2', value: 2 },
      { text: 'true', value: true },
    ]);
  });

  test('entries that are no options keep their place, and are found', () => {
    expect(fromData([null, ['x'], { value: 'y', text: 'Y' }])?.[2]).toEqual({
      text: 'Y',
      value: 'y',
    });
    expect(find([null])).toMatchObject([{ code: 'D152', path: 'cardParamMap.opts[0]' }]);
  });

  test.each([['a,b'], [{ a: 1 }], [5]])('%j is no list', (odd) => {
    expect(fromData(odd)).toEqual([]);
    expect(find(odd)).toMatchObject([{ code: 'D150', path: 'cardParamMap.opts' }]);
  });

  test('nothing sent is nothing wrong', () => {
    expect(fromData('')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  test('a hundred thousand are cut, and found', () => {
    const many = Array.from({ length: 100_000 }, (_, value) => ({ value, text: 't' }));
    expect(fromData(many)).toHaveLength(1000);
    expect(find(many)).toMatchObject([{ code: 'D153', params: { count: 100_000, shown: 1000 } }]);
  });

  test('texts of __proto__ and what objects inherit are not taken', () => {
    const opts = JSON.parse('[{"__proto__":{"text":"x"},"value":"v"}]') as JsonValue;
    expect(fromData(opts)).toEqual([{ text: 'v', value: 'v' }]);
  });
});
