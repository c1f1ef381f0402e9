import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/translate.js';
import type { EventBody } from '../../src/log/event.js';
import { createKnownNames } from '../../src/log/known-names.js';
import { eventSentences } from '../../src/output/event-sentence.js';
import { answeringSamples } from '../support/answering-samples.js';
import {
  callbackAnswered,
  callbackReceived,
  connectionOpened,
  messageReceived,
  sessionStarted,
} from '../support/event-builders.js';
import { as, cardSamples, error, type Samples } from '../support/event-sentence-samples.js';

const fault = { httpStatus: 400, code: 'invalidTicket', message: 'no' };
const response = { cardData: { cardParamMap: { status: '已同意' } } };
const frame = { connectionId: 'c1', messageId: 'f1', raw: '{}' };
/** An empty sentence is silence on purpose. The type asks for every event there is. */
const samples: Samples = {
  'session.started': [
    [
      as('session.started', sessionStarted()),
      '应用 dingtestclientid0001',
      'app dingtestclientid0001',
    ],
    [
      as('session.started', sessionStarted({ recording: '/r.jsonl' })),
      '事件写入 /r.jsonl',
      'written to /r.jsonl',
    ],
  ],
  'session.ended': [
    [{ type: 'session.ended', reason: 'SIGINT', exitCode: 130 }, '结束：SIGINT', 'ended: SIGINT'],
  ],
  'connection.opening': [[{ type: 'connection.opening', connectionId: 'c1', attempt: 1 }, '', '']],
  'connection.opened': [
    [as('connection.opened', connectionOpened()), '已连接 wss-open', 'connected to wss-open'],
  ],
  'connection.lost': [
    [
      { type: 'connection.lost', connectionId: 'c', reason: 'idle', detail: 'd', wasOpen: true },
      '连接断开',
      'connection lost',
    ],
    [
      {
        type: 'connection.lost',
        connectionId: 'c',
        reason: 'network',
        detail: 'd',
        wasOpen: false,
      },
      '连接失败',
      'could not connect',
    ],
    [
      { type: 'connection.lost', connectionId: 'c', reason: 'planned', detail: 'd', wasOpen: true },
      '',
      '',
    ],
  ],
  'connection.retrying': [
    [
      { type: 'connection.retrying', attempt: 2, delayMs: 999.6, reason: 'network' },
      '1000 ms 后第 2 次',
      'in 1000 ms (attempt 2)',
    ],
  ],
  'connection.draining': [
    [
      { type: 'connection.draining', connectionId: 'c', detail: 'bye' },
      '将关闭此连接（bye）',
      'closing this connection (bye)',
    ],
  ],
  'connection.refused': [
    [
      { type: 'connection.refused', fault },
      '被拒绝：400 invalidTicket no',
      'refused: 400 invalidTicket no',
    ],
  ],
  'connection.closed': [[{ type: 'connection.closed' }, '连接已关闭', 'connection closed']],
  'frame.received': [
    [{ type: 'frame.received', ...frame, frameType: 'EVENT', topic: '*' }, 'EVENT *', 'EVENT *'],
    [{ type: 'frame.received', ...frame, frameType: 'SYSTEM', topic: 'ping' }, '', ''],
  ],
  'frame.malformed': [
    [
      { type: 'frame.malformed', connectionId: 'c', problem: 'binary', detail: '3 bytes', raw: '' },
      '无法解析的帧（binary）',
      'unreadable frame (binary)',
    ],
  ],
  'frame.answered': [
    [{ type: 'frame.answered', messageId: 'f', topic: 't', code: 200, sent: true }, '', ''],
  ],
  'message.received': [
    [
      as('message.received', messageReceived('m1', '你好')),
      '张三 在「审批群」→ 机器人：你好',
      '张三 in “审批群” → bot: 你好',
    ],
    [
      as('message.received', messageReceived('m1', '你好', { conversationTitle: '' })),
      '张三 → 机器人：你好',
      '张三 → bot: 你好',
    ],
    [
      as('message.received', messageReceived('m1', '', { msgtype: 'picture' })),
      '[picture]',
      '[picture]',
    ],
    [
      as('message.received', messageReceived('m1', '', { errCode: '40035' })),
      'errCode 40035',
      'errCode 40035',
    ],
  ],
  'message.duplicate': [
    [
      { type: 'message.duplicate', ...frame, msgId: 'm1' },
      '重复推送的消息 m1',
      'm1 delivered again',
    ],
  ],
  'message.unanswered': [[{ type: 'message.unanswered', msgId: 'm1' }, '未应答', 'unanswered']],
  'callback.received': [
    [
      as('callback.received', callbackReceived('x')),
      'user02 点击 btn_agree action=agree',
      'user02 tapped btn_agree action=agree',
    ],
    [
      as('callback.received', callbackReceived('x', {}, { problem: 'content is no JSON' })),
      'content is no JSON',
      'content is no JSON',
    ],
    [
      as('callback.received', callbackReceived('x', { params: { n: 1, o: { a: null } } })),
      'n=1 o={"a":null}',
      'n=1 o={"a":null}',
    ],
  ],
  'callback.duplicate': [
    [
      { type: 'callback.duplicate', ...frame, exchangeId: 'x' },
      '重复推送的回调',
      'delivered again',
    ],
  ],
  'callback.answered': [
    [
      as('callback.answered', callbackAnswered('x', { rule: 'accept', response })),
      '规则 accept · 4 ms · status=已同意',
      'rule accept · 4 ms · status=已同意',
    ],
    [
      as('callback.answered', callbackAnswered('x', { rule: 'r', code: 500 })),
      '失败 code 500',
      'failure, code 500',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'manual' })),
      '手动 · 4 ms · 确认，不更新卡片',
      'by hand · 4 ms · acknowledged, card unchanged',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'autoAck' })),
      '已空确认（4 ms）',
      'acknowledged empty (4 ms)',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'autoFail', code: 500 })),
      '无人决定，4 ms 到点回复：失败 code 500',
      'nobody decided; answered at 4 ms: failure, code 500',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'armed', armedId: 'a1', response })),
      '预设应答 · 4 ms · status=已同意',
      'armed answer · 4 ms · status=已同意',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'forward', response })),
      '转发服务 · 4 ms · status=已同意',
      'forward · 4 ms · status=已同意',
    ],
    [
      as('callback.answered', callbackAnswered('x', { source: 'shutdown' })),
      '退出前空确认',
      'before leaving',
    ],
    [
      as('callback.answered', callbackAnswered('x', { sent: false })),
      '应答未发出',
      'the answer was not sent',
    ],
  ],
  'callback.late': [
    [
      { type: 'callback.late', exchangeId: 'x', source: 'manual', response, tookMs: 2500.4 },
      '2500 ms 才决定，来不及作为应答，改为更新卡片',
      'decided after 2500 ms, too late for an answer: sent as a card update',
    ],
    [
      { type: 'callback.late', exchangeId: 'x', source: 'forward', response, tookMs: 3006 },
      '转发服务 3006 ms 才决定，来不及作为应答，改为更新卡片',
      'the forward service decided after 3006 ms, too late for an answer: sent as a card update',
    ],
    [
      {
        type: 'callback.late',
        exchangeId: 'x',
        source: 'rule',
        rule: 'accept',
        response,
        tookMs: 5000,
      },
      '规则 accept 5000 ms 才决定，来不及作为应答，改为更新卡片',
      'rule accept decided after 5000 ms, too late for an answer: sent as a card update',
    ],
  ],
  ...answeringSamples,
  ...cardSamples,
  'api.called': [
    [
      { type: 'api.called', method: 'POST', path: '/p', status: 200, tookMs: 1, attempt: 1 },
      '',
      '',
    ],
  ],
  'api.failed': [
    [
      { type: 'api.failed', method: 'POST', path: '/p', error, tookMs: 1, attempt: 2 },
      'POST /p 失败（第 2 次）：连不上',
      'POST /p failed (try 2): Cannot reach',
    ],
  ],
  'rules.loaded': [
    [{ type: 'rules.loaded', file: 'r.yaml', count: 3 }, 'r.yaml：3 条规则', 'r.yaml: 3 rules'],
  ],
  'rules.rejected': [
    [
      {
        type: 'rules.rejected',
        file: 'r.yaml',
        problems: [{ line: 4, column: 9, message: 'oops' }],
        keptPrevious: true,
      },
      '沿用之前的规则|第 4 行第 9 列：oops',
      'stay in force|line 4, column 9: oops',
    ],
    [
      { type: 'rules.rejected', file: 'r.yaml', problems: [], keptPrevious: false },
      'r.yaml 无法使用',
      'r.yaml cannot be used',
    ],
  ],
  'rule.matched': [
    [{ type: 'rule.matched', rule: 'r', on: 'message', subject: 'm', action: 'send' }, '', ''],
    [
      { type: 'rule.matched', rule: 'r', on: 'message', subject: 'm', action: 'leave' },
      '规则 r：不处理',
      'rule r: left alone',
    ],
  ],
  'simulator.reported': [
    [
      { type: 'simulator.reported', event: 'warning', detail: { code: 'c', message: 'm' } },
      'c：m',
      'c: m',
    ],
    [{ type: 'simulator.reported', event: 'started', detail: {} }, '', ''],
  ],
  notice: [
    [
      { type: 'notice', level: 'info', key: 'notice.noRules', params: {} },
      '没有规则文件',
      'no rules file',
    ],
    [
      { type: 'notice', level: 'warn', key: 'unknown.key', params: {} },
      'unknown.key',
      'unknown.key',
    ],
  ],
};

