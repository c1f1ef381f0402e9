import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { EventBody, EventOf, ForwardOutcome } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createHandQueueProjection } from '../../src/log/hand-queue.js';
import { callbackAnswered, callbackReceived } from '../support/event-builders.js';

function open(capacity?: number) {
  const log = createEventLog({ clock: new ManualClock() });
  const projection = log.project(createHandQueueProjection(capacity));
  const view = projection.read();
  return { log, projection, view, ids: () => [...view.ids()] };
}

const response = { cardData: { cardParamMap: { status: 'ok' } } };
const forwarded = (exchangeId: string): EventBody => {
  return { type: 'callback.forwarded', exchangeId, url: 'http://127.0.0.1', attempt: 1 };
};
const returned = (exchangeId: string, outcome: ForwardOutcome): EventBody => {
  return { type: 'callback.forwardReturned', exchangeId, attempt: 1, outcome, tookMs: 5 };
};
const planned = (exchangeId: string): EventBody => {
  return { type: 'callback.planned', exchangeId, rule: 'slow' };
};
const late = (exchangeId: string): EventBody => {
  return { type: 'callback.late', exchangeId, source: 'manual', response, tookMs: 4000 };
};

describe('the queue of a person', () => {
  it('holds callbacks in the order they arrived', () => {
    const { log, view, ids } = open();
    log.append(callbackReceived('e1'), callbackReceived('e2'), callbackReceived('e3'));
    log.append(callbackAnswered('e2'));
    expect(ids()).toEqual(['e1', 'e3']);
    expect([view.size, view.has('e2'), view.isOpen('e2')]).toEqual([2, false, false]);
  });

  it.each([
    callbackAnswered('e1', { source: 'autoAck' }),
    callbackAnswered('e1', { source: 'autoFail', code: 500 }),
    { type: 'callback.expired', exchangeId: 'e1' },
    { type: 'callback.held', exchangeId: 'e1' },
  ] satisfies EventBody[])('keeps the place of one that nobody decided: %o', (event) => {
    const { log, ids } = open();
    log.append(callbackReceived('e1'), callbackReceived('e2'), event);
    expect(ids()).toEqual(['e1', 'e2']);
    log.append(late('e1'));
    expect(ids()).toEqual(['e2']);
  });

  it.each([
    callbackAnswered('e1', { source: 'manual' }),
    callbackAnswered('e1', { source: 'armed' }),
    callbackAnswered('e1', { source: 'forward' }),
    callbackAnswered('e1', { source: 'shutdown' }),
    callbackAnswered('e1', { source: 'manual', sent: false }),
  ])('gives up one that was decided: %o', (event) => {
    const { log, view } = open();
    log.append(callbackReceived('e1'), event);
    expect([view.size, view.isOpen('e1')]).toEqual([0, false]);
  });

  it('gives up one that a person acknowledged again, not one whose rule was overtaken', () => {
    const { log, view } = open();
    const dropped = { type: 'callback.dropped', exchangeId: 'e1', source: 'manual' } as const;
    log.append(callbackReceived('e1'), callbackAnswered('e1', { source: 'autoAck' }));
    log.append({ ...dropped, source: 'rule', reason: 'superseded' });
    expect(view.has('e1')).toBe(true);
    log.append({ ...dropped, reason: 'nothing-to-update' });
    expect(view.isOpen('e1')).toBe(false);
  });

  it('leaves one alone that a rule, a script or a service is at work on', () => {
    const { log, view, ids } = open();
    log.append(callbackReceived('e1'), planned('e1'));
    log.append(callbackReceived('e2'), forwarded('e2'), callbackReceived('e3'));
    log.append(callbackAnswered('e1', { source: 'autoAck' }));
    expect(ids()).toEqual(['e3']);
    expect([view.isOpen('e1'), view.isOpen('e2')]).toEqual([true, true]);
  });

  it.each(['timeout', 'unreachable', 'status', 'nonsense'] as const)(
    'takes one at its end that the service gave up: %s',
    (outcome) => {
      const { log, ids } = open();
      log.append(callbackReceived('e1'), forwarded('e1'), callbackReceived('e2'));
      log.append(returned('e1', 'retry'));
      expect(ids()).toEqual(['e2']);
      log.append(returned('e1', outcome));
      expect(ids()).toEqual(['e2', 'e1']);
    },
  );

  it('takes one whose script failed, and none that was decided meanwhile', () => {
    const { log, ids } = open();
    const error = { code: 'E1018', params: {} };
    const failed = (subject: string): EventBody => {
      return { type: 'rule.scriptFailed', rule: 'slow', subject, error, tookMs: 3 };
    };
    for (const id of ['e1', 'e2', 'e3']) log.append(callbackReceived(id), planned(id));
    log.append(callbackAnswered('e2', { source: 'manual' }), failed('e2'), failed('e1'));
    log.append(failed('m1'));
    expect(ids()).toEqual(['e1']);
    log.append(callbackReceived('e4'), forwarded('e4'), late('e4'), returned('e4', 'timeout'));
    expect(ids()).toEqual(['e1']);
  });

  it('takes what the last run left open', () => {
    const { log, ids } = open();
    const received = callbackReceived('x');
    if (received.type !== 'callback.received') throw new Error('no callback');
    const { callback } = received;
    log.append({
      type: 'callback.restored',
      exchangeId: 'old',
      callback,
      receivedAtMs: 1,
      recording: 'r.jsonl',
      was: 'acknowledged',
    });
    expect(ids()).toEqual(['old']);
  });

  it('is bounded, and changes its version only with its content', () => {
    const { log, projection, ids } = open(3);
    for (let n = 0; n < 10; n++) log.append(callbackReceived(`e${n}`));
    expect(ids()).toEqual(['e7', 'e8', 'e9']);
    const { version } = projection;
    log.append(callbackAnswered('e0'), callbackAnswered('e8', { source: 'autoAck' }));
    expect(projection.version).toBe(version);
  });

  it('has those an earlier run left open behind those whose time runs', () => {
    const { log, view, ids } = open();
    const restored = (exchangeId: string): EventBody => {
      const { callback } = callbackReceived(exchangeId) as EventOf<'callback.received'>;
      const recording = '/r.jsonl';
      return {
        type: 'callback.restored',
        exchangeId,
        callback,
        receivedAtMs: 1,
        recording,
        was: 'unanswered',
      };
    };
    log.append(restored('o1'), restored('o2'), callbackReceived('e1'));
    expect(ids()).toEqual(['e1', 'o1', 'o2']);
    expect([view.size, view.isLeftOver('o1'), view.isLeftOver('e1')]).toEqual([3, true, false]);
    log.append(callbackAnswered('e1'), late('o1'));
    expect(ids()).toEqual(['o2']);
    expect([view.isOpen('o1'), view.isOpen('o2')]).toEqual([false, true]);
  });

  it('has one that the last run left and that comes again among those whose time runs, once', () => {
    const { log, view, ids } = open();
    const { callback } = callbackReceived('old') as EventOf<'callback.received'>;
    log.append({
      type: 'callback.restored',
      exchangeId: 'old',
      callback,
      receivedAtMs: 1,
      recording: '/r.jsonl',
      was: 'unanswered',
    });
    log.append(callbackReceived('e1'), callbackReceived('old'));
    expect([ids(), view.size, view.isLeftOver('old')]).toEqual([['e1', 'old'], 2, false]);
    log.append(callbackAnswered('old'));
    expect([ids(), view.isOpen('old')]).toEqual([['e1'], false]);
  });
});
