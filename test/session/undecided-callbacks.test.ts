import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import { createDeadline } from '../../src/answer/deadline.js';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { Exchange } from '../../src/session/exchange-state.js';
import type { ForwardRequest } from '../../src/session/forward-desk.js';
import type { Verdict } from '../../src/session/tap-rules.js';
import { createUndecidedCallbacks } from '../../src/session/undecided-callbacks.js';
import { callback } from '../support/rule-subjects.js';
import { receivedFrame } from '../support/session-harness.js';

const update: Answer = {
  kind: 'update',
  response: { cardData: { cardParamMap: { status: 'ok' } } },
};

function open(byHand = false) {
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const requests: ForwardRequest[] = [];
  const ended: string[] = [];
  const undecided = createUndecidedCallbacks(
    { clock, log },
    {
      byHand,
      scripts: { ofCallback: () => Promise.resolve({ kind: 'leave' }) },
      forward: {
        begin(request) {
          requests.push(request);
          return () => void ended.push(`stopped ${request.exchangeId}`);
        },
        close: () => {},
      },
    },
    {
      answer: ({ exchangeId }, { source }) => void ended.push(`${exchangeId} ${source}`),
      late: ({ exchangeId }, { source }) => {
        ended.push(`${exchangeId} ${source} late`);
        return 'late';
      },
      expire: ({ exchangeId }) => void ended.push(`${exchangeId} expired`),
    },
  );
  const begin = (exchangeId: string, verdict: Verdict) => {
    const startedMs = clock.monotonic();
    const exchange: Exchange = {
      exchangeId,
      callback: callback(),
      connectionId: 'c1',
      data: `data of ${exchangeId}`,
      received: receivedFrame({ messageId: exchangeId }),
      push: { answer: undefined, deliveries: 1 },
      startedMs,
      deadline: createDeadline({ startMs: startedMs }),
      open: undefined,
      newest: undefined,
      redeliveries: [],
      guesses: 0,
    };
    undecided.begin(exchange, verdict);
    return exchange;
  };
  return { clock, log, requests, ended, undecided, begin };
}

const nobody: Verdict = { kind: 'open', policy: 'ack-then-update' };

describe('a callback that is not decided at once', () => {
  it('is handed on as it came, with the time there is, and forgotten once it is decided', () => {
    const { clock, requests, ended, undecided, begin } = open();
    const exchange = begin('e1', nobody);
    expect(requests).toMatchObject([{ exchangeId: 'e1', data: 'data of e1', remainingMs: 1700 }]);
    expect([undecided.get('e1'), undecided.waiting]).toEqual([exchange, 1]);
    requests[0]?.decided(update);
    expect([ended, undecided.get('e1'), exchange.open, clock.pending]).toEqual([
      ['e1 forward'],
      undefined,
      undefined,
      0,
    ]);
  });

  it('stays known while a service thinks about one that was acknowledged', () => {
    const { clock, requests, ended, undecided, begin } = open();
    begin('e1', nobody);
    clock.advance(1700);
    expect([undecided.waiting, undecided.get('e1')?.exchangeId]).toEqual([0, 'e1']);
    requests[0]?.decided(update);
    expect(ended).toEqual(['e1 autoAck', 'e1 forward late']);
    expect(undecided.get('e1')).toBeUndefined();
  });

  it('is handed on by a script that leaves it, with the time that is left', async () => {
    const { clock, log, requests, begin } = open();
    const script = { file: '/a.mjs', timeLimitMs: 1000 };
    const known = { cardOf: () => undefined, names: {} };
    const head = { kind: 'script', rule: 'r', script, then: [] } as const;
    begin('e1', { ...head, templateIdOf: undefined, known, policy: 'ack-then-update' });
    clock.advance(400);
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(requests).toMatchObject([{ remainingMs: 1300 }]);
    expect(log.since(0).map(({ type }) => type)).toEqual(['callback.planned', 'rule.matched']);
  });

  it('is not handed on when a rule will answer', () => {
    const { log, requests, ended, clock, begin } = open(true);
    const decision = { answer: update, source: 'rule', rule: 'slow' } as const;
    begin('e1', { kind: 'decided', decision, delayMs: 900, policy: 'ack-then-update' });
    clock.advance(900);
    expect([requests, ended]).toEqual([[], ['e1 rule']]);
    const { response } = update;
    expect(log.since(0)).toMatchObject([
      { type: 'callback.planned', rule: 'slow', delayMs: 900, response },
    ]);
  });

  it('is acknowledged at the end, and its service told to stop', () => {
    const { log, ended, undecided, clock, begin } = open(true);
    begin('e1', nobody);
    undecided.closeAll();
    expect(ended).toEqual(['e1 shutdown', 'stopped e1']);
    expect(log.since(0)).toMatchObject([
      { type: 'callback.dropped', source: 'forward', reason: 'ended' },
    ]);
    expect([undecided.waiting, clock.pending]).toEqual([0, 0]);
  });
});
