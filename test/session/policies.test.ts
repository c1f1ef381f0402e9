import { describe, expect, it } from 'vitest';
import { createExchangesProjection } from '../../src/log/exchange.js';
import type { CallbackForwarder, ForwardReply } from '../../src/platform/callback-forwarder.js';
import { acceptRule, openSession, responseOf, tapFrame } from '../support/session-harness.js';

const body = JSON.stringify({ cardData: { cardParamMap: { status: 'service' } } });

/** A service that answers when the test says so. */
function service() {
  const data: string[] = [];
  const replies: ((reply: ForwardReply) => void)[] = [];
  const forward: CallbackForwarder = {
    url: 'http://service.test/',
    forward(sent) {
      data.push(sent);
      return new Promise((resolve) => void replies.push(resolve));
    },
    close: () => undefined,
  };
  return { data, forward, reply: (reply: ForwardReply) => replies.shift()?.(reply) };
}

describe('a callback with nobody there', () => {
  it.each([
    ['ack-then-update', ['answer 200', 'event callback.received', 'event callback.answered']],
    ['fail', ['answer 500', 'event callback.received', 'event callback.answered']],
    ['let-it-expire', ['event callback.received', 'event callback.expired']],
  ] as const)('is settled at once under %s, without a timer', (policy, order) => {
    const one = openSession({ settings: { policy } });
    one.push(tapFrame());
    expect(one.order).toEqual(order);
    expect(one.clock.pending).toBe(0);
  });

  it('says in the log what its policy is, unless it is the usual one', () => {
    const one = openSession({ settings: { policy: 'fail' } });
    one.push(tapFrame());
    expect(one.eventsOf('callback.received')).toMatchObject([{ policy: 'fail' }]);
    const usual = openSession();
    usual.push(tapFrame());
    expect(usual.eventsOf('callback.received')[0]).not.toHaveProperty('policy');
  });

  it.each(['fail', 'let-it-expire'] as const)('can still be decided under %s', async (policy) => {
    const one = openSession({ settings: { policy, answerByHand: true } });
    const exchanges = one.log.project(createExchangesProjection()).read();
    one.push(tapFrame());
    one.clock.advance(1700);
    expect(exchanges.undecided).toHaveLength(1);
    const response = { cardData: { cardParamMap: { status: 'hand' } } };
    const outcome = one.session.commands.answer('tap1', { kind: 'update', response });
    expect(outcome).toBe('late');
    await one.settle();
    expect(exchanges.get('tap1')?.phase).toBe('updated');
  });
});

describe('a callback that is held', () => {
  it('waits for a decision as long as it takes, and is answered with it', async () => {
    const asked: string[] = [];
    const one = openSession({
      settings: { policy: 'hold', answerByHand: true },
      deps: {
        holdClock(messageId) {
          asked.push(messageId);
          return Promise.resolve(undefined);
        },
      },
    });
    const exchanges = one.log.project(createExchangesProjection()).read();
    one.push(tapFrame());
    await one.settle();
    expect([asked, exchanges.get('tap1')?.phase]).toEqual([['tap1'], 'held']);
    one.clock.advance(600_000);
    expect(one.answers).toEqual([]);
    expect(one.session.commands.answer('tap1', { kind: 'empty' })).toBe('answered');
    expect(one.eventsOf('callback.answered')).toMatchObject([{ tookMs: 600_000, sent: true }]);
  });

  it('is acknowledged when the session ends', async () => {
    const one = openSession({
      settings: { policy: 'hold' },
      deps: { holdClock: () => Promise.resolve(undefined) },
    });
    one.push(tapFrame());
    await one.settle();
    await one.session.stop('test', 0);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'shutdown', code: 200 }]);
  });
});

describe('a callback that is forwarded', () => {
  it('is answered as the service says, with the data as it came', async () => {
    const { data, forward, reply } = service();
    const one = openSession({ deps: { forward } });
    const { frame } = one.push(tapFrame());
    expect([data, one.answers]).toEqual([[frame.data], []]);
    one.clock.advance(300);
    reply({ kind: 'response', status: 200, body, tookMs: 300 });
    await expect.poll(() => one.answers).toHaveLength(1);
    expect(responseOf(one.answers[0])).toMatchObject(JSON.parse(body) as object);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'forward', tookMs: 300 }]);
    expect(one.clock.pending).toBe(0);
  });

  it('is settled at once when the service has no answer and nobody else is there', async () => {
    const { forward, reply } = service();
    const one = openSession({ deps: { forward } });
    one.push(tapFrame());
    reply({ kind: 'response', status: 404, body: '', tookMs: 1 });
    await expect.poll(() => one.answers).toHaveLength(1);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck' }]);
    expect(one.clock.pending).toBe(0);
  });

  it('is not when a rule has answered', () => {
    const { data, forward } = service();
    const one = openSession({ rules: acceptRule, deps: { forward } });
    one.push(tapFrame());
    expect(data).toEqual([]);
  });

  it('and decided by hand first is updated by what the service says later', async () => {
    const { forward, reply } = service();
    const one = openSession({ settings: { answerByHand: true }, deps: { forward } });
    one.push(tapFrame());
    one.session.commands.answer('tap1', { kind: 'empty' });
    reply({ kind: 'response', status: 200, body, tookMs: 1 });
    await expect.poll(() => one.updates).toHaveLength(1);
    expect(one.updates).toMatchObject([{ cardParamMap: { status: 'service' } }]);
    expect(one.eventsOf('callback.late')).toMatchObject([{ source: 'forward' }]);
  });
});

it('ten thousand callbacks that constant rules answer leave no timer, and nothing to come back to', () => {
  const one = openSession({ rules: acceptRule });
  for (let n = 0; n < 10_000; n++) one.push(tapFrame('accept', { messageId: `m${n}` }));
  expect(one.clock.pending).toBe(0);
  const outcomes = [0, 9999].map((n) => one.session.commands.answer(`m${n}`, { kind: 'empty' }));
  expect(outcomes).toEqual(['gone', 'gone']);
  expect(one.eventsOf('callback.dropped')).toEqual([]);
});
