import { describe, expect, it } from 'vitest';
import { emptyAnswer } from '../../src/answer/answer.js';
import type { Decision } from '../../src/answer/callback-ends.js';
import { createDeadline } from '../../src/answer/deadline.js';
import { createOpenCallback, type OpenCallbackOptions } from '../../src/answer/open-callback.js';
import { type Clock, ManualClock } from '../../src/base/clock.js';

const update = (status: string): Decision['answer'] => ({
  kind: 'update',
  response: { cardData: { cardParamMap: { status } } },
});
const byHand: Decision = { answer: update('hand'), source: 'manual' };
const byRule: Decision = { answer: update('rule'), source: 'rule', rule: 'slow' };

function open(options: Partial<OpenCallbackOptions> = {}) {
  const clock = new ManualClock();
  const told: string[] = [];
  const callback = createOpenCallback({
    clock,
    deadline: createDeadline({ startMs: clock.monotonic() }),
    policy: 'ack-then-update',
    byHand: true,
    hold: undefined,
    ends: {
      answer: ({ source, answer }) => void told.push(`answer ${source} ${answer.kind}`),
      late({ source, answer }) {
        told.push(`late ${source}`);
        return answer.kind === 'update' ? 'late' : 'gone';
      },
      expire: () => void told.push('expire'),
      held: () => void told.push('held'),
      holdFailed: (detail) => void told.push(`holdFailed: ${detail}`),
      drop: ({ source }, reason) => void told.push(`drop ${source} ${reason}`),
      done: () => void told.push('done'),
    },
    ...options,
  });
  return { clock, told, callback };
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('a callback nobody decides', () => {
  it.each([
    ['ack-then-update', 'answer autoAck empty'],
    ['fail', 'answer autoFail fail'],
    ['let-it-expire', 'expire'],
  ] as const)('%s at its deadline, not before', (policy, what) => {
    const { clock, told, callback } = open({ policy });
    callback.wait();
    clock.advance(1699);
    expect([told, callback.isWaiting]).toEqual([[], true]);
    clock.advance(1);
    expect([told, callback.isWaiting]).toEqual([[what, 'done'], false]);
    expect(clock.pending).toBe(0);
  });

  it('is settled at once where nobody could', () => {
    const { clock, told, callback } = open({ byHand: false });
    callback.wait();
    expect(told).toEqual(['answer autoAck empty', 'done']);
    expect(clock.pending).toBe(0);
  });

  it('waits for a service, and is settled when it gives up', () => {
    const { told, callback } = open({ byHand: false });
    const thought = callback.expect({ source: 'forward', yields: false, stop: () => {} });
    callback.wait();
    expect(told).toEqual([]);
    thought.giveUp();
    expect([told, thought.isOpen]).toEqual([['answer autoAck empty', 'done'], false]);
  });
});

describe('a decision', () => {
  it('is the answer when it is the first, else an update', () => {
    const { clock, told, callback } = open();
    callback.wait();
    expect([callback.decide(byHand), callback.decide(byHand)]).toEqual(['answered', 'late']);
    expect(told.filter((line) => line !== 'done')).toEqual(['answer manual update', 'late manual']);
    expect(clock.pending).toBe(0);
  });

  it('does not leave after the deadline even when the timer of it is behind', () => {
    const clock = new ManualClock();
    // As after a machine slept: time has passed, and no timer has fired yet.
    const late: Clock = {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      after: () => () => {},
      every: () => () => {},
    };
    const { told, callback } = open({
      clock: late,
      deadline: createDeadline({ startMs: clock.monotonic() }),
    });
    callback.wait();
    clock.advance(1700.5);
    expect(callback.decide(byHand)).toBe('late');
    expect(told[0]).toBe('answer autoAck empty');
  });

  it('overtakes a rule that waits, but not a service', () => {
    const { clock, told, callback } = open();
    const service = callback.expect({ source: 'forward', yields: false, stop: () => {} });
    callback.plan(byRule, 5000);
    callback.decide(byHand);
    expect(told).toEqual(['answer manual update', 'drop rule superseded']);
    clock.advance(60_000);
    service.decide({ answer: update('service') });
    expect(told.slice(2)).toEqual(['late forward', 'done']);
  });

  it('that changes nothing any more leaves a slow rule its say', () => {
    const { clock, told, callback } = open();
    callback.plan(byRule, 5000);
    clock.advance(2000);
    expect(callback.decide({ answer: emptyAnswer, source: 'manual' })).toBe('gone');
    clock.advance(3000);
    expect(told).toEqual(['answer autoAck empty', 'late manual', 'late rule', 'done']);
  });

  it('of somebody who was stopped is not heard', () => {
    const { told, callback } = open();
    const script = callback.expect({ source: 'rule', yields: true, stop: () => {} });
    callback.decide(byHand);
    script.decide({ answer: update('script') });
    script.giveUp();
    expect(told).toEqual(['answer manual update', 'drop rule superseded', 'done']);
  });
});

describe('a callback that is to be held', () => {
  it('waits for ever once its clock stands', async () => {
    const { clock, told, callback } = open({
      policy: 'hold',
      hold: () => Promise.resolve(undefined),
    });
    callback.wait();
    await turn();
    clock.advance(600_000);
    expect([told, callback.isHeld]).toEqual([['held'], true]);
    expect(callback.decide(byHand)).toBe('answered');
    expect(callback.isHeld).toBe(false);
  });

  it.each([
    ['refused', () => Promise.resolve('no')],
    ['failed', () => Promise.reject(new Error('no'))],
    [
      'failed at once',
      () => {
        throw new Error('no');
      },
    ],
  ])('is acknowledged in time when that is %s', async (_, hold) => {
    const { clock, told, callback } = open({ policy: 'hold', hold });
    callback.wait();
    await turn();
    expect(told).toEqual(['holdFailed: no']);
    clock.advance(1700);
    expect(told[1]).toBe('answer autoAck empty');
  });

  it('is acknowledged in time when nobody says so, and what is said later is nothing', async () => {
    let say: (problem: string | undefined) => void = () => {};
    const { clock, told, callback } = open({
      policy: 'hold',
      byHand: false,
      hold: () =>
        new Promise((resolve) => {
          say = resolve;
        }),
    });
    callback.wait();
    clock.advance(1700);
    const settled = [
      'holdFailed: not confirmed before the deadline',
      'answer autoAck empty',
      'done',
    ];
    expect(told).toEqual(settled);
    say(undefined);
    await turn();
    expect(told).toEqual(settled);
  });

  it('cannot be without a simulator', () => {
    const { told, callback } = open({ policy: 'hold', byHand: false });
    callback.wait();
    expect(told).toEqual(['holdFailed: no simulator can be asked', 'answer autoAck empty', 'done']);
  });
});

describe('the end of the program', () => {
  it('decides what was planned, and stops the rest', () => {
    let stopped = 0;
    const { clock, told, callback } = open();
    callback.plan(byRule, 900);
    callback.expect({ source: 'forward', yields: false, stop: () => void stopped++ });
    callback.close();
    expect([told, stopped]).toEqual([['answer rule update', 'drop forward ended', 'done'], 1]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['ack-then-update', 'answer shutdown empty'],
    ['fail', 'answer shutdown empty'],
    ['let-it-expire', 'expire'],
  ] as const)('under %s: %s', (policy, what) => {
    const { told, callback } = open({ policy });
    callback.wait();
    callback.close();
    expect(told).toEqual([what, 'done']);
  });
});
