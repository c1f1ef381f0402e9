import { describe, expect, test } from 'vitest';
import { ref } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, node } from '../../../support/draw-card.js';

const draw = (dataType: string | undefined, value: JsonValue, theme: 'light' | 'dark' = 'light') =>
  drawCard([node('Table', 'n', { data: ref('t', 'table'), imageSize: 30 })], {
    variables: [{ name: 't', type: 'table' }],
    cardData: {
      t: { meta: [{ alias: 'a', ...(dataType && { dataType }) }], data: [{ a: value }] },
    },
    switches: { theme },
  });
const cell = (dataType: string | undefined, value: JsonValue, theme?: 'dark') => {
  const { root } = draw(dataType, value, theme);
  const table = root?.kind === 'box' ? root.children[0] : undefined;
  return table?.kind === 'table' ? table.rows[0]?.[0] : undefined;
};
const key = 'n/cell0.0';

describe('a table cell', () => {
  test.each([
    ['x', 'x'],
    [1, '1'],
    [true, 'true'],
    [null, ''],
    [['a'], '["a"]'],
    [{ b: 1 }, '{"b":1}'],
  ])('of a STRING column shows %j as %s', (value, text) => {
    expect(cell('STRING', value)).toEqual({ key, text });
  });

  test('of a MICROAPP column has an icon and a name', () => {
    expect(cell('MICROAPP', { icon: '@lALPicon', name: '日志' })).toEqual({
      key,
      text: '日志',
      image: { kind: 'media', id: '@lALPicon' },
      imageSize: 30,
    });
    expect(cell('MICROAPP', { icon: '', name: '日志' })).toEqual({ key, text: '日志' });
    expect(cell('MICROAPP', 'x')).toEqual({ key, text: 'x' });
    expect(cell('MICROAPP', { icon: 'javascript:1', name: 'x' })).toMatchObject({
      image: { kind: 'refused' },
    });
  });

  test('of an OBJECT column may be a link', () => {
    const tap = { does: 'url', enabled: true };
    expect(cell('OBJECT', { value: '打开', url: 'https://a.example/' })).toEqual({
      key,
      text: '打开',
      tap,
    });
    expect(
      cell('OBJECT', { value: 1, url: { pc: 'https://a.example/', ios: '', android: '' } }),
    ).toEqual({ key, text: '1', tap });
    expect(
      draw('OBJECT', { value: '打开', url: 'https://a.example/' }).bindings.get(key)?.part,
    ).toEqual({ kind: 'cell', row: 0, column: 0 });
    expect(cell('OBJECT', { value: '无', url: '' })).toEqual({ key, text: '无' });
    expect(draw('OBJECT', { value: '无' }).bindings.has(key)).toBe(false);
  });

  test('of an OBJECT column may send its row', () => {
    const sends = { tap: { does: 'request', enabled: true } };
    expect(cell('OBJECT', { value: '催', request: true })).toMatchObject(sends);
    expect(cell('OBJECT', { value: '催', request: { actionId: 'go' } })).toMatchObject(sends);
    expect(cell('OBJECT', { value: '催', request: 'go' })).toMatchObject(sends);
    expect(cell('OBJECT', { value: '催', request: false })).not.toHaveProperty('tap');
  });

  test('of an OBJECT column has a colour in the theme, or a token', () => {
    const value = {
      value: 'x',
      lightTextColor: '#ff0000',
      darkTextColor: '#00ff00',
      textColorToken: 'common_red1_color',
    };
    expect(cell('OBJECT', value)).toMatchObject({ colour: '#ff0000' });
    expect(cell('OBJECT', value, 'dark')).toMatchObject({ colour: '#00ff00' });
    expect(cell('OBJECT', { value: 'x', textColorToken: 'common_red1_color' })).toMatchObject({
      colour: '#e14a00',
    });
    expect(
      cell('OBJECT', { value: 'x', textColorToken: 'red;background:url(x)' }),
    ).not.toHaveProperty('colour');
    expect(cell('OBJECT', { value: 'x', textColorToken: 5 })).not.toHaveProperty('colour');
  });

  test('of a BUTTON column sends its row unless it says where to go or is off', () => {
    expect(cell('BUTTON', { value: '催办', request: true })).toEqual({
      key,
      text: '催办',
      button: 'blue',
      tap: { does: 'request', enabled: true },
    });
    expect(cell('BUTTON', '催办')).toMatchObject({
      text: '催办',
      button: 'blue',
      tap: { does: 'request' },
    });
    expect(cell('BUTTON', { text: '看', color: 'red', url: 'https://a.example/' })).toMatchObject({
      text: '看',
      button: 'red',
      tap: { does: 'url' },
    });
    expect(cell('BUTTON', { value: '停', status: 'disabled' })).toMatchObject({
      tap: { does: 'request', enabled: false, why: 'status' },
    });
    expect(cell('BUTTON', '')).toEqual({ key, text: '' });
  });

  test('without a column type the shape of the value counts', () => {
    expect(cell(undefined, { value: '打开', url: 'https://a.example/' })).toMatchObject({
      text: '打开',
      tap: { does: 'url' },
    });
    expect(cell(undefined, { other: 1 })).toEqual({ key, text: '{"other":1}' });
  });

  test('of an unknown column type is found', () => {
    expect(cell('PERSON', 'x')).toEqual({ key, text: 'x' });
    expect(draw('PERSON', 'x').findings).toMatchObject([
      { code: 'D162', path: 'cardParamMap.t.meta[0].dataType', params: { value: 'PERSON' } },
    ]);
  });

  test('never fills in what came as data', () => {
    expect(cell('STRING', '${t}')).toEqual({ key, text: '${t}' });
    expect(cell('OBJECT', { value: '${t}' })).toEqual({ key, text: '${t}' });
  });
});
