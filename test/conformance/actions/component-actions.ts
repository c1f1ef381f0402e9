import type { ActionCase } from '../../support/action-case.js';

const rows = [
  { label: '甲', value: 0, checked: true, children: [{ label: '甲一' }, { label: '甲二' }] },
  { label: '乙', value: 1, checked: false, children: [] },
];

const menu = {
  title: '',
  message: '',
  items: [{ text: '第一项' }, { text: '打开', destructive: true }],
};

const cell = (index: number, row: object): ActionCase => ({
  says: `a button in row ${index} of a table sends its column and row`,
  key: `c_Table/cell${index}.3`,
  sends: [
    [
      'single_button_c_Table',
      {
        column: { alias: 'act', aliasName: '操作', dataType: 'BUTTON', weight: 20 },
        row: { ...row },
      },
    ],
  ],
});

const link = (url: string) => [{ type: 'openLink', url, refused: false } as const];

/** Links, buttons, panels and tables of the template that holds every component. */
export const componentActions: readonly ActionCase[] = [
  { says: 'Link', key: 'c_Link', does: link('https://a.example/link') },
  { says: 'Column without id', key: 'c_ColumnTap', sends: [['grid', { side: 'right' }]] },
  {
    says: 'CollapsePanel',
    key: 'c_CollapsePanel',
    does: [{ type: 'setLocal', changes: [{ name: 'panelc_CollapsePanel', value: true }] }],
  },
  {
    says: 'SingleButton: typed values, nameless parameters left out',
    key: 'c_SingleButton',
    sends: [['single', { who: '小明', fixed: '1', flag: true }]],
  },
  {
    says: 'SingleButton without id',
    key: 'c_SingleButtonNoId',
    sends: [['single_button_c_SingleButtonNoId', {}]],
  },
  {
    says: 'SingleButton switched off',
    key: 'c_SingleButtonOff',
    does: [{ type: 'nothing', why: 'status' }],
  },
  {
    says: 'ButtonBlock without actionId sends the id of its entry',
    key: 'c_ButtonBlock/button0',
    sends: [['bb1', { from: 'block' }]],
  },
  {
    says: 'ButtonBlock, an entry that is hidden otherwise',
    key: 'c_ButtonBlock/button1',
    scene: { cardParamMap: { flag: 'false' } },
    sends: [['hidden', {}]],
  },
  {
    says: 'ButtonList fills in its id and sends arrays',
    key: 'c_ButtonList/button0',
    sends: [['list_小明', { rows }]],
  },
  {
    says: 'a button that came as data',
    key: 'c_ButtonGroupData/data0',
    sends: [['data_ok', { n: 1 }]],
  },
  ...(['pc', 'ios', 'android'] as const).map(
    (platform): ActionCase => ({
      says: `a link that came as data, on ${platform}`,
      key: 'c_ButtonGroupData/data1',
      scene: { switches: { platform } },
      does: link(`https://a.example/${platform}`),
    }),
  ),
  {
    says: 'a disabled button that came as data',
    key: 'c_ButtonGroupData/data2',
    does: [{ type: 'nothing', why: 'status' }],
  },
  { says: 'FixedSingleButton', key: 'c_FixedSingleButton', sends: [['fixed_one', {}]] },
  {
    says: 'DropdownButton asks which',
    key: 'c_DropdownButton',
    chooses: [0],
    sends: [['menu_first', { n: '1' }]],
    does: [{ type: 'menu', menu, chosen: 0 }, 'answered'],
  },
  {
    says: 'DropdownButton whose menu the face shows itself',
    key: 'c_DropdownButton',
    gesture: { type: 'pick', index: 1 },
    does: link('https://a.example/menu'),
  },
  {
    says: 'a link in a table',
    key: 'c_Table/cell0.2',
    does: link('https://a.example/1'),
  },
  cell(0, {
    who: '张三',
    app: { icon: '@lALPicon', name: '日志' },
    link: { value: '打开', url: 'https://a.example/1' },
    act: { value: '催办', request: true },
  }),
  cell(1, {
    who: '李四',
    app: { icon: '', name: '审批' },
    link: { value: '无' },
    act: { value: '催办', request: true },
  }),
];
