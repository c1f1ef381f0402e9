import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { callbackAnswered, callbackReceived } from '../support/event-builders.js';

function open(capacity?: number) {
  const clock = new ManualClock(10_000);
  const log = createEventLog({ clock });
  const projection = log.project(createExchangesProjection(capacity));
  return { clock, log, projection, view: projection.read() };
}

const response = { cardData: { cardParamMap: { status: 'ok' } } };

describe('exchanges', () => {
  it('waits until its deadline on the wall clock', () => {
    const { log, view } = open();
    log.append(callbackReceived('e1', {}, { deadlineMs: 1700 }));
    expect(view.get('e1')).toMatchObject({ phase: 'waiting', deadlineAtMs: 11_700, duplicates: 0 });
  });

  it('lists what waits with the nearest deadline first', () => {
    const { log, view } = open();
    log.append(
      callbackReceived('slow', {}, { deadlineMs: 5000 }),
      callbackReceived('fast', {}, { deadlineMs: 500 }),
      callbackReceived('done', {}, { deadlineMs: 100 }),
      callbackAnswered('done'),
    );
    expect(view.waiting.map((exchange) => exchange.exchangeId)).toEqual(['fast', 'slow']);
  });

  it.each([
    [{ source: 'rule', rule: 'accept', response }, 'answered'],
    [{ source: 'manual', code: 500 }, 'failed'],
    [{ source: 'armed' }, 'answered'],
    [{ source: 'autoFail', code: 500 }, 'failed'],
    [{ source: 'manual', sent: false }, 'unsent'],
    [{ source: 'autoAck' }, 'acknowledged'],
    [{ source: 'shutdown' }, 'acknowledged'],
  ] as const)('an answer %o makes it %s', (answer, phase) => {
    const { log, view } = open();
    log.append(callbackReceived('e1'), callbackAnswered('e1', answer));
    expect(view.get('e1')?.phase).toBe(phase);
    expect(view.waiting).toEqual([]);
  });

  it('becomes late, then updated, when somebody decides after the deadline', () => {
    const { log, clock, view } = open();
    log.append(callbackReceived('e1'), callbackAnswered('e1', { source: 'autoAck' }));
    log.append({
      type: 'callback.late',
      exchangeId: 'e1',
      source: 'manual',
      response,
      tookMs: 4000,
    });
    expect(view.get('e1')).toMatchObject({ phase: 'late', late: { tookMs: 4000 } });
    clock.advance(300);
    log.append({ type: 'card.updated', outTrackId: 'dtcard-8f0c', because: { exchangeId: 'e1' } });
    expect(view.get('e1')).toMatchObject({ phase: 'updated', update: { atMs: 10_300 } });
    expect(view.get('e1')?.answer?.source).toBe('autoAck');
  });

  it('keeps why a late update failed', () => {
    const { log, view } = open();
    const error = { code: 'E4001', params: {} };
    log.append(
      callbackReceived('e1'),
      { type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs: 4000 },
      {
        type: 'card.updateFailed',
        outTrackId: 'dtcard-8f0c',
        error,
        because: { exchangeId: 'e1' },
      },
    );
    expect(view.get('e1')).toMatchObject({ phase: 'updateFailed', update: { error } });
  });

  it('stays answered when a rule updates the card besides', () => {
    const { log, view } = open();
    log.append(callbackReceived('e1'), callbackAnswered('e1'), {
      type: 'card.updated',
      outTrackId: 'dtcard-8f0c',
      because: { exchangeId: 'e1' },
    });
    expect(view.get('e1')?.phase).toBe('answered');
  });

  it('counts redeliveries and does not take their answer for a new one', () => {
    const { log, view } = open();
    log.append(
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'rule', rule: 'accept' }),
      { type: 'callback.duplicate', exchangeId: 'e1', connectionId: 'c', messageId: 'f', raw: '' },
      callbackAnswered('e1', { source: 'duplicate', tookMs: 60_000 }),
    );
    expect(view.get('e1')).toMatchObject({ duplicates: 1, answer: { source: 'rule', tookMs: 4 } });
  });

  it('ignores answers to callbacks it never saw, without a new version', () => {
    const { log, projection, view } = open();
    log.append(callbackAnswered('nobody'), callbackAnswered('__proto__'));
    expect(projection.version).toBe(0);
    expect(view.size).toBe(0);
  });

  it('forgets the oldest decided exchanges, waiting ones last', () => {
    const { log, view } = open(2);
    log.append(callbackReceived('waits'), callbackReceived('e1'), callbackAnswered('e1'));
    log.append(callbackReceived('e2'));
    expect([view.get('e1'), view.get('waits')?.phase, view.size]).toEqual([
      undefined,
      'waiting',
      2,
    ]);
    log.append(callbackReceived('e3'));
    expect(view.waiting.map((exchange) => exchange.exchangeId)).toEqual(['e2', 'e3']);
  });

  it('forgets what nobody has decided after what was, though it is older', () => {
    const { log, view } = open(2);
    log.append(callbackReceived('open'), callbackAnswered('open', { source: 'autoAck' }));
    log.append(callbackReceived('e1'), callbackAnswered('e1'), callbackReceived('e2'));
    expect([view.get('open')?.phase, view.get('e1')]).toEqual(['acknowledged', undefined]);
    log.append(callbackReceived('e3'));
    expect([view.get('open'), view.size, view.undecided.length]).toEqual([undefined, 2, 2]);
  });

  it('lists what nobody has decided and somebody still can, in the order of arrival', () => {
    const { log, view } = open();
    const policies = { auto: 'autoAck', refused: 'autoFail', closed: 'shutdown', hand: 'manual' };
    log.append(callbackReceived('waits'), callbackReceived('held'), callbackReceived('expired'));
    for (const [id, source] of Object.entries(policies)) {
      const code = source === 'autoFail' ? 500 : 200;
      log.append(callbackReceived(id), callbackAnswered(id, { source: source as 'manual', code }));
    }
    log.append(
      { type: 'callback.held', exchangeId: 'held' },
      { type: 'callback.expired', exchangeId: 'expired' },
    );
    const ids = () => view.undecided.map(({ exchangeId }) => exchangeId);
    expect(ids()).toEqual(['waits', 'held', 'expired', 'auto', 'refused']);
    log.append({
      type: 'callback.late',
      exchangeId: 'auto',
      source: 'manual',
      response,
      tookMs: 1,
    });
    expect(ids()).toEqual(['waits', 'held', 'expired', 'refused']);
  });
});
