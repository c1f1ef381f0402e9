import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../../src/card/view/view-node.js';
import {
  formValues,
  multiSelectValue,
  numberOf,
  optionText,
  selectedIndexes,
  selectValue,
  textOf,
  textsOf,
  typedValues,
  valueOf,
} from '../../../../src/simulator/page/paint/form-values.js';

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  type: 'TEXT',
  declaredType: 'TEXT',
  hidden: false,
  readOnly: false,
  required: false,
  requiredMsg: '',
  placeholder: '',
  options: [],
  ...more,
});

const options = [
  { text: '甲', value: 'a' },
  { text: '乙', value: 2 },
];

describe('values of a form', () => {
  it('are what was typed, else the default; hidden fields are not among them', () => {
    const fields = [
      field('a', { defaultValue: 'x' }),
      field('b', { defaultValue: 'y' }),
      field('c'),
      field('d', { defaultValue: 'z', hidden: true }),
    ];
    expect(formValues(fields, new Map([['b', 'typed']]))).toEqual({ a: 'x', b: 'typed' });
  });

  it('keep an emptied field apart from an untouched one', () => {
    const days = field('days', { type: 'NUMBER', defaultValue: 5 });
    expect(valueOf(days, new Map([['days', '']]))).toBe('');
    expect(formValues([days], new Map([['days', '']]))).toEqual({ days: '' });
  });

  it('stand fields named like parts of an object', () => {
    const values = formValues([field('__proto__', { defaultValue: 'x' })], new Map());
    expect(Object.keys(values)).toEqual(['__proto__']);
  });

  it('are typed when they differ from the default', () => {
    const fields = [field('a', { defaultValue: ['x'] }), field('b', { defaultValue: 'y' })];
    expect([...typedValues(fields, { a: ['x'], b: 'z', other: 1 })]).toEqual([['b', 'z']]);
  });
});

describe('selections', () => {
  it('go up as index and value', () => {
    expect(selectValue(1, options)).toEqual({ index: 1, value: 2 });
    expect(multiSelectValue([0, 1], options)).toEqual({ index: [0, 1], value: ['a', 2] });
  });

  it('are read back, without indexes that no option has', () => {
    expect(selectedIndexes({ index: 1, value: 2 }, options)).toEqual([1]);
    expect(selectedIndexes({ index: [0, 7, 'x'] }, options)).toEqual([0]);
    expect(selectedIndexes('a', options)).toEqual([]);
    expect(selectedIndexes(null, options)).toEqual([]);
  });

  it('are compared as texts in check groups', () => {
    expect(options.map(optionText)).toEqual(['a', '2']);
  });
});

describe('figures and texts', () => {
  it('are numbers, or empty', () => {
    expect(['3', '1.50', '-2', '', ' ', 'x', '1e999'].map(numberOf)).toEqual([
      3,
      1.5,
      -2,
      '',
      '',
      '',
      '',
    ]);
  });

  it('are shown as text whatever they are', () => {
    expect([textOf('a'), textOf(5), textOf(true), textOf(undefined)]).toEqual(['a', '5', '', '']);
    expect(textsOf(['a', 1, null])).toEqual(['a', '1', '']);
    expect(textsOf('a')).toEqual([]);
  });
});
