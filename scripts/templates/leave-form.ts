import { bound, exportTemplate, margins, nodes, params, ref, text } from './exported.js';

const node = nodes('leav');

/** A form whose fields come as data; once submitted it is dead for the one who submitted it. */
export const leaveForm = exportTemplate({
  variables: [
    { name: 'title', type: 'string', description: '标题' },
    { name: 'form', type: 'form', description: '字段：{"fields":[…]}' },
    { name: 'form_status', type: 'string', private: true, description: 'normal 或 disabled' },
    { name: 'form_btn_text', type: 'string', private: true, description: '提交按钮的文案' },
  ],
  mock: {
    cardData: {
      title: '请假申请',
      form: {
        fields: [
          {
            name: 'kind',
            label: '假期类型',
            type: 'SELECT',
            required: true,
            placeholder: '请选择',
            options: [
              { value: 'annual', text: '年假' },
              { value: 'sick', text: '病假' },
              { value: 'swap', text: '调休' },
            ],
          },
          { name: 'from', label: '开始日期', type: 'DATE', required: true, format: 'yyyy-MM-dd' },
          { name: 'days', label: '天数', type: 'NUMBER', required: true, defaultValue: 1 },
          { name: 'reason', label: '事由', type: 'TEXT_AREA', placeholder: '选填', minRows: 2 },
          {
            name: 'cc',
            label: '抄送',
            type: 'MULTI_CHECKBOX_GROUP',
            options: [
              { value: 'hr', text: '人事' },
              { value: 'lead', text: '组长' },
            ],
          },
          { name: 'urgent', label: '加急', type: 'SWITCH', defaultValue: false },
        ],
      },
    },
    cardPrivateData: { form_status: 'normal', form_btn_text: '提交' },
  },
  root: node('Card', { summaryContent: text('[表单] ${title}') }, [
    node('CardHeaderV2', {
      title: text('${title}'),
      color: { type: 'dynamicSelect', valueType: 'fixed', value: 'purple', variable: '' },
    }),
    node('Form', {
      id: 'leave_form',
      formSchema: ref('form'),
      submitText: text('${form_btn_text}'),
      status: bound('dynamicSelect', 'form_status', 'normal'),
      actionType: 'request',
      params: params(['kind', 'leave']),
      ...margins(12, 6),
    }),
  ]),
});
