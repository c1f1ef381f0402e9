import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { formDefault } from '../../../../src/card/view/controls/form-default.js';
import type { FormField } from '../../../../src/card/view/view-node.js';

const options = [
  { text: 'A', value: 'a' },
  { text: 'B', value: 'b' },
];

describe('a default in the form it is submitted in', () => {
  test.each<[FormField['type'], JsonValue, JsonValue]>([
    ['TEXT', 'x', 'x'],
    ['TEXT', 5, '5'],
    ['TEXT_AREA', '', ''],
    ['DATE', '2024-05-27', '2024-05-27'],
    ['DATETIME', '2024-05-27 12:00', '2024-05-27 12:00'],
    ['TIME', '12:00', '12:00'],
    ['NUMBER', 3, 3],
    ['NUMBER', '3.5', 3.5],
    ['CHECKBOX', true, true],
    ['SWITCH', 'false', false],
    ['SWITCH', 1, true],
    ['TEXT_ARRAY', ['a', 2], ['a', '2']],
    ['TEXT_ARRAY', 'a', ['a']],
    ['SELECT', { index: 1, value: 'b' }, { index: 1, value: 'b' }],
    ['SELECT', { value: 'b' }, { index: 1, value: 'b' }],
    ['SELECT', 'a', { index: 0, value: 'a' }],
    ['SELECT', 1, { index: 1, value: 'b' }],
    ['MULTI_SELECT', { index: [1, 0], value: ['b', 'a'] }, { index: [1, 0], value: ['b', 'a'] }],
    ['MULTI_SELECT', ['b'], { index: [1], value: ['b'] }],
    ['MULTI_SELECT', [], { index: [], value: [] }],
    ['CHECKBOX_GROUP', 'a', 'a'],
    ['MULTI_CHECKBOX_GROUP', ['a'], ['a']],
    ['unknown', { any: 1 }, { any: 1 }],
  ])('%s %j is %j', (type, raw, value) => {
    expect(formDefault(type, raw, options)).toEqual(value);
  });

  test.each<[FormField['type'], JsonValue]>([
    ['TEXT', { a: 1 }],
    ['DATE', ['2024']],
    ['NUMBER', 'many'],
    ['NUMBER', true],
    ['CHECKBOX', 'yes'],
    ['TEXT_ARRAY', [{ a: 1 }]],
    ['SELECT', 'c'],
    ['SELECT', 9],
    ['SELECT', { index: 'x' }],
    ['SELECT', -1],
    ['MULTI_SELECT', 'a'],
    ['MULTI_SELECT', ['a', 'c']],
    ['CHECKBOX_GROUP', ['a']],
  ])('%s %j is none', (type, raw) => {
    expect(formDefault(type, raw, options)).toBeUndefined();
  });
});
