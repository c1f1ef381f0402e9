import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/base/json-text.js';
import type { FormField } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const options = [
  { text: '甲', value: 'a' },
  { text: '乙', value: 'b' },
];

const paint = (type: FormField['type'], defaultValue?: JsonValue, more: Partial<FormField> = {}) =>
  paintHtml({
    ...frame('form', 'Form'),
    kind: 'form',
    fields: [
      {
        name: 'f',
        label: '栏',
        type,
        declaredType: type,
        hidden: false,
        readOnly: false,
        required: false,
        requiredMsg: '',
        placeholder: '',
        options,
        ...(defaultValue === undefined ? {} : { defaultValue }),
        ...more,
      },
    ],
    submitText: '提交',
    state: 'normal',
    customSubmit: false,
    children: [],
    tap: enabledTap,
  });

describe('the widget of a field', () => {
  it.each([
    ['TEXT', 'x', /<input type="text"[^>]*value="x"/],
    ['TEXT_AREA', 'x', /<textarea[^>]*>x<\/textarea>/],
    ['TEXT_ARRAY', ['x', 'y'], /aria-label="栏 2"[^>]*value="y"/],
    ['NUMBER', 1.5, /<input type="number"[^>]*value="1.5"/],
    ['DATE', '2026-01-05', /type="date"[^>]*value="2026-01-05"/],
    ['TIME', '09:30', /type="time"[^>]*value="09:30"/],
    ['DATETIME', '2026-01-05 09:30', /type="datetime-local"[^>]*value="2026-01-05T09:30"/],
    ['SELECT', { index: 1, value: 'b' }, /role="combobox".*乙/],
    ['MULTI_SELECT', { index: [0], value: ['a'] }, /dt-chip.*甲/],
    ['CHECKBOX', true, /type="checkbox"[^>]*checked=""/],
    ['SWITCH', true, /type="checkbox" role="switch"[^>]*checked=""/],
    ['CHECKBOX_GROUP', 'b', /type="radio"[^>]*checked=""[^>]*\/><span[^>]*>乙/],
    ['MULTI_CHECKBOX_GROUP', ['a'], /type="checkbox"[^>]*checked=""[^>]*\/><span[^>]*>甲/],
  ] as const)('%s shows its value', (type, value, expected) => {
    expect(paint(type, value)).toMatch(expected);
  });

  it('of a kind that is not known names it', () => {
    expect(paint('unknown', undefined, { declaredType: 'PEOPLE<b>' })).toMatch(
      /PEOPLE&lt;b&gt;.*不支持的字段类型/,
    );
  });

  it.each(['TEXT', 'NUMBER', 'SELECT', 'SWITCH', 'CHECKBOX_GROUP', 'TEXT_ARRAY', 'DATE'] as const)(
    'of a %s that may only be read takes nothing',
    (type) => {
      expect(paint(type, undefined, { readOnly: true })).toMatch(/ disabled=""/);
    },
  );
});