const cases = Object.entries(samples).flatMap(([type, list]) =>
  (list as readonly (readonly [EventBody, string, string])[]).map(
    ([body, zh, en]) => [type, body, zh, en] as const,
  ),
);

function textOf(body: EventBody, lang: 'zh' | 'en'): string {
  const context = { lang, t: translator(lang), names: createKnownNames() };
  const event = { seq: 0, atMs: 0, v: 1, ...body } as const;
  return eventSentences(event, context)
    .map(({ text }) => text)
    .join('|');
}

describe('the sentence of an event', () => {
  it.each(cases)('%s in both languages', (_type, body, zh, en) => {
    if (zh === '') {
      expect([textOf(body, 'zh'), textOf(body, 'en')]).toEqual(['', '']);
      return;
    }
    for (const part of zh.split('|')) expect(textOf(body, 'zh')).toContain(part);
    for (const part of en.split('|')) expect(textOf(body, 'en')).toContain(part);
  });

  it.each(cases)('%s leaves no placeholder unfilled', (_type, body) => {
    const words = textOf(body, 'zh') + textOf(body, 'en');
    expect(words).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
  });
});

describe('the tone of an event', () => {
  const toneOf = (body: EventBody) =>
    eventSentences(
      { seq: 0, atMs: 0, v: 1, ...body },
      { lang: 'en', t: translator('en'), names: createKnownNames() },
    ).map(({ tone }) => tone);

  it('follows the level of a notice', () => {
    const notice = (level: 'info' | 'warn' | 'error') =>
      toneOf({ type: 'notice', level, key: 'notice.noRules', params: {} });
    expect([notice('info'), notice('warn'), notice('error')]).toEqual([
      ['plain'],
      ['warn'],
      ['bad'],
    ]);
  });

  it('marks an answer that was not sent as bad', () => {
    expect(toneOf(callbackAnswered('x', { sent: false }))).toEqual(['good', 'bad']);
  });
});
