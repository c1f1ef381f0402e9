import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { callbackAnswered, callbackReceived } from '../support/event-builders.js';

const exchangeId = 'e1';
const response = { cardData: { cardParamMap: { status: 'ok' } } };
const card = 'dtcard-8f0c';
const error = { code: 'E4001', params: {} };

/** The exchange after these events, one second apart. */
function after(...bodies: readonly EventBody[]) {
  const clock = new ManualClock(10_000);
  const log = createEventLog({ clock });
  const view = log.project(createExchangesProjection()).read();
  for (const body of bodies) {
    log.append(body);
    clock.advance(1000);
  }
  const exchange = view.get(exchangeId);
  if (!exchange) throw new Error('no such exchange');
  return exchange;
}

const late = (source: 'manual' | 'forward' | 'rule', rule?: string): EventBody => ({
  type: 'callback.late',
  exchangeId,
  source,
  ...(rule === undefined ? {} : { rule }),
  response,
  tookMs: 4000,
});

describe('the answers that were considered', () => {
  it('hold what a rule plans, and what came of it', () => {
    const planned = { type: 'callback.planned', exchangeId, rule: 'slow' } as const;
    const open = after(callbackReceived('e1'), { ...planned, delayMs: 5000, response });
    expect(open.considered).toEqual([
      { atMs: 11_000, source: 'rule', rule: 'slow', dueAtMs: 15_000, response, became: 'pending' },
    ]);
    const { considered } = after(
      callbackReceived('e1'),
      planned,
      callbackAnswered('e1', { source: 'manual', response }),
      { type: 'callback.dropped', exchangeId, source: 'rule', rule: 'slow', reason: 'superseded' },
    );
    expect(considered).toMatchObject([
      { rule: 'slow', became: 'dropped', reason: 'superseded' },
      { source: 'manual', became: 'answered' },
    ]);
  });

  it('tell of scripts that fail and of those that leave it to others', () => {
    const script = (rule: string): EventBody => ({ type: 'callback.planned', exchangeId, rule });
    const { considered } = after(
      callbackReceived('e1'),
      script('a'),
      { type: 'rule.scriptFailed', rule: 'a', subject: exchangeId, error, tookMs: 3 },
      script('b'),
      { type: 'rule.matched', rule: 'b', on: 'callback', subject: exchangeId, action: 'leave' },
    );
    expect(considered).toMatchObject([
      { rule: 'a', became: 'failed', error },
      { rule: 'b', became: 'left' },
    ]);
  });

  it('know an answer that was not sent for the update it became', () => {
    const { considered, phase } = after(
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'rule', rule: 'r', response, sent: false }),
      late('rule', 'r'),
    );
    expect([considered.map(({ became }) => became), phase]).toEqual([['update'], 'late']);
  });

  it('keep the attempts to forward', () => {
    const url = 'http://127.0.0.1:1/';
    const returned = { type: 'callback.forwardReturned', exchangeId } as const;
    const { considered, forwards } = after(
      callbackReceived('e1'),
      { type: 'callback.forwarded', exchangeId, url, attempt: 1 },
      { ...returned, attempt: 1, outcome: 'retry', tookMs: 5, detail: 'refused' },
      { type: 'callback.forwarded', exchangeId, url, attempt: 2 },
      { ...returned, attempt: 2, outcome: 'status', status: 500, tookMs: 7 },
    );
    expect(forwards).toEqual([
      { attempt: 1, atMs: 11_000, url, outcome: 'retry', tookMs: 5, detail: 'refused' },
      { attempt: 2, atMs: 13_000, url, outcome: 'status', tookMs: 7, status: 500 },
    ]);
    expect(considered).toMatchObject([{ source: 'forward', became: 'failed' }]);
  });
});

describe('late decisions', () => {
  it('each know their own update, in their order', () => {
    const updated = { type: 'card.updated', outTrackId: card, because: { exchangeId } } as const;
    const events = [
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'autoAck' }),
      late('manual'),
      late('forward'),
      updated,
    ];
    const one = after(...events);
    expect([one.phase, one.late?.source, one.update]).toEqual(['late', 'forward', undefined]);
    expect(one.lates.map(({ update }) => update?.atMs)).toEqual([14_000, undefined]);
    const both = after(...events, { ...updated, type: 'card.updateFailed', error });
    expect([both.phase, both.update]).toEqual(['updateFailed', { atMs: 15_000, error }]);
  });

  it('are not taken for arrived when a rule updates another card, or this one besides', () => {
    const because = { exchangeId, rule: 'r' };
    const { phase } = after(
      callbackReceived('e1'),
      callbackAnswered('e1'),
      late('manual'),
      { type: 'card.updated', outTrackId: 'another', because: { exchangeId } },
      { type: 'card.updated', outTrackId: card, because },
    );
    expect(phase).toBe('late');
  });
});

describe('deadline policies', () => {
  it.each([
    ['ack-then-update', { source: 'autoAck' }, 'acknowledged'],
    ['fail', { source: 'autoFail', code: 500 }, 'failed'],
  ] as const)('%s', (policy, answer, phase) => {
    const one = after(callbackReceived('e1', {}, { policy }), callbackAnswered('e1', answer));
    expect(one).toMatchObject({ policy, phase });
  });

  it('let-it-expire, until a redelivery gets the answer', () => {
    const events = [
      callbackReceived('e1', {}, { policy: 'let-it-expire' }),
      { type: 'callback.expired', exchangeId } as const,
    ];
    expect(after(...events).phase).toBe('expired');
    expect(after(...events, callbackAnswered('e1', { source: 'manual' })).phase).toBe('answered');
  });

  it('hold, or why not', () => {
    const received = callbackReceived('e1', {}, { policy: 'hold' });
    expect(after(received, { type: 'callback.held', exchangeId }).phase).toBe('held');
    expect(
      after(received, { type: 'callback.holdFailed', exchangeId, detail: 'no' }),
    ).toMatchObject({ phase: 'waiting', policy: 'ack-then-update', holdFailed: 'no' });
  });
});

it('an answer that a redelivery got is sent after all', () => {
  const one = after(
    callbackReceived('e1'),
    callbackAnswered('e1', { source: 'manual', response, sent: false }),
    callbackAnswered('e1', { source: 'duplicate', response, tookMs: 900 }),
  );
  expect(one).toMatchObject({
    phase: 'answered',
    answer: { source: 'manual', sent: true, tookMs: 900 },
  });
});

it.each([
  ['unanswered', 'expired'],
  ['acknowledged', 'acknowledged'],
  ['update-uncertain', 'acknowledged'],
] as const)('one restored as %s is %s, since it arrived', (was, phase) => {
  const [received] = [callbackReceived('e1')];
  if (received.type !== 'callback.received') throw new Error('not a callback');
  const { callback } = received;
  const recording = '/tmp/a.jsonl';
  const one = after({
    type: 'callback.restored',
    exchangeId,
    callback,
    receivedAtMs: 500,
    recording,
    was,
  });
  expect(one).toMatchObject({ phase, atMs: 500, restored: { was, recording } });
});
