import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { updateOf } from '../../src/session/late-answers.js';
import { callback } from '../support/rule-subjects.js';
import {
  acceptRule,
  openSession,
  type SessionHarnessOptions,
  tapFrame,
} from '../support/session-harness.js';

const response = {
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
  cardData: { cardParamMap: { status: '已同意' } },
  userPrivateData: { cardParamMap: { seen: '1' } },
};

/** A tap that was acknowledged because nobody answered it in time. */
function tooLate(options: SessionHarnessOptions = {}, body = {}) {
  const one = openSession({ ...options, settings: { answerByHand: true } });
  const exchanges = one.log.project(createExchangesProjection()).read();
  one.push(tapFrame('accept', {}, body));
  one.clock.advance(2500);
  const exchangeId = one.eventsOf('callback.received')[0]?.exchangeId ?? '';
  return {
    one,
    exchangeId,
    phase: () => exchanges.get(exchangeId)?.phase,
    decide: () => one.session.commands.answer(exchangeId, { kind: 'update', response }),
  };
}

describe('a decision that comes too late', () => {
  it('updates the card, privately for the one who tapped', async () => {
    const { one, exchangeId, phase, decide } = tooLate();
    expect(decide()).toBe('late');
    expect(one.updates).toEqual([
      {
        outTrackId: 'track1',
        cardParamMap: { status: '已同意' },
        privateData: { manager01: { cardParamMap: { seen: '1' } } },
        cardUpdateOptions: response.cardUpdateOptions,
        userIdType: 1,
      },
    ]);
    expect(one.eventsOf('callback.late')).toMatchObject([
      { exchangeId, source: 'manual', response, tookMs: 2500 },
    ]);
    expect(phase()).toBe('late');
    await one.settle();
    expect(phase()).toBe('updated');
    expect(one.eventsOf('card.updated')).toMatchObject([{ because: { exchangeId } }]);
    // Acknowledged once; there is no second answer to the frame.
    expect(one.answers).toHaveLength(1);
  });

  it('names people as the card does', () => {
    const { one, decide } = tooLate({}, { userId: 'union-1', userIdType: 2 });
    decide();
    expect(one.updates).toMatchObject([
      { userIdType: 2, privateData: { 'union-1': { cardParamMap: { seen: '1' } } } },
    ]);
  });

  it('may be followed by another', async () => {
    const { one, decide } = tooLate();
    expect([decide(), decide()]).toEqual(['late', 'late']);
    await one.settle();
    expect(one.updates).toHaveLength(2);
  });

  it('that would only acknowledge or refuse changes nothing, and leaves room for one that counts', () => {
    const { one, exchangeId, decide } = tooLate();
    const { commands } = one.session;
    expect(commands.answer(exchangeId, { kind: 'empty' })).toBe('gone');
    expect(commands.answer(exchangeId, { kind: 'fail', code: 500, message: '' })).toBe('gone');
    expect(one.updates).toEqual([]);
    expect(decide()).toBe('late');
  });

  it('whose update fails is in the log with the reason', async () => {
    const fault = { httpStatus: 400, code: 'param.cardNotExist', message: 'no card' };
    const update = () => Promise.reject(new DtcardError('E4001', { fault }));
    const { one, exchangeId, phase, decide } = tooLate({ update });
    expect(decide()).toBe('late');
    await one.settle();
    expect(phase()).toBe('updateFailed');
    expect(one.eventsOf('card.updateFailed')).toMatchObject([
      { outTrackId: 'track1', error: { code: 'E4001', fault }, because: { exchangeId } },
    ]);
  });

  it('for a callback nobody knows is gone', () => {
    const { one } = tooLate();
    expect(one.session.commands.answer('nobody', { kind: 'update', response })).toBe('gone');
  });

  it('still reaches a callback that was acknowledged because nobody was there', () => {
    const one = openSession();
    one.push(tapFrame());
    const exchangeId = one.eventsOf('callback.received')[0]?.exchangeId ?? '';
    expect(one.session.commands.answer(exchangeId, { kind: 'update', response })).toBe('late');
  });

  it.each([
    ['without a person', false, 1000],
    ['with one', true, 10_000],
  ])('%s is forgotten after so many others that nobody decided', (_, answerByHand, kept) => {
    const one = openSession({ settings: { answerByHand } });
    for (let n = 0; n <= kept; n++) one.push(tapFrame('a', { messageId: `m${n}` }));
    one.clock.advance(2000);
    const answer = (n: number) =>
      one.session.commands.answer(`m${n}`, { kind: 'update', response });
    expect([answer(0), answer(1), answer(kept)]).toEqual(['gone', 'late', 'late']);
  });

  it('is not forgotten because others are decided, however many', () => {
    const { one, decide } = tooLate({ rules: acceptRule.replaceAll('accept', 'busy') });
    for (let n = 0; n <= 1000; n++) one.push(tapFrame('busy', { messageId: `m${n}` }));
    const again = one.session.commands.answer('m0', { kind: 'update', response });
    expect([again, decide()]).toEqual(['gone', 'late']);
  });
});

describe('updateOf', () => {
  it('leaves out what the answer does not change', () => {
    expect(updateOf(callback(), {})).toEqual({ outTrackId: 'track1', userIdType: 1 });
  });

  it('takes a userId that is a key of every object for what it is', () => {
    const update = updateOf(callback({ userId: '__proto__' }), response);
    expect(Object.keys(update.privateData ?? {})).toEqual(['__proto__']);
  });
});
