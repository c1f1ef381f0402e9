import { describe, expect, it } from 'vitest';
import type { FormField } from '../../src/card/view/view-node.js';
import { buttonNode, node, painted, screen } from '../support/painted.js';

function field(name: string, type: FormField['type'], part: Partial<FormField> = {}): FormField {
  return {
    name,
    label: name,
    type,
    declaredType: type,
    hidden: false,
    readOnly: false,
    required: false,
    requiredMsg: '',
    placeholder: '',
    options: [],
    ...part,
  };
}

const options = [
  { text: '年假', value: 'annual' },
  { text: '事假', value: 'personal' },
];
const form = (fields: readonly FormField[], part = {}) =>
  node('form', {
    fields,
    submitText: '提交',
    state: 'normal',
    customSubmit: false,
    children: [],
    ...part,
  });

describe('a form', () => {
  const fields = [
    field('类型', 'SELECT', {
      required: true,
      options,
      defaultValue: { index: 1, value: 'personal' },
    }),
    field('天数', 'NUMBER', { placeholder: '天数', required: true }),
    field('抄送', 'MULTI_CHECKBOX_GROUP', { options, defaultValue: ['annual'] }),
    field('加急', 'SWITCH', { defaultValue: true }),
    field('工号', 'TEXT', { readOnly: true, defaultValue: 'A-17' }),
    field('来源', 'TEXT', { hidden: true, defaultValue: 'im' }),
    field('地点', 'unknown', { declaredType: 'MAP' }),
  ];

  it('has a label above each field and the button at the end', () => {
    expect(screen(form(fields), 30).join('\n')).toMatchInlineSnapshot(`
      "类型 *
      [ 事假                     ▾ ]

      天数 *
      [ 天数                     # ]

      抄送
      [x] 年假  [ ] 事假

      加急
      [x]

      工号 （只读）
      [ A-17                     ✎ ]

      地点
      MAP：不支持

      [ 提交 ]"
    `);
    expect(painted(form(fields), 30).regions.map(({ id }) => id)).toEqual([
      'form#field.类型',
      'form#field.天数',
      'form#field.抄送',
      'form#field.加急',
      'form#field.工号',
      'form#submit',
    ]);
  });

  it('shows what was typed instead of the default', () => {
    const formValues = (key: string) => (key === 'form' ? { 天数: 3, 类型: 'annual' } : {});
    const lines = screen(form(fields.slice(0, 2)), 30, { formValues });
    expect([lines[1], lines[4]]).toEqual([
      '[ 年假                     ▾ ]',
      '[ 3                        # ]',
    ]);
  });

  it('leaves the button to the template where that has its own', () => {
    const made = form([], { customSubmit: true, children: [buttonNode('保存')] });
    expect(screen(made, 16)).toEqual(['[     保存     ]']);
  });

  it('says that it cannot be submitted', () => {
    expect(screen(form([], { state: 'disabled' }), 30)).toEqual(['[ ⊘ 提交 ]']);
  });
});
