import { describe, expect, it } from 'vitest';
import { acceptRule, openSession, responseOf, tapFrame } from '../support/session-harness.js';

const byHand = { answerByHand: true };

const delayed = (delayMs: number) =>
  acceptRule.replace('answer: {', `answer: { delayMs: ${delayMs},`);

describe('a callback whose rule waits past the deadline', () => {
  it('is acknowledged in time, and updated when the rule decides', () => {
    const one = openSession({ rules: delayed(5000), settings: byHand });
    one.push(tapFrame());
    one.clock.advance(1699);
    expect(one.answers).toEqual([]);
    one.clock.advance(1);
    expect(responseOf(one.answers[0])).toEqual({});
    one.clock.advance(3299);
    expect(one.updates).toEqual([]);
    one.clock.advance(1);
    expect(one.updates).toMatchObject([{ cardParamMap: { status: '已同意' } }]);
    expect(one.eventsOf('callback.late')).toMatchObject([
      { source: 'rule', rule: 'accept', tookMs: 5000 },
    ]);
    one.clock.advance(60_000);
    expect(one.answers).toHaveLength(1);
    expect(one.clock.pending).toBe(0);
  });

  it('is decided by a person who is faster than a slow rule', () => {
    const one = openSession({ rules: delayed(5000), settings: byHand });
    one.push(tapFrame());
    one.clock.advance(3000);
    const exchangeId = one.eventsOf('callback.received')[0]?.exchangeId ?? '';
    const response = { cardData: { cardParamMap: { status: '被拒绝' } } };
    expect(one.session.commands.answer(exchangeId, { kind: 'update', response })).toBe('late');
    one.clock.advance(60_000);
    expect(one.updates).toMatchObject([{ cardParamMap: { status: '被拒绝' } }]);
    expect(one.updates).toHaveLength(1);
  });

  it('gets the update of a slow rule when the session ends before it decided', async () => {
    const one = openSession({ rules: delayed(5000), settings: byHand });
    one.push(tapFrame());
    one.clock.advance(3000);
    await one.session.stop('test', 0);
    expect(one.updates).toMatchObject([{ cardParamMap: { status: '已同意' } }]);
    expect(one.clock.pending).toBe(0);
  });
});
