import { describe, expect, it } from 'vitest';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { createFeedProjection } from '../../src/log/feed.js';
import { callback } from '../support/rule-subjects.js';
import { openSession, tapFrame } from '../support/session-harness.js';

const response = { cardData: { cardParamMap: { status: 'ok' } } };
const recording = '/recordings/2026-11-21.jsonl';

function restored(was: 'unanswered' | 'acknowledged' | 'update-uncertain') {
  const one = openSession({ settings: { answerByHand: true } });
  const exchanges = one.log.project(createExchangesProjection()).read();
  const feed = one.log.project(createFeedProjection()).read();
  const receivedAtMs = one.clock.now() - 60_000;
  const open = { exchangeId: 'old', callback: callback(), receivedAtMs, was };
  one.session.restore(recording, [
    was === 'update-uncertain' ? { ...open, decided: response } : open,
  ]);
  return { one, exchanges, feed };
}

describe('what an earlier run left open', () => {
  it.each(['unanswered', 'acknowledged', 'update-uncertain'] as const)(
    '%s is told of, waits for a decision, and becomes an update',
    async (was) => {
      const { one, exchanges, feed } = restored(was);
      expect(one.eventsOf('callback.restored')).toMatchObject([
        { exchangeId: 'old', recording, was },
      ]);
      expect(exchanges.undecided.map(({ exchangeId }) => exchangeId)).toEqual(['old']);
      expect(feed.rows).toMatchObject([{ kind: 'exchange', exchangeId: 'old' }]);
      one.clock.advance(5000);
      const outcome = one.session.commands.answer('old', { kind: 'update', response });
      expect(outcome).toBe('late');
      await one.settle();
      expect(one.updates).toMatchObject([{ outTrackId: 'track1', cardParamMap: { status: 'ok' } }]);
      expect(exchanges.get('old')).toMatchObject({ phase: 'updated', late: { tookMs: 65_000 } });
      expect([exchanges.undecided, one.answers]).toEqual([[], []]);
    },
  );

  it('cannot be refused any more', () => {
    const { one, exchanges } = restored('unanswered');
    const answer = { kind: 'fail', code: 500, message: '' } as const;
    expect(one.session.commands.answer('old', answer)).toBe('gone');
    expect(one.eventsOf('callback.dropped')).toMatchObject([{ reason: 'nothing-to-update' }]);
    expect(exchanges.undecided).toHaveLength(1);
  });

  it('is answered when the platform delivers it again', () => {
    const { one, exchanges } = restored('unanswered');
    one.push(tapFrame('accept', { messageId: 'old' }));
    expect(exchanges.get('old')?.phase).toBe('waiting');
    expect(one.session.commands.answer('old', { kind: 'update', response })).toBe('answered');
    expect(one.updates).toEqual([]);
  });

  it('was not received in the future, whatever its clock said', () => {
    const one = openSession();
    const receivedAtMs = one.clock.now() + 60_000;
    const was = 'acknowledged';
    one.session.restore(recording, [
      { exchangeId: 'old', callback: callback(), receivedAtMs, was },
    ]);
    one.session.commands.answer('old', { kind: 'update', response });
    expect(one.eventsOf('callback.late')).toMatchObject([{ tookMs: 0 }]);
  });
});
