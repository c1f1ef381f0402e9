import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { rulesOf } from '../support/rule-subjects.js';
import {
  acceptRule,
  openSession,
  responseOf,
  type SessionHarnessOptions,
  tapFrame,
} from '../support/session-harness.js';

const byHand = { answerByHand: true };
const update = (status: string) =>
  ({ kind: 'update', response: { cardData: { cardParamMap: { status } } } }) as const;

const first = tapFrame('accept', { messageId: 'first', connectionId: 'c1' });
const again = tapFrame('accept', { messageId: 'again', connectionId: 'c2' });

/** A tap whose socket is gone, and what is written for its redelivery. */
function lost(options: SessionHarnessOptions) {
  const one = openSession(options);
  const exchanges = one.log.project(createExchangesProjection()).read();
  one.push({ ...first, gone: true });
  return { one, exchange: () => exchanges.get('first') };
}

describe('a callback that comes again under another messageId', () => {
  it('gets the answer that did not arrive, under its own, and the rule fires once', () => {
    const { one, exchange } = lost({ rules: acceptRule });
    one.push(again);
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['first', 'again']);
    expect(one.answers[1]?.data).toBe(one.answers[0]?.data);
    expect(one.eventsOf('callback.duplicate')).toMatchObject([
      { exchangeId: 'first', messageId: 'again', isGuess: true, connectionId: 'c2' },
    ]);
    expect(one.eventsOf('callback.received')).toHaveLength(1);
    expect(exchange()).toMatchObject({ duplicates: 1, answer: { source: 'rule', sent: true } });
    // Once more under that id: the same words, and nothing new to tell.
    one.push({ ...again, connectionId: 'c3' });
    expect(one.answers[2]).toEqual(one.answers[1]);
    expect(one.eventsOf('callback.answered').map(({ source }) => source)).toEqual([
      'rule',
      'duplicate',
    ]);
  });

  it('waits with the first one, and both are answered', () => {
    const one = openSession({ settings: byHand });
    one.push(first);
    one.clock.advance(500);
    one.push(again);
    expect(one.answers).toEqual([]);
    one.session.commands.answer('first', update('ok'));
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['first', 'again']);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'manual', sent: true }]);
    expect(one.clock.pending).toBe(0);
  });

  it('is answered by who decides after the first one expired, and the card is updated', () => {
    const one = openSession({ settings: { ...byHand, policy: 'let-it-expire' } });
    one.push(first);
    one.clock.advance(2000);
    one.push(again);
    one.clock.advance(1699);
    expect(one.session.commands.answer('first', update('ok'))).toBe('late');
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['again']);
    expect(one.updates).toMatchObject([{ cardParamMap: { status: 'ok' } }]);
    expect(one.clock.pending).toBe(0);
  });

  it('is not answered after its own deadline', () => {
    const one = openSession({ settings: { ...byHand, policy: 'let-it-expire' } });
    one.push(first);
    one.clock.advance(2000);
    one.push(again);
    one.clock.advance(1700);
    expect(one.session.commands.answer('first', update('ok'))).toBe('late');
    expect(one.answers).toEqual([]);
    // What was decided is what a further one gets.
    one.push({ ...again, messageId: 'third', connectionId: 'c3' });
    expect(responseOf(one.answers[0])).toEqual(update('ok').response);
  });

  it('is acknowledged in its time while the clock of the first one stands', async () => {
    const one = openSession({
      settings: { ...byHand, policy: 'hold' },
      deps: { holdClock: () => Promise.resolve(undefined) },
    });
    one.push(first);
    await one.settle();
    one.push(again);
    one.clock.advance(1700);
    expect(one.answers).toMatchObject([{ headers: { messageId: 'again' }, code: 200 }]);
    one.session.commands.answer('first', update('ok'));
    expect(one.answers).toHaveLength(2);
  });

  it.each([
    ['on the same connection within the window: somebody tapped twice', 'c1', 1500],
    ['after the first was answered', 'c2', 2500],
  ])('is a tap of its own %s', (_, connectionId, afterMs) => {
    const one = openSession({ settings: byHand });
    one.push(first);
    one.clock.advance(afterMs);
    one.push({ ...again, connectionId });
    expect(one.eventsOf('callback.duplicate')).toEqual([]);
    expect(one.eventsOf('callback.received')).toHaveLength(2);
  });
});

