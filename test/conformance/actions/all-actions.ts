import type { ActionCase } from '../../support/action-case.js';

const toast = (content: string, kind: 'success' | 'info' | 'error') =>
  ({ type: 'toast', toast: { content, kind } }) as const;

const opened = (url: string, refused = false) => [{ type: 'openLink', url, refused } as const];

const kept = (name: string, value: string | number | boolean, key?: string) => [
  { type: 'setLocal', changes: [{ name, ...(key !== undefined && { key }), value }] } as const,
];

const answers = (result: string) => ({
  cardUpdateOptions: { updateCardDataByKey: true },
  cardData: { cardParamMap: { result } },
});

const params = { fixed: '5', number: 3, list: ['a', 'b'], mine: '我的', undeclared: '' };

const dialog = { title: '确定吗', message: '给 小明', okText: '好', cancelText: '算了' };

const sheet = {
  title: '怎么做',
  message: '选一个',
  items: [{ text: '发送' }, { text: '打开', destructive: true }, { text: '无事' }],
};

const menu = { title: '', message: '', items: [{ text: '发' }, { text: '更多' }] };

/** Every `actionType`, alone and in chains. */
export const allActions: readonly ActionCase[] = [
  { says: 'url', key: 'do_url', does: opened('https://a.example/?q=小明') },
  ...(['pc', 'ios', 'android'] as const).map(
    (platform): ActionCase => ({
      says: `url on ${platform}`,
      key: 'do_urlMultiple',
      scene: { switches: { platform } },
      does: opened(`https://a.example/${platform}`),
    }),
  ),
  {
    says: 'url without link',
    key: 'do_urlEmpty',
    does: [{ type: 'nothing', why: 'no-link' }],
  },
  { says: 'url of a script', key: 'do_urlScript', does: opened('javascript:alert(1)', true) },
  {
    says: 'request, condition met',
    key: 'do_request',
    answer: answers('ok'),
    sends: [['send_小明', params]],
    does: ['answered', toast('成了 ok', 'success')],
  },
  {
    says: 'request, condition not met',
    key: 'do_request',
    answer: answers('no'),
    sends: [['send_小明', params]],
    does: ['answered', toast('没成', 'error')],
  },
  {
    says: 'request that failed',
    key: 'do_request',
    answer: 'refuse',
    sends: [['send_小明', params]],
    does: ['failed', toast('没成', 'error')],
  },
  { says: 'setLocalState boolean', key: 'do_setBoolean', does: kept('flag', true) },
  { says: 'setLocalState number', key: 'do_setNumber', does: kept('number', 7) },
  { says: 'setLocalState string', key: 'do_setString', does: kept('words', '你好 小明') },
  { says: 'setLocalState by key', key: 'do_setKey', does: kept('bag', 'in', 'pocket') },
  {
    says: 'setLocalState custom',
    key: 'do_setCustom',
    does: [
      {
        type: 'setLocal',
        changes: [
          { name: 'words', value: '小明' },
          { name: 'number', value: 2 },
        ],
      },
    ],
  },
  {
    says: 'eventChain: the second event does not wait for the answer to the first',
    key: 'do_eventChain',
    answer: answers('ok'),
    sends: [['main', { step: '1' }]],
    does: [...kept('flag', true), 'answered', toast('好：ok', 'success')],
  },
  {
    says: 'eventChain, another answer',
    key: 'do_eventChain',
    answer: answers('no'),
    sends: [['main', { step: '1' }]],
    does: [...kept('flag', true), 'answered', toast('不好', 'info')],
  },
  {
    says: 'eventChain, failed',
    key: 'do_eventChain',
    answer: 'refuse',
    sends: [['main', { step: '1' }]],
    does: [...kept('flag', true), 'failed', toast('失败', 'error')],
  },
  {
    says: 'select that sends',
    key: 'do_select',
    chooses: [0],
    sends: [['main_0_0', { picked: 'send' }]],
    does: [{ type: 'menu', menu, chosen: 0 }, 'answered'],
  },
  {
    says: 'select in a select',
    key: 'do_select',
    chooses: [1, 0],
    does: [
      { type: 'menu', menu, chosen: 1 },
      { type: 'menu', menu: { title: '', message: '', items: [{ text: '打开' }] }, chosen: 0 },
      ...opened('https://a.example/nested'),
    ],
  },
  {
    says: 'select with an answer that is no option',
    key: 'do_select',
    chooses: [7],
    does: [
      { type: 'menu', menu, chosen: 7 },
      { type: 'nothing', why: 'no-such-item', what: '7' },
    ],
  },
  {
    says: 'dynamicEvent openLink',
    key: 'do_dynamicEventLink',
    does: opened('https://a.example/event'),
  },
  {
    says: 'dynamicEvent sendCardRequest',
    key: 'do_dynamicEventSend',
    sends: [['from_data', { deep: { yes: true } }]],
  },
  {
    says: 'dynamicEvent of an unknown type',
    key: 'do_dynamicEventSend',
    scene: { cardParamMap: { event_send: '{"type":"explode"}' } },
    does: [{ type: 'nothing', why: 'unknown-action', what: 'explode' }],
  },
  { says: 'toast', key: 'do_toast', does: [toast('提示 小明', 'info')] },
  {
    says: 'copy common',
    key: 'do_copyText',
    does: [{ type: 'copy', text: '复制 小明' }],
  },
  {
    says: 'copy variable',
    key: 'do_copyVariable',
    does: [{ type: 'copy', text: '**全文**' }],
  },
  {
    says: 'copy full-content',
    key: 'do_copyAll',
    does: [{ type: 'copy', text: '外层\n内层' }],
  },
  {
    says: 'confirm, confirmed',
    key: 'do_confirm',
    sends: [['confirmed', { sure: 'yes' }]],
    does: [{ type: 'confirm', dialog, ok: true }, 'answered'],
  },
  {
    says: 'confirm, cancelled',
    key: 'do_confirm',
    confirms: false,
    does: [{ type: 'confirm', dialog, ok: false }],
  },
  {
    says: 'actionSheet request',
    key: 'do_actionSheet',
    chooses: [0],
    sends: [['sheet_send', { n: 3 }]],
    does: [{ type: 'menu', menu: sheet, chosen: 0 }, 'answered'],
  },
  {
    says: 'actionSheet url',
    key: 'do_actionSheet',
    chooses: [1],
    does: [{ type: 'menu', menu: sheet, chosen: 1 }, ...opened('https://a.example/sheet')],
  },
  {
    says: 'actionSheet none',
    key: 'do_actionSheet',
    chooses: [2],
    does: [
      { type: 'menu', menu: sheet, chosen: 2 },
      { type: 'nothing', why: 'none' },
    ],
  },
  {
    says: 'openModal',
    key: 'do_openModal',
    does: [{ type: 'openModal', title: '侧窗', url: 'https://a.example/modal', refused: false }],
  },
  {
    says: 'jsapi that gives something',
    key: 'do_jsapi',
    clientApi: 'uuid-1',
    does: [
      { type: 'clientApi', name: 'device.base.getUUID', params: { k: 'v' }, result: 'uuid-1' },
      ...kept('from_api', 'uuid-1'),
    ],
  },
  {
    says: 'callAPI that does not exist here',
    key: 'do_callAPI',
    does: [{ type: 'clientApi', name: 'biz.util.scan', params: { type: 'qr' } }],
  },
  { says: 'none', key: 'do_none', does: [{ type: 'nothing', why: 'none' }] },
  {
    says: 'a disabled button',
    key: 'do_off',
    does: [{ type: 'nothing', why: 'status' }],
  },
  {
    says: 'a button whose status is unset',
    key: 'do_unsetStatus',
    does: [{ type: 'nothing', why: 'status-unset' }],
  },
  {
    says: 'enableClickEvent off',
    key: 'do_noClick',
    does: [{ type: 'nothing', why: 'click-off' }],
  },
  {
    says: 'disabledWhileForward, not forwarded',
    key: 'do_notForwarded',
    sends: [['kept', {}]],
  },
  {
    says: 'disabledWhileForward, forwarded',
    key: 'do_notForwarded',
    scene: { switches: { forwarded: true } },
    does: [toast('不支持此操作', 'info'), { type: 'nothing', why: 'forwarded' }],
  },
  { says: 'the inner grid, without id', key: 'do_gridInner', sends: [['grid', {}]] },
  { says: 'the outer grid', key: 'do_gridOuter', sends: [['outer', { who: 'outer' }]] },
];
