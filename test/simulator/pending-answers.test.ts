import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createPendingAnswers, type PendingPush } from '../../src/simulator/pending-answers.js';
import type { SimEventBody } from '../../src/simulator/sim-event.js';
import type { StreamConnection } from '../../src/simulator/stream-connections.js';

const here = { connectionId: 'c1', clientId: 'ding1' } as StreamConnection;
const elsewhere = { connectionId: 'c2', clientId: 'ding1' } as StreamConnection;

function waiting() {
  const clock = new ManualClock(0);
  const reported: SimEventBody[] = [];
  const answers = createPendingAnswers(clock, (event) => reported.push(event));
  const told: string[] = [];
  const push = (messageId: string, waitMs = 2000): PendingPush => {
    const made: PendingPush = {
      kind: 'card',
      messageId,
      connection: here,
      sentMs: clock.monotonic(),
      dueMs: clock.monotonic() + waitMs,
      settled: false,
      answered: (answer, tookMs) => told.push(`${messageId} ${answer.code} ${tookMs}`),
      unanswered: (afterMs, stopping) => told.push(`${messageId} none ${afterMs} ${stopping}`),
      late: (_answer, tookMs) => told.push(`${messageId} late ${tookMs}`),
    };
    answers.add(made);
    return made;
  };
  const receive = (messageId: string, connection = here) =>
    answers.receive(connection, `{"code":200,"headers":{"messageId":"${messageId}"}}`);
  const pushStoppable = (messageId: string, waitMs = 2000) => {
    const made = push(messageId, waitMs);
    made.held = () => told.push(`${messageId} held`);
    made.released = (remainingMs) => told.push(`${messageId} released ${remainingMs}`);
  };
  return { clock, answers, told, push, pushStoppable, receive, reported };
}

describe('answers', () => {
  it('settle their push once', () => {
    const { clock, answers, told, push, receive } = waiting();
    push('m1');
    push('m2');
    clock.advance(5);
    receive('m2');
    receive('m2');
    expect([told, answers.size]).toEqual([['m2 200 5'], 1]);
    clock.advance(5000);
    expect(told).toEqual(['m2 200 5', 'm1 none 2000 false']);
    expect(answers.size).toBe(0);
  });

  it('are late at the deadline even when the timer is later still', () => {
    const { clock, told, push, receive } = waiting();
    push('m1', 0);
    receive('m1');
    clock.advance(0);
    expect(told).toEqual(['m1 none 0 false', 'm1 late 0']);
  });

  it('count on the connection of their push only', () => {
    const { clock, answers, told, push, receive, reported } = waiting();
    push('m1');
    receive('m1', elsewhere);
    expect(told).toEqual([]);
    clock.advance(2000);
    receive('m1', elsewhere);
    receive('m1');
    receive('m1');
    expect(told).toEqual(['m1 none 2000 false', 'm1 late 2000']);
    expect(reported.map((event) => event.type)).toEqual(['warning', 'warning', 'warning']);
    const outcomes = answers.acks.slice().map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['unmatched', 'unmatched', 'late', 'unmatched']);
  });

  it('are kept as they came, cut and counted', () => {
    const { answers } = waiting();
    answers.receive(here, 'x'.repeat(10_000));
    expect(answers.acks.at(0)).toMatchObject({ outcome: 'unreadable', raw: 'x'.repeat(4096) });
    for (let n = 0; n < 3000; n++) answers.receive(here, 'x');
    expect(answers.acks.length).toBe(1000);
    expect(answers.acks.end).toBe(3001);
  });

  it('are all told when the simulator stops, and no timer is left', () => {
    const { clock, answers, told, push } = waiting();
    push('m1');
    push('m2', 60_000);
    answers.stop();
    expect(told).toEqual(['m1 none 0 true', 'm2 none 0 true']);
    expect([clock.pending, answers.size]).toEqual([0, 0]);
  });
});

