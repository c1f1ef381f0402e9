import type { JsonValue } from '../../../src/base/json-text.js';
import type { ActionCase } from '../../support/action-case.js';

const kept = (name: string, value: JsonValue, key?: string) => [
  { type: 'setLocal', changes: [{ name, ...(key !== undefined && { key }), value }] } as const,
];

const typed = {
  t: '文本',
  ta: '长',
  tl: ['一', '二'],
  n: '12.5',
  d: '2026-11-23',
  tm: '09:30',
  dt: '2026-11-23 09:30',
  s: { index: 1, value: 'b' },
  m: { index: [0, 1], value: ['a', 'b'] },
  c: true,
  sw: false,
  cg: 'a',
  mg: ['b'],
};

/** As the server reads it: numbers as numbers, the hidden and the read-only field with their defaults. */
const submitted = { ...typed, n: 12.5, h: '藏着', r: '不变' };

/** Inputs of the template that holds every component. */
export const inputActions: readonly ActionCase[] = [
  {
    says: 'Input sends its text under its id',
    key: 'c_Input',
    gesture: { type: 'enter', text: '好' },
    sends: [['remark', { via: 'popup', remark: '好' }]],
  },
  {
    says: 'Input keeps its text',
    key: 'c_InputInline',
    gesture: { type: 'enter', text: '一\n二' },
    does: kept('l_text', '一\n二'),
  },
  {
    says: 'SelectBlock sends index and value',
    key: 'c_SelectBlock',
    gesture: { type: 'pick', index: 1 },
    sends: [['select', { kind: 'select', select: { index: 1, value: 'v1' } }]],
  },
  {
    says: 'SelectBlock keeps an option that came as data',
    key: 'c_SelectBlockLocal',
    gesture: { type: 'pick', index: 0 },
    does: kept('l_select', { index: 0, value: 'x' }),
  },
  {
    says: 'MultiSelectBlock sends lists',
    key: 'c_MultiSelectBlock',
    gesture: { type: 'pickMany', indexes: [0, 2] },
    sends: [['multi', { kind: 'multi', multi: { index: [0, 2], value: ['v0', 'v2'] } }]],
  },
  {
    says: 'the × of a chip sends without the declared parameters',
    key: 'c_MultiSelectBlock',
    gesture: { type: 'removeChip', index: 1 },
    sends: [
      ['multi', { type: 'multiSelect', multi: { text: '二', value: 'v1', index: 1 }, remove: '1' }],
    ],
  },
  {
    says: 'MultiSelectBlock keeps lists under a key',
    key: 'c_MultiSelectBlockLocal',
    gesture: { type: 'pickMany', indexes: [1] },
    does: kept('l_object', { index: [1], value: ['v1'] }, 'multi'),
  },
  {
    says: 'the × of a chip that is kept',
    key: 'c_MultiSelectBlockLocal',
    scene: { localData: { l_object: { multi: { index: [0, 1], value: ['v0', 'v1'] } } } },
    gesture: { type: 'removeChip', index: 0 },
    does: kept('l_object', { index: [1], value: ['v1'] }, 'multi'),
  },
  {
    says: 'DatePickerBlock sends its text',
    key: 'c_DatePickerBlock',
    gesture: { type: 'date', text: '2026-11-23' },
    sends: [['day', { kind: 'date', day: '2026-11-23' }]],
  },
  {
    says: 'DatePickerBlock keeps its text',
    key: 'c_DatePickerBlockLocal',
    gesture: { type: 'date', text: '2026-11-23 09:30' },
    does: kept('l_date', '2026-11-23 09:30'),
  },
  {
    says: 'Checkbox sends the declared parameters and 1',
    key: 'c_Checkbox',
    sends: [['1', { agree: false }]],
  },
  { says: 'Checkbox is ticked', key: 'c_CheckboxLocal', does: kept('l_check', true) },
  {
    says: 'Checkbox is unticked',
    key: 'c_CheckboxLocal',
    scene: { localData: { l_check: true } },
    does: kept('l_check', false),
  },
  {
    says: 'CheckboxList keeps the value of its item',
    key: 'c_CheckboxList',
    gesture: { type: 'pick', index: 1 },
    does: kept('l_radio', 1),
  },
  {
    says: 'CheckboxListMulti adds a value',
    key: 'c_CheckboxListMulti',
    scene: { localData: { l_checks: [1] } },
    gesture: { type: 'toggleItem', index: 0 },
    does: kept('l_checks', [1, 0]),
  },
  {
    says: 'CheckboxListMulti takes a value out',
    key: 'c_CheckboxListMulti',
    scene: { localData: { l_checks: [1, 0] } },
    gesture: { type: 'toggleItem', index: 1 },
    does: kept('l_checks', [0]),
  },
  {
    says: 'CheckableTags adds a tag',
    key: 'c_CheckableTags',
    gesture: { type: 'toggleItem', index: 1 },
    does: kept('l_tags', ['good']),
  },
  {
    says: 'CheckableTags takes a tag out',
    key: 'c_CheckableTags',
    scene: { localData: { l_tags: ['good', 'fast'] } },
    gesture: { type: 'toggleItem', index: 1 },
    does: kept('l_tags', ['fast']),
  },
  {
    says: 'CheckableTags of which one is chosen',
    key: 'c_CheckableTagsSingle',
    gesture: { type: 'pick', index: 1 },
    does: kept('l_tag', '2'),
  },
  {
    says: 'Form: every type of field',
    key: 'c_Form',
    gesture: { type: 'submit', values: typed },
    sends: [['form', { source: 'form', form: submitted }]],
  },
  {
    says: 'Form: only what has a default',
    key: 'c_Form',
    gesture: { type: 'submit', values: {} },
    sends: [['form', { source: 'form', form: { t: '默认', sw: true, h: '藏着', r: '不变' } }]],
  },
  {
    says: 'Form: a required text that was emptied',
    key: 'c_Form',
    gesture: { type: 'submit', values: { t: '' } },
    does: [{ type: 'invalid', problems: [{ field: 't', message: '文本是必填项' }] }],
  },
  {
    says: 'Form with a button of its own: the parameter form is what was typed',
    key: 'c_FormButton',
    typed: { t: '自己的' },
    sends: [
      ['custom_submit', { form: { t: '自己的', sw: true, h: '藏着', r: '不变' }, extra: 'yes' }],
    ],
  },
  {
    says: 'Form with a button of its own: what is required is asked for',
    key: 'c_FormButton',
    typed: { t: '' },
    does: [{ type: 'invalid', problems: [{ field: 't', message: '文本是必填项' }] }],
  },
  {
    says: 'Form with a button of its own: without it nothing is submitted',
    key: 'c_FormCustom',
    gesture: { type: 'submit', values: {} },
    does: [{ type: 'nothing', why: 'wrong-gesture', what: 'submit' }],
  },
];
