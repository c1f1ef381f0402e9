import type { ActionCase, Told } from '../../support/action-case.js';
import { allActions } from './all-actions.js';
import { componentActions } from './component-actions.js';
import { inputActions } from './input-actions.js';

const rated = (variableValue: string): readonly Told[] => [
  {
    type: 'system',
    actionId: 'sys_action_like_component',
    params: { variableKey: 'node_answb_likeOrDislike', variableValue, extraParams: {} },
  },
  {
    type: 'setLocal',
    changes: [{ name: 'node_answb_likeOrDislike', value: variableValue }],
  },
];

/** What the project's own templates send, written from template-format §4.3, §4.4 and their sources. */
export const ownCards: Readonly<Record<string, readonly ActionCase[]>> = {
  'test/fixtures/templates/all-actions.json': allActions,
  'test/fixtures/templates/all-components.json': [...componentActions, ...inputActions],
  'test/fixtures/templates/ai-states.json': [
    {
      says: 'copies the answer',
      key: 'a_Feedback',
      gesture: { type: 'feedback', part: 'copy' },
      does: [{ type: 'copy', text: '写完了' }],
    },
    {
      says: 'failed: tries again',
      key: 'a_Retry',
      scene: { switches: { flowStatus: '5' } },
      sends: [['retry', {}]],
    },
  ],
  'test/fixtures/templates/standard-card.json': [
    {
      says: 'the input sends under its plain id',
      key: 's_Input',
      gesture: { type: 'enter', text: '收到' },
      sends: [['input', { input: '收到' }]],
    },
    {
      says: 'an empty input is sent too',
      key: 's_Input',
      gesture: { type: 'enter', text: '' },
      sends: [['input', { input: '' }]],
    },
    { says: 'the button sends its own id', key: 's_ButtonBlock/button0', sends: [['read', {}]] },
    {
      says: 'closing stays with DingTalk',
      key: 's_StdCard/close',
      does: [{ type: 'system', actionId: 'sys_close_one_box', params: {} }],
    },
  ],
  'examples/approval/template.json': [
    {
      says: '拒绝',
      key: 'node_appr7/button0',
      sends: [['reject', { action: 'reject' }]],
    },
    {
      says: '同意',
      key: 'node_appr7/button1',
      sends: [['accept', { action: 'accept' }]],
    },
    {
      says: 'what was decided is a dead button',
      key: 'node_appr7/button2',
      scene: { cardParamMap: { status: '已同意' } },
      does: [{ type: 'nothing', why: 'status' }],
    },
  ],
  'examples/lunch-vote/template.json': [
    ...(
      [
        [0, 'noodles'],
        [1, 'rice'],
        [2, 'salad'],
      ] as const
    ).map(
      ([index, dish]): ActionCase => ({
        says: `votes for ${dish}`,
        key: `node_vote7@${index}`,
        sends: [['vote', { dish }]],
      }),
    ),
    {
      says: 'shows the details',
      key: 'node_voteb',
      does: [{ type: 'setLocal', changes: [{ name: 'details', value: 1 }] }],
    },
    {
      says: 'hides the details',
      key: 'node_voteb',
      scene: { localData: { details: 1 } },
      does: [{ type: 'setLocal', changes: [{ name: 'details', value: 0 }] }],
    },
  ],
  'examples/ai-answer/template.json': [
    {
      says: 'likes the answer',
      key: 'node_answb',
      gesture: { type: 'feedback', part: 'like' },
      does: rated('like'),
    },
    {
      says: 'takes that back',
      key: 'node_answb',
      scene: { localData: { node_answb_likeOrDislike: 'like' } },
      gesture: { type: 'feedback', part: 'like' },
      does: rated('none'),
    },
    {
      says: 'dislikes what was liked',
      key: 'node_answb',
      scene: { localData: { node_answb_likeOrDislike: 'like' } },
      gesture: { type: 'feedback', part: 'dislike' },
      does: rated('dislike'),
    },
    {
      says: 'shares',
      key: 'node_answb',
      gesture: { type: 'feedback', part: 'share' },
      does: [{ type: 'system', actionId: 'sys_action_ai_card_share', params: {} }],
    },
    {
      says: 'cannot be regenerated: what clients send is not known',
      key: 'node_answb',
      gesture: { type: 'feedback', part: 'refresh' },
      does: [{ type: 'nothing', why: 'unknown-feedback', what: 'refresh' }],
    },
  ],
  'examples/leave-form/template.json': [
    {
      says: 'submits choices as index and value, and the default number',
      key: 'node_leav2',
      gesture: {
        type: 'submit',
        values: { kind: { index: 1, value: 'sick' }, from: '2026-11-23', cc: ['hr'] },
      },
      sends: [
        [
          'leave_form',
          {
            kind: 'leave',
            leave_form: {
              kind: { index: 1, value: 'sick' },
              from: '2026-11-23',
              days: 1,
              cc: ['hr'],
              urgent: false,
            },
          },
        ],
      ],
    },
    {
      says: 'a number is a number',
      key: 'node_leav2',
      gesture: {
        type: 'submit',
        values: { kind: { index: 0, value: 'annual' }, from: '2026-11-23', days: 'drei' },
      },
      does: [{ type: 'invalid', problems: [{ field: 'days', message: '天数不是数字' }] }],
    },
  ],
};
