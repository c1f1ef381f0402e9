import { type ActionCase, tap } from '../../support/action-case.js';
import { chainCard } from './chain-card.js';
import { formCard } from './form-card.js';
import { openclawCard } from './openclaw-card.js';
import { tabsCard } from './tabs-card.js';

/** What the nine public exports send, written from template-format §4.3, §4.4, §4.7 and the files. */
export const publicCards: Readonly<Record<string, readonly ActionCase[]>> = {
  'helloworld.json': [
    {
      says: 'the input is kept on the client',
      key: 'node_oclv29olgx5',
      gesture: { type: 'enter', text: '你好' },
      does: [{ type: 'setLocal', changes: [{ name: 'local_input', value: '你好' }] }],
    },
    {
      says: 'the button without actionId sends its own id, and toasts when submitted came back true',
      key: 'node_oclv29olgx6/button0',
      scene: { localData: { local_input: '你好' } },
      answer: {
        cardUpdateOptions: { updatePrivateDataByKey: true },
        userPrivateData: { cardParamMap: { submitted: 'true', private_input: '你好' } },
      },
      sends: [['submit', { local_input: '你好' }]],
      does: ['answered', { type: 'toast', toast: { content: '提交成功', kind: 'success' } }],
    },
    {
      says: 'a local variable without value is left out; an answer without submitted is a failure',
      key: 'node_oclv29olgx6/button0',
      sends: [['submit', {}]],
      does: ['answered', { type: 'toast', toast: { content: '提交失败', kind: 'error' } }],
    },
    {
      says: 'a callback that fails says so',
      key: 'node_oclv29olgx6/button0',
      answer: 'refuse',
      sends: [['submit', {}]],
      does: ['failed', { type: 'toast', toast: { content: '提交失败', kind: 'error' } }],
    },
    {
      says: '已提交 is a disabled button',
      key: 'node_oclv29olgx6/button1',
      scene: { privateParamMap: { submitted: 'true' } },
      does: [{ type: 'nothing', why: 'status' }],
    },
    {
      says: 'a submitted card has a dead input',
      key: 'node_oclv29olgx5',
      scene: { privateParamMap: { submitted: 'true' } },
      gesture: { type: 'enter', text: 'x' },
      does: [{ type: 'nothing', why: 'status' }],
    },
  ],
  '审批模板.json': [
    {
      says: '拒绝 sends reject',
      key: 'node_ocl64fihiz1/button0',
      sends: [['reject', { action: 'reject' }]],
    },
    {
      says: '同意 sends agree',
      key: 'node_ocl64fihiz1/button1',
      sends: [['agree', { action: 'agree' }]],
    },
    {
      says: '已同意 is a disabled button',
      key: 'node_ocly43oyjo1',
      scene: { cardParamMap: { status: 'agree' } },
      does: [{ type: 'nothing', why: 'status' }],
    },
    {
      says: '已拒绝 is a disabled button',
      key: 'node_ocly43oyjo2',
      scene: { cardParamMap: { status: 'reject' } },
      does: [{ type: 'nothing', why: 'status' }],
    },
  ],
  '循环渲染容器之群接龙.json': [
    {
      says: '取消接龙 sends the private uid as delete_uid',
      key: 'node_oclw1p9z769',
      scene: { privateParamMap: { uid: 'u1' } },
      sends: [['grid', { delete_uid: 'u1' }]],
    },
    {
      says: 'without conditions a failed callback still toasts',
      key: 'node_oclw1p9z769',
      scene: { privateParamMap: { uid: 'u1' } },
      answer: 'refuse',
      sends: [['grid', { delete_uid: 'u1' }]],
      does: ['failed', { type: 'toast', toast: { content: '取消接龙失败', kind: 'error' } }],
    },
    {
      says: 'who has not joined enters a remark',
      key: 'node_ocltr9pzsms',
      scene: {
        cardParamMap: { joined: 'false' },
        privateParamMap: { joined: 'false' },
      },
      gesture: { type: 'enter', text: '加一' },
      sends: [['remark', { remark: '加一' }]],
    },
    {
      says: 'a client without a prompt of its own asks for one',
      key: 'node_ocltr9pzsms',
      scene: { privateParamMap: { joined: 'false' } },
      clientApi: { buttonIndex: 0, value: '加二' },
      sends: [['remark', { remark: '加二' }]],
      does: [
        {
          type: 'clientApi',
          name: 'device.notification.prompt',
          params: {
            title: '参与接龙',
            message: '',
            defaultText: '',
            buttonLabels: ['提交', '取消'],
          },
          result: { buttonIndex: 0, value: '加二' },
        },
        'answered',
      ],
    },
  ],
  '打字机效果流式更新 AI 卡片.json': [
    {
      says: 'the feedback bar copies the streamed text',
      key: 'node_oclu5iot66a',
      scene: { switches: { flowStatus: '3' } },
      gesture: { type: 'feedback', part: 'copy' },
      does: [{ type: 'copy', text: '# 流式 markdown 内容' }],
    },
    ...(
      [
        ['1', 'node_oclu5iot662'],
        ['2', 'node_oclu5iot664'],
        ['3', 'node_oclu5iot667'],
        ['5', 'node_oclu5iot66c'],
      ] as const
    ).map(
      ([flowStatus, id]): ActionCase => ({
        says: `state ${flowStatus} unfolds`,
        key: `${id}/fold`,
        gesture: tap,
        scene: { switches: { flowStatus } },
        does: [
          {
            type: 'setLocal',
            changes: [{ name: '_cardFoldStatusLocalDataKey', value: true }],
          },
        ],
      }),
    ),
  ],
  'langbot-human-input.json': [
    ...(
      [
        [0, 'approve'],
        [1, 'reject'],
        [2, 'more_info'],
      ] as const
    ).map(
      ([index, id]): ActionCase => ({
        says: `button ${index} of the buttonGroup sends its event as it came`,
        key: `node_btn_group/data${index}`,
        sends: [[id, { action_id: id }]],
      }),
    ),
    {
      says: 'the built-in parameter of the input is what was entered',
      key: 'node_input',
      scene: { cardParamMap: { input_visible: 'true' } },
      gesture: { type: 'enter', text: '同意' },
      sends: [['input', { input: '同意' }]],
    },
    {
      says: 'the built-in parameter of the select is index and value',
      key: 'node_select',
      scene: {
        cardParamMap: {
          select_visible: 'true',
          index_o: '[{"value":"a","text":{"zh_CN":"甲"}},{"value":"b","text":"乙"}]',
        },
      },
      gesture: { type: 'pick', index: 1 },
      sends: [['select', { select: { index: 1, value: 'b' } }]],
    },
    ...(
      [
        ['1', 'pending'],
        ['2', 'writing'],
        ['3', 'done'],
        ['4', 'doing'],
        ['5', 'failed'],
      ] as const
    ).map(
      ([flowStatus, state]): ActionCase => ({
        says: `state ${state} unfolds`,
        key: `node_status_${state}/fold`,
        scene: { switches: { flowStatus } },
        does: [
          {
            type: 'setLocal',
            changes: [{ name: '_cardFoldStatusLocalDataKey', value: true }],
          },
        ],
      }),
    ),
  ],
  'openclaw-card-template-v2.json': openclawCard,
  '事件链配置演示.json': chainCard,
  '多 Tab 页.json': tabsCard,
  '表单组件的使用与更新.json': formCard,
};
