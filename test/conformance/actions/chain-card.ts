import type { ActionCase } from '../../support/action-case.js';

/** All four panels open. */
const open = {
  localData: {
    Pubnode_oclzjnvm1zf: true,
    Prinode_oclzjnvm1zg: true,
    Localnode_oclzjsvz0f2: true,
    Dropdownnode_oclzme1q47c: true,
  },
};

const menu = {
  title: '',
  message: '',
  items: [{ text: '回传请求' }, { text: '嵌套菜单' }],
};

const nested = { title: '', message: '', items: [{ text: '嵌套菜单打开链接' }] };

const toast = (content: string, kind: 'success' | 'info' | 'error') =>
  ({ type: 'toast', toast: { content, kind } }) as const;

/** 事件链配置演示: the official example of event chains (template-format §4.5, §4.7). */
export const chainCard: readonly ActionCase[] = [
  ...(
    [
      ['Pub', 'node_oclzjnvm1zf'],
      ['Pri', 'node_oclzjnvm1zg'],
      ['Local', 'node_oclzjsvz0f2'],
      ['Dropdown', 'node_oclzme1q47c'],
    ] as const
  ).flatMap(([id, node]): ActionCase[] => [
    {
      says: `panel ${id} opens`,
      key: node,
      does: [{ type: 'setLocal', changes: [{ name: `${id}${node}`, value: true }] }],
    },
    {
      says: `panel ${id} closes`,
      key: node,
      scene: open,
      does: [{ type: 'setLocal', changes: [{ name: `${id}${node}`, value: false }] }],
    },
  ]),
  {
    says: 'a public success opens the link that came back',
    key: 'node_oclzjnvm1z5',
    scene: open,
    answer: {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: {
        cardParamMap: { pub_url_status: 'success', pub_url: 'https://open.dingtalk.com' },
      },
    },
    sends: [['main', { var: 'pub_url' }]],
    does: ['answered', { type: 'openLink', url: 'https://open.dingtalk.com', refused: false }],
  },
  {
    says: 'a link that came back with a script is refused',
    key: 'node_oclzjnvm1z5',
    scene: open,
    answer: {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { pub_url_status: 'success', pub_url: 'javascript:alert(1)' } },
    },
    sends: [['main', { var: 'pub_url' }]],
    does: ['answered', { type: 'openLink', url: 'javascript:alert(1)', refused: true }],
  },
  {
    says: 'any other public answer toasts the message that came back',
    key: 'node_oclzjnvm1z5',
    scene: open,
    answer: {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { pub_url_status: 'failed', pub_url_msg: '没有链接' } },
    },
    sends: [['main', { var: 'pub_url' }]],
    does: ['answered', toast('没有链接', 'error')],
  },
  {
    says: 'what the card held before the answer is no event data',
    key: 'node_oclzjnvm1z5',
    scene: {
      ...open,
      cardParamMap: {
        pub_url_status: 'success',
        pub_url: 'https://old.example',
        pub_url_msg: '旧',
      },
    },
    sends: [['main', { var: 'pub_url' }]],
    does: ['answered', { type: 'nothing', why: 'incomplete', what: 'toastContent' }],
  },
  {
    says: 'a public failure toasts',
    key: 'node_oclzjnvm1z5',
    scene: open,
    answer: 'refuse',
    sends: [['main', { var: 'pub_url' }]],
    does: ['failed', toast('请求失败！', 'error')],
  },
  {
    says: 'a private success opens the private link that came back',
    key: 'node_oclzjnvm1zb',
    scene: open,
    answer: {
      cardUpdateOptions: { updatePrivateDataByKey: true },
      userPrivateData: {
        cardParamMap: { pri_url_status: 'success', pri_url: 'https://www.dingtalk.com' },
      },
    },
    sends: [['main', { var: 'pri_url' }]],
    does: ['answered', { type: 'openLink', url: 'https://www.dingtalk.com', refused: false }],
  },
  {
    says: 'a private failure toasts',
    key: 'node_oclzjnvm1zb',
    scene: open,
    answer: 'refuse',
    sends: [['main', { var: 'pri_url' }]],
    does: ['failed', toast('请求失败！', 'error')],
  },
  {
    says: 'a grid shows what is hidden: the number of an expression',
    key: 'node_oclzme1q473',
    scene: open,
    does: [{ type: 'setLocal', changes: [{ name: 'local_visible', value: 1 }] }],
  },
  {
    says: 'and hides it again',
    key: 'node_oclzme1q473',
    scene: { localData: { ...open.localData, local_visible: 1 } },
    does: [{ type: 'setLocal', changes: [{ name: 'local_visible', value: 0 }] }],
  },
  {
    says: 'a toast and a local change in one chain, the toast with the text from before',
    key: 'node_oclzjsvz0f4',
    scene: open,
    does: [
      toast('展开内容', 'info'),
      { type: 'setLocal', changes: [{ name: 'local_visible', value: 1 }] },
    ],
  },
  {
    says: 'the first option of a menu sends under its own key',
    key: 'node_oclzme1q47e',
    scene: open,
    chooses: [0],
    sends: [['main_0_0', { action: 'dropdown_request' }]],
    does: [{ type: 'menu', menu, chosen: 0 }, 'answered', toast('请求成功！', 'success')],
  },
  {
    says: 'and toasts when that fails',
    key: 'node_oclzme1q47e',
    scene: open,
    chooses: [0],
    answer: 'refuse',
    sends: [['main_0_0', { action: 'dropdown_request' }]],
    does: [{ type: 'menu', menu, chosen: 0 }, 'failed', toast('请求失败', 'error')],
  },
  {
    says: 'the second option opens a menu of its own, which opens a link',
    key: 'node_oclzme1q47e',
    scene: open,
    chooses: [1, 0],
    does: [
      { type: 'menu', menu, chosen: 1 },
      { type: 'menu', menu: nested, chosen: 0 },
      { type: 'openLink', url: 'https://www.dingtalk.com', refused: false },
    ],
  },
  {
    says: 'a closed menu does nothing',
    key: 'node_oclzme1q47e',
    scene: open,
    chooses: [undefined],
    does: [
      { type: 'menu', menu },
      { type: 'nothing', why: 'cancelled' },
    ],
  },
];