describe('a stopped clock', () => {
  it('has no deadline, and the answer counts as one in time', () => {
    const { clock, answers, told, pushStoppable, receive } = waiting();
    pushStoppable('m1');
    clock.advance(1500);
    expect(answers.hold('m1')).toBeUndefined();
    clock.advance(3_600_000);
    expect([clock.pending, answers.size]).toEqual([0, 1]);
    receive('m1');
    expect(told).toEqual(['m1 held', 'm1 200 3601500']);
    expect([answers.hold('m1'), answers.size]).toEqual(['answered', 0]);
  });

  it('goes on with the time that was left, also after others were added', () => {
    const { clock, answers, told, push, pushStoppable } = waiting();
    pushStoppable('m1');
    clock.advance(1500);
    answers.hold('m1');
    clock.advance(60_000);
    push('m2');
    expect(answers.release('m1')).toBeUndefined();
    clock.advance(499);
    expect(told).toEqual(['m1 held', 'm1 released 500']);
    clock.advance(1);
    expect(told.at(-1)).toBe('m1 none 62000 false');
    clock.advance(1500);
    expect(told.at(-1)).toBe('m2 none 2000 false');
    expect([answers.size, clock.pending]).toEqual([0, 0]);
  });

  it('can be stopped again, and is stopped once at a time', () => {
    const { clock, answers, pushStoppable, told } = waiting();
    pushStoppable('m1');
    answers.hold('m1');
    expect(answers.hold('m1')).toBe('held');
    answers.release('m1');
    expect(answers.release('m1')).toBe('not-held');
    clock.advance(1999);
    expect(answers.hold('m1')).toBeUndefined();
    clock.advance(10_000);
    answers.release('m1');
    clock.advance(1);
    expect(told.at(-1)).toBe('m1 none 12000 false');
    expect([answers.hold('m1'), answers.release('m1')]).toEqual(['expired', 'expired']);
  });

  it('cannot be stopped at the deadline, not even before its timer ran', () => {
    const { answers, told, pushStoppable } = waiting();
    pushStoppable('m1', 0);
    expect(answers.hold('m1')).toBe('expired');
    expect(told).toEqual(['m1 none 0 false']);
  });

  it('is of callbacks that somebody waits for only', () => {
    const { clock, answers, push } = waiting();
    push('again');
    expect([answers.hold('again'), answers.hold('nobody')]).toEqual(['expired', 'unknown']);
    expect([answers.release('again'), answers.release('nobody')]).toEqual(['expired', 'unknown']);
    clock.advance(2000);
  });

  it('ends with the connection; those of others stand on', () => {
    const { clock, answers, told, pushStoppable } = waiting();
    pushStoppable('m1');
    pushStoppable('m2');
    answers.hold('m1');
    clock.advance(5000);
    answers.closed(elsewhere);
    expect(told).toEqual(['m1 held', 'm2 none 2000 false']);
    answers.closed(here);
    expect(told.at(-1)).toBe('m1 none 5000 false');
    expect(answers.hold('m1')).toBe('expired');
  });

  it('is told when the simulator stops', () => {
    const { clock, answers, told, push, pushStoppable } = waiting();
    pushStoppable('m1');
    push('m2');
    answers.hold('m1');
    answers.stop();
    expect(told).toEqual(['m1 held', 'm2 none 0 true', 'm1 none 0 true']);
    expect([clock.pending, answers.size]).toEqual([0, 0]);
  });

  it('costs the others nothing: a thousand held ones stand in no queue', () => {
    const { clock, answers, told, pushStoppable, push, receive } = waiting();
    for (let n = 0; n < 1000; n++) pushStoppable(`h${n}`);
    for (let n = 0; n < 1000; n++) answers.hold(`h${n}`);
    clock.advance(10_000);
    expect(clock.pending).toBe(0);
    push('m1');
    clock.advance(10_000);
    expect(told.at(-1)).toBe('m1 none 2000 false');
    receive('h999');
    expect(answers.size).toBe(999);
  });
});