describe('a callback that comes again under its messageId', () => {
  it('is told of as answered when only the redelivery was', () => {
    const { one, exchange } = lost({ rules: acceptRule });
    one.push({ ...first, connectionId: 'c2' });
    expect(one.eventsOf('callback.duplicate')[0]).not.toHaveProperty('isGuess');
    expect(exchange()).toMatchObject({ answer: { source: 'rule', sent: true } });
  });

  it('is the same one after any time while its clock stands', async () => {
    const one = openSession({
      settings: { ...byHand, policy: 'hold' },
      deps: { holdClock: () => Promise.resolve(undefined) },
    });
    one.push({ ...first, gone: true });
    await one.settle();
    one.clock.advance(10 * 60_000);
    one.push({ ...first, connectionId: 'c2' });
    expect(one.eventsOf('callback.received')).toHaveLength(1);
    expect(one.eventsOf('callback.duplicate')).toMatchObject([{ exchangeId: 'first' }]);
    expect(one.session.commands.answer('first', update('ok'))).toBe('answered');
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'manual', sent: true }]);
    expect(responseOf(one.answers[1])).toEqual(update('ok').response);
    expect(one.clock.pending).toBe(0);
  });

  it('gets what was decided last', () => {
    const one = openSession({ settings: byHand });
    one.push(first);
    one.clock.advance(1700);
    one.session.commands.answer('first', update('ok'));
    one.push({ ...first, connectionId: 'c2' });
    expect(responseOf(one.answers[0])).toEqual({});
    expect(responseOf(one.answers[1])).toEqual(update('ok').response);
  });
});

describe('a callback whose decision the card already has as an update', () => {
  it('is only acknowledged when it comes again: another tap may have changed the card since', async () => {
    const { one, exchange } = lost({ rules: acceptRule });
    await one.settle();
    expect(one.eventsOf('card.updated')).toHaveLength(1);
    one.push(again);
    expect(responseOf(one.answers[1])).toEqual({});
    expect(one.answers[1]?.headers.messageId).toBe('again');
    expect(exchange()).toMatchObject({ phase: 'updated', answer: { sent: true } });
  });

  it('gets it once more where the update failed', async () => {
    const update = () => Promise.reject(new DtcardError('E4001', {}));
    const { one } = lost({ rules: acceptRule, update });
    await one.settle();
    one.push(again);
    expect(one.answers[1]?.data).toBe(one.answers[0]?.data);
  });

  it('gets a newer one that is still on its way', async () => {
    const ends: (() => void)[] = [];
    const one = openSession({
      settings: byHand,
      update: () => new Promise((resolve) => void ends.push(resolve)),
    });
    one.push(first);
    one.clock.advance(1700);
    one.session.commands.answer('first', update('old'));
    one.session.commands.answer('first', update('new'));
    ends.shift()?.();
    await one.settle();
    one.push({ ...first, connectionId: 'c2' });
    expect(responseOf(one.answers[1])).toEqual(update('new').response);
    ends.shift()?.();
    await one.settle();
    one.push({ ...first, connectionId: 'c3' });
    expect(responseOf(one.answers[2])).toEqual({});
  });
});

describe('a rule that takes redeliveries', () => {
  it('decides anew each time', () => {
    let status = 1;
    const one = openSession({
      askRules() {
        const rules = rulesOf(acceptRule.replace('已同意', `time ${status}`));
        const callbackRules = rules.callbackRules.map((rule) => ({ ...rule, again: true }));
        return { ...rules, callbackRules };
      },
    });
    one.push(first);
    status = 2;
    one.push({ ...first, connectionId: 'c2' });
    expect(responseOf(one.answers[1])).toMatchObject({
      cardData: { cardParamMap: { status: 'time 2' } },
    });
    expect(one.eventsOf('callback.answered')).toMatchObject([
      { source: 'rule' },
      { source: 'rule', exchangeId: 'first' },
    ]);
    expect(one.eventsOf('callback.duplicate')).toHaveLength(1);
  });
});
