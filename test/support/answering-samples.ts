/** What a line says of the events of deciding how a callback is answered. */
import type { EventType } from '../../src/log/event.js';
import { callbackReceived } from './event-builders.js';
import { as, error, type Samples } from './event-sentence-samples.js';

const response = { cardData: { cardParamMap: { status: '已同意' } } };
const exchangeId = 'x';
const { callback } = as('callback.received', callbackReceived('x'));
const url = 'http://127.0.0.1:3000/cards';

type SpokenElsewhere = `callback.${'received' | 'duplicate' | 'answered' | 'late'}`;

type AnsweringEvents = Exclude<
  Extract<
    EventType,
    | `callback.${string}`
    | `answer.${string}`
    | `forward.${string}`
    | `split.${string}`
    | 'rules.switched'
    | 'rules.pinned'
    | 'rule.scriptFailed'
  >,
  SpokenElsewhere
>;

export const answeringSamples: Pick<Samples, AnsweringEvents> = {
  'callback.planned': [
    [
      { type: 'callback.planned', exchangeId, rule: 'accept', delayMs: 900, response },
      '规则 accept 将在 900 ms 后应答',
      'rule accept will answer after 900 ms',
    ],
    [
      { type: 'callback.planned', exchangeId, rule: 'thinks' },
      '规则 thinks 的脚本正在运行',
      'the script of rule thinks runs',
    ],
  ],
  'callback.forwarded': [[{ type: 'callback.forwarded', exchangeId, url, attempt: 1 }, '', '']],
  'callback.forwardReturned': [
    [
      {
        type: 'callback.forwardReturned',
        exchangeId,
        attempt: 1,
        outcome: 'answer',
        tookMs: 12.3,
        status: 200,
      },
      '',
      '',
    ],
    [
      {
        type: 'callback.forwardReturned',
        exchangeId,
        attempt: 1,
        outcome: 'answer',
        tookMs: 12.3,
        status: 200,
        detail: 'count is a number',
      },
      '转发服务的应答：count is a number',
      'answer of the forward service: count is a number',
    ],
    [
      {
        type: 'callback.forwardReturned',
        exchangeId,
        attempt: 2,
        outcome: 'retry',
        tookMs: 3,
        status: 503,
        detail: 'HTTP 503',
      },
      '第 2 次转发没有应答（HTTP 503），再试一次',
      'forward attempt 2 gave no answer (HTTP 503); trying again',
    ],
    [
      { type: 'callback.forwardReturned', exchangeId, attempt: 1, outcome: 'timeout', tookMs: 3e4 },
      '转发服务没有给出应答：timeout',
      'the forward service gave no answer: timeout',
    ],
  ],
  'callback.held': [
    [
      { type: 'callback.held', exchangeId },
      '已停表：等到有人决定为止',
      'clock stopped: waits until somebody decides',
    ],
  ],
  'callback.holdFailed': [
    [
      { type: 'callback.holdFailed', exchangeId, detail: 'no simulator' },
      '无法停表（no simulator），将按时空确认',
      'its clock could not be stopped (no simulator); it is acknowledged in time',
    ],
  ],
  'callback.expired': [
    [
      { type: 'callback.expired', exchangeId },
      '按设定不应答：任其超时',
      'not answered, on purpose: it expires',
    ],
  ],
  'callback.dropped': [
    [
      {
        type: 'callback.dropped',
        exchangeId,
        source: 'rule',
        rule: 'accept',
        response,
        reason: 'superseded',
      },
      'accept 的决定没有用上：已有别的应答',
      'the decision of accept was not used: another one came first',
    ],
    [
      { type: 'callback.dropped', exchangeId, source: 'manual', reason: 'nothing-to-update' },
      '手动 决定得太晚，且不改动卡片',
      'by hand decided too late, and changes nothing on the card',
    ],
    [
      { type: 'callback.dropped', exchangeId, source: 'rule', rule: 'thinks', reason: 'ended' },
      'thinks 还没决定，程序已结束',
      'the program ended before thinks decided',
    ],
  ],
  'callback.restored': [
    [
      {
        type: 'callback.restored',
        exchangeId,
        callback,
        receivedAtMs: 0,
        recording: '/r.jsonl',
        was: 'acknowledged',
      },
      '上次运行没有做完：user02 的点击 btn_agree，现在仍可更新卡片',
      'left open by the last run: tap btn_agree of user02; the card can still be updated',
    ],
  ],
  'answer.armed': [
    [
      { type: 'answer.armed', armedId: 'a1', filter: 'accept', response, code: 200, times: 1 },
      '已预设：下一次「accept」→ status=已同意',
      'armed: the next “accept” → status=已同意',
    ],
    [
      { type: 'answer.armed', armedId: 'a2', filter: 'accept', code: 500, times: 3 },
      '已预设：接下来 3 次「accept」→ 失败 code 500',
      'armed: the next 3 of “accept” → failure, code 500',
    ],
    [
      { type: 'answer.armed', armedId: 'a3', filter: 'from:张三', code: 200 },
      '已预设：每次「from:张三」→ 确认，不更新卡片',
      'armed: every “from:张三” → acknowledged, card unchanged',
    ],
  ],
  'answer.disarmed': [
    [
      { type: 'answer.disarmed', armedId: 'a1', reason: 'by-hand' },
      '已取消预设应答',
      'armed answer taken back',
    ],
    [{ type: 'answer.disarmed', armedId: 'a1', reason: 'used-up' }, '', ''],
  ],
  'forward.health': [
    [{ type: 'forward.health', url, state: 'unknown' }, '', ''],
    [
      { type: 'forward.health', url, state: 'ok' },
      `转发服务 ${url} 正常`,
      `forward service ${url} answers`,
    ],
    [
      { type: 'forward.health', url, state: 'slow', detail: '2400 ms' },
      `转发服务 ${url} 太慢：2400 ms`,
      `forward service ${url} is slow: 2400 ms`,
    ],
    [
      { type: 'forward.health', url, state: 'down', detail: 'ECONNREFUSED' },
      `转发服务 ${url} 不可用：ECONNREFUSED`,
      `forward service ${url} is down: ECONNREFUSED`,
    ],
  ],
  'split.suspected': [
    [
      { type: 'split.suspected', sign: 'other-watch', params: { pid: 4711 } },
      '另一个 dtcard（进程 4711）',
      'another dtcard of this machine (process 4711)',
    ],
    [
      { type: 'split.suspected', sign: 'other-connection', params: { count: 2 } },
      '还有 2 个连接',
      'has 2 other connection(s)',
    ],
    [
      { type: 'split.suspected', sign: 'foreign-card', params: { outTrackId: 'o9' } },
      '不是由这里发送的卡片的回调（o9）',
      'a card that was not sent from here (o9)',
    ],
    [
      { type: 'split.suspected', sign: 'old-delivery', params: { ageMs: 61_000 } },
      '61000 ms 前产生的推送',
      'a push made 61000 ms ago',
    ],
  ],
  'rules.switched': [
    [{ type: 'rules.switched', on: true, reason: 'hand' }, '规则已启用', 'rules are on'],
    [
      { type: 'rules.switched', on: false, reason: 'hand' },
      '规则已停用，点击由人决定',
      'rules are off; taps are decided by hand',
    ],
    [
      { type: 'rules.switched', on: false, reason: 'production' },
      '生产环境的配置：规则默认停用',
      'production profile: rules start switched off',
    ],
  ],
  'rules.pinned': [
    [
      { type: 'rules.pinned', file: 'rules.yaml', rule: 'accept-2', line: 31 },
      '已写入规则 accept-2（rules.yaml:31）',
      'written as rule accept-2 (rules.yaml:31)',
    ],
  ],
  'rule.scriptFailed': [
    [
      { type: 'rule.scriptFailed', rule: 'thinks', subject: 'x', error, tookMs: 5 },
      '规则 thinks 的脚本失败：连不上 h',
      'the script of rule thinks failed: Cannot reach h',
    ],
  ],
};
