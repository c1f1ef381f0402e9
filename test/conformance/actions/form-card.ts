import type { ActionCase } from '../../support/action-case.js';

const options = [
  { value: '1', text: '选项1' },
  { value: '2', text: '选项2' },
];

/** A form of our own in the template's variable; the mock data's form is its longer brother. */
const form = {
  fields: [
    { name: 'system_params_1', type: 'TEXT', hidden: true, defaultValue: 'asdf' },
    { name: 'text', label: '文本', type: 'TEXT', required: true, requiredMsg: '要填' },
    { name: 'text_optional', label: '非必填', type: 'TEXT' },
    { name: 'text_readonly', type: 'TEXT', readOnly: true, defaultValue: '默认' },
    { name: 'date', label: '日期', type: 'DATE', required: true },
    { name: 'select', label: '单选', type: 'SELECT', options },
    { name: 'multi', label: '多选', type: 'MULTI_SELECT', options },
    { name: 'checkbox', label: '勾选', type: 'CHECKBOX' },
  ],
};

const scene = {
  privateParamMap: { form: JSON.stringify(form), form_status: 'normal', form_btn_text: '提交' },
};

/** 表单组件的使用与更新 (template-format §2.6, §4.4). */
export const formCard: readonly ActionCase[] = [
  {
    says: 'submitting sends every field in its type, defaults of hidden and read-only ones included',
    key: 'node_ocly2oum561',
    scene,
    gesture: {
      type: 'submit',
      values: {
        text: '你好',
        date: '2024-05-27',
        select: { index: 1, value: '2' },
        multi: { index: [0, 1], value: ['1', '2'] },
        checkbox: true,
        text_readonly: 'must not be taken',
        system_params_1: 'nor this',
        unknown: 'nor this',
      },
    },
    sends: [
      [
        'form',
        {
          current_form: form,
          form: {
            system_params_1: 'asdf',
            text: '你好',
            text_readonly: '默认',
            date: '2024-05-27',
            select: { index: 1, value: '2' },
            multi: { index: [0, 1], value: ['1', '2'] },
            checkbox: true,
          },
        },
      ],
    ],
  },
  {
    says: 'required fields without value are named, and nothing is sent',
    key: 'node_ocly2oum561',
    scene,
    gesture: { type: 'submit', values: { text: ' ' } },
    does: [
      {
        type: 'invalid',
        problems: [
          { field: 'text', message: '要填' },
          { field: 'date', message: '日期是必填项' },
        ],
      },
    ],
  },
  {
    says: 'the mock data leaves form_status to the public map: it can be submitted',
    key: 'node_ocly2oum561',
    gesture: { type: 'submit', values: {} },
    does: [
      {
        type: 'invalid',
        problems: [
          { field: 'text', message: '自定义必填错误提示' },
          { field: 'date', message: '必填日期选择是必填项' },
          { field: 'datetime', message: '必填日期时间选择是必填项' },
          { field: 'select', message: '必填单选是必填项' },
          { field: 'multi_select', message: '必填多选是必填项' },
        ],
      },
    ],
  },
  {
    says: 'a disabled form is dead',
    key: 'node_ocly2oum561',
    scene: { privateParamMap: { ...scene.privateParamMap, form_status: 'disabled' } },
    gesture: { type: 'submit', values: { text: 'x', date: '2024-05-27' } },
    does: [{ type: 'nothing', why: 'status' }],
  },
];
