import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { nameOf } from '../../../src/tui/components/person-name.js';
import { rowText, spaceText } from '../../../src/tui/components/row-text.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  connectionOpened,
  messageReceived,
} from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

function last(events: readonly EventBody[], afterMs = 0) {
  const data = dataOf(events, afterMs);
  const row = data.feed.rows.at(-1);
  if (!row) throw new Error('no row');
  return rowText(row, data);
}

const response = { cardData: { cardParamMap: { status: 'ok' } } };
const error = {
  code: 'E4001',
  params: {},
  fault: { httpStatus: 403, code: 'Forbidden', message: 'no' },
};

describe('the state of a callback', () => {
  const received = callbackReceived('e1');
  it.each<[string, readonly EventBody[]]>([
    ['◐ 等待 1.7 s', []],
    ['✓ 已应答 4 ms（规则 accept）', [callbackAnswered('e1', { rule: 'accept', response })]],
    [
      '✓ 已应答 0.9 s（手动）',
      [callbackAnswered('e1', { source: 'manual', tookMs: 900, response })],
    ],
    ['✗ 以失败应答 500 4 ms（手动）', [callbackAnswered('e1', { source: 'manual', code: 500 })]],
    ['✗ 未送达', [callbackAnswered('e1', { sent: false })]],
    ['○ 已确认 1.7 s，更新未定', [callbackAnswered('e1', { source: 'autoAck', tookMs: 1700 })]],
    [
      '◐ 点击后 0 ms 决定，更新中',
      [{ type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs: 9 }],
    ],
    [
      '✓ 点击后 0 ms 已更新',
      [
        { type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs: 9 },
        { type: 'card.updated', outTrackId: 'dtcard-8f0c', because: { exchangeId: 'e1' } },
      ],
    ],
    [
      '✗ 点击后 0 ms 更新失败',
      [
        { type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs: 9 },
        {
          type: 'card.updateFailed',
          outTrackId: 'dtcard-8f0c',
          error,
          because: { exchangeId: 'e1' },
        },
      ],
    ],
  ])('is %s', (state, events) => {
    expect(last([received, ...events]).state.text).toBe(state);
  });

  it('counts down and stops at zero', () => {
    expect(last([received], 1234).state.text).toBe('◐ 等待 0.5 s');
    expect(last([received], 99_000).state.text).toBe('◐ 等待 0.0 s');
  });

  it('says how often the same callback came', () => {
    const again = {
      type: 'callback.duplicate',
      exchangeId: 'e1',
      connectionId: 'c',
      messageId: 'f',
      raw: '',
    } as const;
    expect(last([received, again, again]).state.text).toBe('◐ 等待 1.7 s ×3');
  });
});

describe('the state of a message and of a card', () => {
  it('says what a rule made of the message', () => {
    const message = messageReceived('m1', '提交审批');
    expect(last([message])).toMatchObject({ who: '张三', what: '提交审批' });
    expect(last([message, { type: 'message.unanswered', msgId: 'm1' }]).state.text).toBe(
      '○ 无规则',
    );
  });

  it('names the kind of a message without text', () => {
    expect(last([messageReceived('m1', '', { msgtype: 'picture', senderNick: '' })])).toMatchObject(
      {
        what: '[picture]',
        who: 'manager01',
      },
    );
  });

  it('says whether the card arrived, and why not', () => {
    expect(last([cardCreated('c1')]).state.text).toBe('◐ 已创建');
    expect(last([cardCreated('c1'), cardDelivered('c1')]).state.text).toBe('✓ 已投放');
    const undelivered = {
      type: 'card.undelivered',
      outTrackId: 'c1',
      spaceType: 'IM_ROBOT',
      spaceId: 'u',
      errorMsg: '不在组织内',
      because: {},
    } as const;
    const text = last([cardCreated('c1'), undelivered]);
    expect(text.state.text).toBe('✗ 投放失败');
    expect(text.what).toContain('不在组织内');
  });
});

describe('events that are rows of their own', () => {
  it.each<[EventBody, string, string]>([
    [connectionOpened(), '连接', '● 已连接'],
    [
      { type: 'connection.lost', connectionId: 'c', reason: 'idle', detail: '', wasOpen: true },
      '连接',
      '○ 已断开',
    ],
    [{ type: 'rules.loaded', file: 'r.yaml', count: 3 }, '规则', '✓ 3 条'],
    [
      {
        type: 'rules.rejected',
        file: 'r.yaml',
        problems: [{ line: 7, column: 1, message: 'bad' }],
        keptPrevious: true,
      },
      '规则',
      '✗ 有误',
    ],
    [
      { type: 'api.failed', method: 'POST', path: '/v1.0/card', error, tookMs: 3, attempt: 1 },
      '接口',
      '✗ Forbidden',
    ],
    [{ type: 'notice', level: 'warn', key: 'no.such.key', params: {} }, '提示', '! 注意'],
    [
      { type: 'frame.malformed', connectionId: 'c', problem: 'not-json', detail: 'x', raw: '' },
      '帧',
      '✗ 无法解析',
    ],
    [{ type: 'connection.refused', fault: error.fault }, '连接', '✗ 连接被拒绝'],
  ])('%o', (event, kind, state) => {
    const text = last([event]);
    expect([text.kind.text, text.state.text]).toEqual([kind, state]);
  });
});

describe('names', () => {
  it('are nicknames once somebody wrote, and titles of groups', () => {
    const data = dataOf([messageReceived('m1', 'x')]);
    expect(nameOf('manager01', data)).toBe('张三');
    expect(nameOf('stranger', data)).toBe('stranger');
    expect(spaceText('dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==', data)).toBe('审批群');
    expect(spaceText('dtv1.card//IM_ROBOT.manager01;IM_ROBOT.x', data)).toBe('张三 +1');
    expect(spaceText('', data)).toBe('');
  });
});
