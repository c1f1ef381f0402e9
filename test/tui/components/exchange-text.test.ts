import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/i18n/sentence.js';
import type { EventBody } from '../../../src/log/event.js';
import {
  calledIn,
  decidedBy,
  exchangeState,
  exchangeWords,
  isClosed,
  pendingOf,
  reachesMore,
} from '../../../src/tui/components/exchange-text.js';
import {
  callbackAnswered,
  callbackReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

const response = { cardData: { cardParamMap: { status: 'ok' } } };
const late: EventBody = {
  type: 'callback.late',
  exchangeId: 'e1',
  source: 'manual',
  response,
  tookMs: 8200,
};
const updated: EventBody = {
  type: 'card.updated',
  outTrackId: 'dtcard-8f0c',
  because: { exchangeId: 'e1' },
};
const url = 'http://127.0.0.1:9';

function read(events: readonly EventBody[], lang: Lang = 'zh', before: readonly EventBody[] = []) {
  const data = dataOf([...before, callbackReceived('e1'), ...events], 0, lang);
  const exchange = data.exchanges.get('e1');
  if (!exchange) throw new Error('no exchange');
  return { data, exchange, words: exchangeWords(exchange, data) };
}

describe('the state of a callback in words', () => {
  it.each<[string, string, string, readonly EventBody[]]>([
    ['◐ 等待 1.7 s', '◐ 等待 1.7 s', '◐ waiting 1.7 s', []],
    [
      '◐ 等待 1.7 s（转发）',
      '◐ 等待 1.7 s',
      '◐ waiting 1.7 s (forward)',
      [{ type: 'callback.forwarded', exchangeId: 'e1', url, attempt: 1 }],
    ],
    [
      '◐ 等待 1.7 s（脚本 think）',
      '◐ 等待 1.7 s',
      '◐ waiting 1.7 s (script think)',
      [{ type: 'callback.planned', exchangeId: 'e1', rule: 'think' }],
    ],
    [
      '◐ 等待 1.7 s（规则 slow）',
      '◐ 等待 1.7 s',
      '◐ waiting 1.7 s (rule slow)',
      [{ type: 'callback.planned', exchangeId: 'e1', rule: 'slow', delayMs: 5000, response }],
    ],
    [
      '◐ 已停表，等待决定',
      '◐ 已停表，等待决定',
      '◐ clock stopped, waiting',
      [{ type: 'callback.held', exchangeId: 'e1' }],
    ],
    [
      '✓ 已应答 0.9 s（手动）',
      '✓ 手动 0.9 s',
      '✓ answered 0.9 s (by hand)',
      [callbackAnswered('e1', { source: 'manual', tookMs: 900, response })],
    ],
    [
      '✓ 已应答 4 ms（规则 accept）',
      '✓ 规则 accept 4 ms',
      '✓ answered 4 ms (rule accept)',
      [callbackAnswered('e1', { rule: 'accept', response })],
    ],
    [
      '✓ 已应答 <1 ms（预设）',
      '✓ 预设 <1 ms',
      '✓ answered <1 ms (armed)',
      [callbackAnswered('e1', { source: 'armed', tookMs: 0.2, response })],
    ],
    [
      '✓ 已应答 120 ms（转发）',
      '✓ 转发 120 ms',
      '✓ answered 120 ms (forward)',
      [callbackAnswered('e1', { source: 'forward', tookMs: 120, response })],
    ],
    [
      '✓ 已空确认 0.9 s（手动）',
      '✓ 手动 0.9 s',
      '✓ acknowledged 0.9 s (by hand)',
      [callbackAnswered('e1', { source: 'manual', tookMs: 900 })],
    ],
    [
      '✗ 以失败应答 500 1.7 s（到点自动）',
      '✗ 失败 500 1.7 s',
      '✗ answered with failure 500 1.7 s (at the deadline)',
      [callbackAnswered('e1', { source: 'autoFail', code: 500, tookMs: 1700 })],
    ],
    ['✗ 未送达', '✗ 未送达', '✗ not delivered', [callbackAnswered('e1', { sent: false })]],
    [
      '○ 已确认 1.7 s，更新未定',
      '○ 更新未定 1.7 s',
      '○ acknowledged 1.7 s, update pending',
      [callbackAnswered('e1', { source: 'autoAck', tookMs: 1700 })],
    ],
    [
      '○ 已确认 1.7 s，还等 规则 slow',
      '○ 更新未定 1.7 s',
      '○ acknowledged 1.7 s, awaits rule slow',
      [
        { type: 'callback.planned', exchangeId: 'e1', rule: 'slow', delayMs: 5000, response },
        callbackAnswered('e1', { source: 'autoAck', tookMs: 1700 }),
      ],
    ],
    [
      '○ 已确认 1.7 s，不更新',
      '○ 不更新',
      '○ acknowledged 1.7 s, no update',
      [
        callbackAnswered('e1', { source: 'autoAck', tookMs: 1700 }),
        {
          type: 'callback.dropped',
          exchangeId: 'e1',
          source: 'manual',
          reason: 'nothing-to-update',
        },
      ],
    ],
    [
      '○ 已确认 0.6 s（退出时）',
      '○ 已确认 0.6 s（退出时）',
      '○ acknowledged 0.6 s (while leaving)',
      [callbackAnswered('e1', { source: 'shutdown', tookMs: 600 })],
    ],
    ['○ 已过期', '○ 已过期', '○ expired', [{ type: 'callback.expired', exchangeId: 'e1' }]],
    [
      '◐ 点击后 0 ms 决定，更新中',
      '◐ 更新中 0 ms',
      '◐ decided 0 ms after the tap, updating',
      [late],
    ],
    ['✓ 点击后 0 ms 已更新', '✓ 已更新 0 ms', '✓ updated 0 ms after the tap', [late, updated]],
    [
      '✗ 点击后 0 ms 更新失败',
      '✗ 更新失败',
      '✗ update failed 0 ms after the tap',
      [
        late,
        {
          type: 'card.updateFailed',
          outTrackId: 'dtcard-8f0c',
          error: { code: 'E4001', params: {} },
          because: { exchangeId: 'e1' },
        },
      ],
    ],
  ])('is %s', (zh, short, en, events) => {
    const { words } = read(events);
    expect([words.full.text, words.short.text]).toEqual([zh, short]);
    const english = read(events, 'en');
    expect(exchangeState(english.exchange, english.data).text).toBe(en);
  });

  it.each([
    ['unanswered', '○ 上次运行未应答'],
    ['acknowledged', '○ 上次运行已确认'],
    ['update-uncertain', '○ 上次的更新结果未知'],
  ] as const)(
    'says how the last run left it: %s, until somebody leaves it as it is',
    (was, text) => {
      const { exchange: any } = read([]);
      const { callback } = any;
      const restored: EventBody = {
        type: 'callback.restored',
        exchangeId: 'old',
        callback,
        receivedAtMs: 1,
        recording: 'r',
        was,
      };
      const stateAfter = (...events: readonly EventBody[]) => {
        const data = dataOf([restored, ...events]);
        const exchange = data.exchanges.get('old');
        return exchange && exchangeState(exchange, data).text;
      };
      expect(stateAfter()).toBe(text);
      const reason = 'nothing-to-update';
      expect(
        stateAfter({ type: 'callback.dropped', exchangeId: 'old', source: 'manual', reason }),
      ).toBe('○ 不更新');
    },
  );

  it('says who sees an update where an answer would have reached the clicker alone', () => {
    const clicker = [sessionStarted({ answerReach: 'clicker' })];
    const { words, exchange, data } = read([late, updated], 'zh', clicker);
    expect(words.full.text).toBe('✓ 点击后 0 ms 已更新，所有人可见');
    expect(words.short.text).toBe('✓ 已更新 0 ms（全员）');
    expect(reachesMore(exchange.late, data)).toBe(true);
    expect(reachesMore({ response: { userPrivateData: { cardParamMap: {} } } }, data)).toBe(false);
    expect(read([late, updated]).words.full.text).not.toContain('所有人');
  });

  it('is safe to print, whatever rules are called', () => {
    const { words } = read([callbackAnswered('e1', { rule: 'a\u001b[2Jb\u202e', response })]);
    expect(words.full.text).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('a callback in a sentence', () => {
  it('is called by whose it is and what was tapped, and by who decided', () => {
    const { exchange, data } = read([callbackAnswered('e1', { rule: 'accept', response })]);
    expect(calledIn(exchange, data)).toEqual({ name: 'user02', action: 'btn_agree' });
    expect(decidedBy(exchange, data)).toBe('规则 accept');
    const open = read([{ type: 'callback.forwarded', exchangeId: 'e1', url, attempt: 1 }]);
    expect(decidedBy(open.exchange, open.data)).toBeUndefined();
    expect(pendingOf(open.exchange)).toMatchObject({ source: 'forward' });
    expect(isClosed(open.exchange)).toBe(false);
  });
});
