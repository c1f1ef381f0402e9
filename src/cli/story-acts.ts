import type { JsonObject } from '../base/json-text.js';

/** One scene: somebody writes, a card comes, and this is done with it. */
export interface Act {
  readonly where: 'single' | 'group';
  readonly writer: string;
  readonly text: string;
  /** The text of its card arrives bit by bit; nothing is tapped before it is complete. */
  readonly streams?: true;
  readonly taps: readonly ActTap[];
}

export interface ActTap {
  readonly tapper: string;
  /** As the component of the template sends it (template-format §4.3). */
  readonly actionId: string;
  readonly params: JsonObject;
}

/** The four templates of examples/, with the rules of examples/demo. */
export const acts: readonly Act[] = [
  {
    where: 'single',
    writer: 'manager01',
    text: '出差回来了，报销一下',
    taps: [{ tapper: 'manager01', actionId: 'accept', params: { action: 'accept' } }],
  },
  {
    where: 'group',
    writer: 'user002',
    text: '这笔也帮我报一下',
    taps: [{ tapper: 'user003', actionId: 'reject', params: { action: 'reject' } }],
  },
  {
    where: 'group',
    writer: 'user002',
    text: '我想请假两天',
    taps: [
      {
        tapper: 'user002',
        actionId: 'leave_form',
        params: {
          kind: 'leave',
          leave_form: {
            kind: { index: 0, value: 'annual' },
            from: '2026-12-01',
            days: 2,
            reason: '回家',
            urgent: false,
          },
        },
      },
    ],
  },
  {
    where: 'group',
    writer: 'user003',
    text: '周五中午吃什么',
    taps: [
      { tapper: 'user002', actionId: 'vote', params: { dish: 'noodles' } },
      { tapper: 'user003', actionId: 'vote', params: { dish: 'rice' } },
    ],
  },
  { where: 'single', writer: 'manager01', text: '出差一天补多少？', streams: true, taps: [] },
];
