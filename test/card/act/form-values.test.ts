import { describe, expect, it } from 'vitest';
import { readForm } from '../../../src/card/act/form-values.js';
import type { FormField } from '../../../src/card/view/view-node.js';

const options = [
  { text: '甲', value: 'a' },
  { text: '乙', value: 'b' },
];

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  name: 'f',
  label: '字段',
  type,
  declaredType: type,
  hidden: false,
  readOnly: false,
  required: false,
  requiredMsg: '字段是必填项',
  placeholder: '',
  options,
  ...more,
});

const read = (type: FormField['type'], typed: unknown, more: Partial<FormField> = {}) =>
  readForm([field(type, more)], { f: typed as string }).values['f'];

describe('readForm', () => {
  it('gives every type its form', () => {
    expect(read('TEXT', 5)).toBe('5');
    expect(read('NUMBER', '1.5')).toBe(1.5);
    expect(read('TEXT_ARRAY', 'one')).toEqual(['one']);
    expect(read('CHECKBOX', 'true')).toBe(true);
    expect(read('SELECT', 1)).toEqual({ index: 1, value: 'b' });
    expect(read('SELECT', { index: 0, value: 'a' })).toEqual({ index: 0, value: 'a' });
    expect(read('MULTI_SELECT', [1, 0])).toEqual({ index: [1, 0], value: ['b', 'a'] });
    expect(read('CHECKBOX_GROUP', 'a')).toBe('a');
    expect(read('MULTI_CHECKBOX_GROUP', ['b'])).toEqual(['b']);
    expect(read('unknown', { any: 1 })).toEqual({ any: 1 });
  });

  it('fills in defaults of what nobody touched, and of what nobody may touch', () => {
    const defaultValue = 'd';
    expect(readForm([field('TEXT', { defaultValue })], {}).values).toEqual({ f: 'd' });
    expect(read('TEXT', 'typed', { defaultValue })).toBe('typed');
    expect(read('TEXT', '', { defaultValue })).toBe('');
    expect(read('TEXT', 'typed', { defaultValue, hidden: true })).toBe('d');
    expect(read('TEXT', 'typed', { defaultValue, readOnly: true })).toBe('d');
  });

  it('leaves out what has no value', () => {
    expect(readForm([field('DATE'), field('SELECT', { name: 'g' })], {})).toEqual({
      values: {},
      problems: [],
    });
  });

  it('names what is required and blank, not what cannot be filled in', () => {
    const problems = (typed: unknown, more: Partial<FormField> = {}) =>
      readForm([field('TEXT', { required: true, ...more })], { f: typed as string }).problems;
    expect(problems('')).toEqual([{ field: 'f', message: '字段是必填项' }]);
    expect(problems('  ')).toHaveLength(1);
    expect(problems(null)).toHaveLength(1);
    expect(problems('x')).toEqual([]);
    expect(problems('', { hidden: true })).toEqual([]);
    expect(problems('', { readOnly: true })).toEqual([]);
    const many = field('MULTI_SELECT', { required: true });
    expect(readForm([many], { f: { index: [], value: [] } }).problems).toHaveLength(1);
    expect(readForm([many], { f: [] }).problems).toHaveLength(1);
    expect(readForm([field('SWITCH', { required: true })], { f: false }).problems).toEqual([]);
  });

  it('refuses what is no number and no option', () => {
    expect(readForm([field('NUMBER')], { f: 'drei' }).problems).toEqual([
      { field: 'f', message: '字段不是数字' },
    ]);
    expect(readForm([field('SELECT')], { f: 7 }).problems).toHaveLength(1);
    expect(readForm([field('NUMBER')], { f: '' })).toEqual({ values: {}, problems: [] });
  });

  it('takes nothing from what objects inherit', () => {
    const inherited = field('TEXT', { name: 'toString' });
    expect(readForm([inherited], {}).values).toEqual({});
  });
});
