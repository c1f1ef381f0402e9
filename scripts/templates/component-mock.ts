/** Mock data of the all-components template. */
export const mock = {
  cardData: {
    name: '小明',
    flag: true,
    percent: 62.5,
    note: '**重点**：`code`\n\n1. 一\n2. 二\n\n| 列 | 值 |\n|---|---|\n| a | 1 |\n\n<font colorTokenV2=common_red1_color>红色</font>[微笑]',
    rows: [
      { label: '甲', value: 0, checked: true, children: [{ label: '甲一' }, { label: '甲二' }] },
      { label: '乙', value: 1, checked: false, children: [] },
    ],
    buttons: [
      {
        text: '批准',
        color: 'blue',
        status: 'normal',
        event: { type: 'sendCardRequest', params: { actionId: 'data_ok', params: { n: 1 } } },
      },
      {
        text: '官网',
        color: 'gray',
        status: 'normal',
        event: {
          type: 'openLink',
          params: {
            url: {
              pc: 'https://a.example/pc',
              ios: 'https://a.example/ios',
              android: 'https://a.example/android',
            },
          },
        },
      },
      {
        text: '停用',
        color: 'red',
        status: 'disabled',
        event: { type: 'sendCardRequest', params: { actionId: 'never', params: {} } },
      },
    ],
    choices: [
      { value: 'x', text: { zh_CN: '选项甲', en_US: 'Option A' } },
      { value: 'y', text: '选项乙' },
    ],
    figures: {
      meta: [
        { alias: 'who', aliasName: '姓名', dataType: 'STRING', weight: 40 },
        { alias: 'app', aliasName: '应用', dataType: 'MICROAPP', weight: 20 },
        { alias: 'link', aliasName: '详情', dataType: 'OBJECT', weight: 20 },
        { alias: 'act', aliasName: '操作', dataType: 'BUTTON', weight: 20 },
      ],
      data: [
        {
          who: '张三',
          app: { icon: '@lALPicon', name: '日志' },
          link: { value: '打开', url: 'https://a.example/1' },
          act: { value: '催办', request: true },
        },
        {
          who: '李四',
          app: { icon: '', name: '审批' },
          link: { value: '无' },
          act: { value: '催办', request: true },
        },
      ],
    },
    trend: {
      type: 'lineChart',
      data: [
        { x: '周一', y: 3, type: '进' },
        { x: '周二', y: 5, type: '进' },
        { x: '周一', y: 2, type: '出' },
        { x: '周二', y: 4, type: '出' },
      ],
      config: {},
    },
    fields: {
      fields: [
        { name: 't', label: '文本', type: 'TEXT', required: true, defaultValue: '默认' },
        { name: 'ta', label: '长文本', type: 'TEXT_AREA', minRows: 2, maxRows: 4 },
        { name: 'tl', label: '多个文本', type: 'TEXT_ARRAY', addText: '再加一个' },
        { name: 'n', label: '数字', type: 'NUMBER' },
        { name: 'd', label: '日期', type: 'DATE', format: 'yyyy-MM-dd' },
        { name: 'tm', label: '时间', type: 'TIME', format: 'HH:mm' },
        { name: 'dt', label: '日期时间', type: 'DATETIME', format: 'yyyy-MM-dd HH:mm' },
        {
          name: 's',
          label: '单选',
          type: 'SELECT',
          options: [
            { value: 'a', text: 'A' },
            { value: 'b', text: 'B' },
          ],
        },
        {
          name: 'm',
          label: '多选',
          type: 'MULTI_SELECT',
          options: [
            { value: 'a', text: 'A' },
            { value: 'b', text: 'B' },
          ],
        },
        { name: 'c', label: '勾选', type: 'CHECKBOX' },
        { name: 'sw', label: '开关', type: 'SWITCH', defautValue: true },
        {
          name: 'cg',
          label: '单选组',
          type: 'CHECKBOX_GROUP',
          options: [
            { value: 'a', text: 'A' },
            { value: 'b', text: 'B' },
          ],
        },
        {
          name: 'mg',
          label: '多选组',
          type: 'MULTI_CHECKBOX_GROUP',
          options: [
            { value: 'a', text: 'A' },
            { value: 'b', text: 'B' },
          ],
        },
        { name: 'h', label: '隐藏', type: 'TEXT', hidden: true, defaultValue: '藏着' },
        { name: 'r', label: '只读', type: 'TEXT', readOnly: true, defaultValue: '不变' },
      ],
    },
    picture: 'https://a.example/p.png',
  },
  cardPrivateData: { remark: '', agreed: false },
} as const;
