import { expect, it } from 'vitest';
import { readOptions } from '../../../src/card/act/select-options.js';
import { drawCard } from '../../support/draw-card.js';

const text = (content: string) => ({ type: 'dynamicString', content, i18n: false });
const place = { frames: [] };

it('reads the old list, texts and values filled in', () => {
  const { evaluation } = drawCard([], {
    variables: [{ name: 'v', type: 'string' }],
    cardData: { v: '1' },
  });
  const old = [{ label: text('选项${v}'), value: text('v${v}') }];
  expect(readOptions(old, evaluation, place)).toEqual([
    { text: '选项1', value: 'v1', whole: { text: '选项1', value: 'v1' } },
  ]);
});

it('reads the newer wrapper and plain entries', () => {
  const { evaluation } = drawCard([]);
  const fixed = { valueType: 'fixed', value: [{ text: text('甲'), value: 0 }, '乙', null] };
  expect(
    readOptions(fixed, evaluation, place).map(({ text: name, value }) => [name, value]),
  ).toEqual([
    ['甲', 0],
    ['乙', '乙'],
    ['', null],
  ]);
});

it('reads data, in the viewer’s language, and keeps entries whole', () => {
  const option = { value: 'x', text: { zh_CN: '甲', en_US: 'A' }, more: 1 };
  const { evaluation } = drawCard([], {
    variables: [{ name: 'o', type: 'selectOptions' }],
    cardData: { o: [option, { value: 'y', text: '${never}' }] },
    switches: { language: 'en_US' },
  });
  const bound = { valueType: 'variable', variable: 'o', variableType: 'global' };
  expect(readOptions(bound, evaluation, place)).toEqual([
    { text: 'A', value: 'x', whole: option },
    { text: '${never}', value: 'y', whole: { value: 'y', text: '${never}' } },
  ]);
});

it('has no options where there is no list', () => {
  const { evaluation } = drawCard([]);
  expect(readOptions(undefined, evaluation, place)).toEqual([]);
  expect(readOptions('x', evaluation, place)).toEqual([]);
  expect(readOptions({ valueType: 'fixed', value: {} }, evaluation, place)).toEqual([]);
});
