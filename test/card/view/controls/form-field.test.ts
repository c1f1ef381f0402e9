import { describe, expect, test } from 'vitest';
import { ref } from '../../../../scripts/templates/exported.js';
import type { JsonObject } from '../../../../src/base/json-text.js';
import type { ViewSwitches } from '../../../../src/card/card-data.js';
import { drawCard, node } from '../../../support/draw-card.js';

const variables = [{ name: 'f', type: 'form' }];
const draw = (field: JsonObject, language: ViewSwitches['language'] = 'zh_Hans') =>
  drawCard([node('Form', 'n', { formSchema: ref('f', 'form'), status: 'normal' })], {
    variables,
    cardData: { f: { fields: [{ name: 'x', ...field }] } },
    switches: { language },
  });
const field = (entry: JsonObject, language?: ViewSwitches['language']) => {
  const { root } = draw(entry, language);
  const form = root?.kind === 'box' ? root.children[0] : undefined;
  return form?.kind === 'form' ? form.fields[0] : undefined;
};

const bare = {
  name: 'x',
  label: '名',
  hidden: false,
  readOnly: false,
  required: false,
  requiredMsg: '名是必填项',
  placeholder: '',
  options: [],
};

describe('a form field', () => {
  test('says everything the data says', () => {
    const entry = {
      label: '名',
      type: 'TEXT_AREA',
      required: true,
      requiredMsg: '必填',
      readOnly: true,
      hidden: true,
      placeholder: '请输入',
      defaultValue: 'd',
      minRows: 2,
      maxRows: '4',
    };
    expect(field(entry)).toEqual({
      ...bare,
      type: 'TEXT_AREA',
      declaredType: 'TEXT_AREA',
      hidden: true,
      readOnly: true,
      required: true,
      requiredMsg: '必填',
      placeholder: '请输入',
      defaultValue: 'd',
      minRows: 2,
      maxRows: 4,
    });
  });

  test.each([
    'TEXT',
    'TEXT_AREA',
    'TEXT_ARRAY',
    'NUMBER',
    'SELECT',
    'MULTI_SELECT',
    'CHECKBOX',
    'SWITCH',
    'CHECKBOX_GROUP',
    'MULTI_CHECKBOX_GROUP',
  ])('type %s has no more than that', (type) => {
    expect(field({ label: '名', type })).toEqual({ ...bare, type, declaredType: type });
  });

  test.each([
    ['DATE', 'yyyy-MM-dd'],
    ['TIME', 'HH:mm'],
    ['DATETIME', 'yyyy-MM-dd HH:mm'],
  ])('type %s has a usual format', (type, format) => {
    expect(field({ label: '名', type })).toEqual({ ...bare, type, declaredType: type, format });
    expect(field({ label: '名', type, format: 'MM-dd' })).toMatchObject({ format: 'MM-dd' });
  });

  test('the misspelt default counts, the right one first', () => {
    expect(field({ type: 'SWITCH', defautValue: true })).toMatchObject({ defaultValue: true });
    expect(field({ type: 'TEXT', defautValue: 'b', defaultValue: 'a' })).toMatchObject({
      defaultValue: 'a',
    });
  });

  test('texts may be one per locale', () => {
    const entry = {
      label: { zh_CN: '名', en_US: 'Name' },
      type: 'SELECT',
      options: [
        { value: 'a', text: { zh_CN: '甲', en_US: 'A' } },
        { value: 'b', text: '乙' },
      ],
    };
    expect(field(entry)).toMatchObject({
      label: '名',
      options: [
        { text: '甲', value: 'a' },
        { text: '乙', value: 'b' },
      ],
    });
    expect(field(entry, 'en_US')).toMatchObject({
      label: 'Name',
      requiredMsg: 'Name是必填项',
      options: [{ text: 'A' }, { text: '乙' }],
    });
  });

  test('without a label the name stands in the message', () => {
    expect(field({ type: 'TEXT', required: true })).toMatchObject({
      label: '',
      requiredMsg: 'x是必填项',
    });
  });

  test('words for yes are yes, others no', () => {
    expect(field({ type: 'TEXT', required: 'true', hidden: 'false', readOnly: 1 })).toMatchObject({
      required: true,
      hidden: false,
      readOnly: false,
    });
  });

  test('an addText is kept', () => {
    expect(field({ type: 'TEXT_ARRAY', addText: '再加' })).toMatchObject({ addText: '再加' });
  });

  test('an unknown type keeps its name and default, and is found', () => {
    expect(field({ type: 'RATE', defaultValue: 5 })).toMatchObject({
      type: 'unknown',
      declaredType: 'RATE',
      defaultValue: 5,
    });
    expect(draw({ type: 'RATE' }).findings).toMatchObject([
      { code: 'D157', path: 'cardParamMap.f.fields[0].type', params: { value: 'RATE' } },
    ]);
    expect(field({ type: { a: 1 } })).toMatchObject({ type: 'unknown' });
    expect(field({})).toMatchObject({ type: 'unknown', declaredType: '' });
  });

  test('a default that cannot be one is left out, and found', () => {
    expect(field({ type: 'NUMBER', defaultValue: 'x' })).not.toHaveProperty('defaultValue');
    expect(draw({ type: 'NUMBER', defautValue: 'x' }).findings).toMatchObject([
      { code: 'D160', path: 'cardParamMap.f.fields[0].defautValue' },
    ]);
    expect(draw({ type: 'NUMBER', defaultValue: '' }).findings).toEqual([]);
    expect(draw({ type: 'NUMBER', defaultValue: null }).findings).toEqual([]);
  });

  test('options that are no list are none, and found', () => {
    expect(field({ type: 'SELECT', options: 'a' })).toMatchObject({ options: [] });
    expect(draw({ type: 'SELECT', options: 'a' }).findings).toMatchObject([
      { code: 'D150', path: 'cardParamMap.f.fields[0].options' },
    ]);
  });

  test('rows stay within reason', () => {
    expect(field({ type: 'TEXT_AREA', minRows: 1e9, maxRows: -1 })).toMatchObject({
      minRows: 100,
      maxRows: 100,
    });
  });
});
