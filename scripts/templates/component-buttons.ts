import { blue, heading, node, normal } from './component-parts.js';
import { all, fixed, is, params, ref, request, text, when } from './exported.js';

/** Everything that is a button. */
export const buttons = [
  heading('按钮'),
  node(
    'SingleButton',
    {
      text: text('单按钮'),
      ...normal,
      ...blue,
      ...request(
        'single',
        ['who', { variable: 'name' }],
        ['fixed', '1'],
        ['', 'skipped'],
        ['flag', { variable: 'flag' }],
      ),
    },
    [],
    'c_SingleButton',
  ),
  node(
    'SingleButton',
    { text: text('没有 id'), ...normal, ...blue, ...request('') },
    [],
    'c_SingleButtonNoId',
  ),
  node(
    'SingleButton',
    {
      text: text('停用'),
      status: fixed('dynamicSelect', 'disabled'),
      ...blue,
      ...request('never'),
    },
    [],
    'c_SingleButtonOff',
  ),
  node(
    'ButtonBlock',
    {
      buttons: [
        {
          id: 'bb1',
          text: text('块按钮'),
          status: 'normal',
          color: 'blue',
          ...request('', ['from', 'block']),
        },
        {
          id: 'bb2',
          text: text('看不见'),
          status: 'normal',
          color: 'gray',
          ...request('hidden'),
          ...when(all(is('flag', 'isFalse'))),
        },
      ],
    },
    [],
    'c_ButtonBlock',
  ),
  node(
    'ButtonList',
    {
      direction: 'horizontal',
      buttons: {
        type: 'ButtonList',
        list: [
          {
            id: 'bl1',
            text: text('列表按钮'),
            status: 'normal',
            color: 'gray',
            ...request('list_${name}', ['rows', { variable: 'rows' }]),
          },
        ],
      },
    },
    [],
    'c_ButtonList',
  ),
  node(
    'ButtonGroup',
    { buttonsSource: 'variable', dynamicButtons: ref('buttons'), buttonSpacing: 8 },
    [],
    'c_ButtonGroupData',
  ),
  node(
    'ButtonGroup',
    {
      buttonsSource: 'fixed',
      fixedButtonIds: ['1', '2'],
      fixedButtons: [
        { id: '1', type: 'button' },
        { id: '2', type: 'menuButton' },
      ],
      buttonSpacing: 8,
    },
    [
      node(
        'FixedSingleButton',
        { text: text('固定按钮'), ...normal, ...blue, ...request('fixed_one') },
        [],
        'c_FixedSingleButton',
      ),
      node(
        'DropdownButton',
        {
          text: text('下拉'),
          ...normal,
          color: fixed('dynamicSelect', 'gray'),
          actionSheetItems: [
            {
              id: '1',
              actionSheetStyle: 'default',
              actionSheetName: text('第一项'),
              actionSheetAction: 'request',
              actionSheetRequestItemActionId: text('menu_first'),
              actionSheetRequestItemParams: params(['n', '1']),
            },
            {
              id: '1',
              actionSheetStyle: 'destructive',
              actionSheetName: text('打开'),
              actionSheetAction: 'url',
              actionSheetUrlItemUrl: fixed('dynamicLink', 'https://a.example/menu'),
            },
          ],
        },
        [],
        'c_DropdownButton',
      ),
    ],
    'c_ButtonGroup',
  ),
];
