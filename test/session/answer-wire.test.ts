import { describe, expect, it } from 'vitest';
import { emptyAnswer } from '../../src/answer/answer.js';
import { createDeadline } from '../../src/answer/deadline.js';
import { createDuplicates, duplicateKeys } from '../../src/answer/duplicates.js';
import { ManualClock } from '../../src/base/clock.js';
import type { StreamResponse } from '../../src/protocol/stream-frame.js';
import { createAnswerWire } from '../../src/session/answer-wire.js';
import type { Exchange } from '../../src/session/exchange-state.js';
import { callback } from '../support/rule-subjects.js';
import { receivedFrame } from '../support/session-harness.js';

function open() {
  const clock = new ManualClock();
  const duplicates = createDuplicates<StreamResponse>({ clock });
  const settings = { answerByHand: true, windowMs: 2000, marginMs: 300 };
  const wire = createAnswerWire(clock, { ...settings, eventStatus: 'SUCCESS' }, duplicates);
  const written: string[] = [];

  /** A frame on a socket with a name; gone when the name says so. */
  function arrive(messageId: string, socket: string) {
    const received = receivedFrame({ messageId }, (response) => {
      if (socket.startsWith('gone')) return false;
      written.push(`${socket} ${response.headers.messageId} ${response.code}`);
      return true;
    });
    return { received, push: duplicates.arrived(duplicateKeys(received.frame)) };
  }

  function exchangeOf(socket: string): Exchange {
    const { received, push } = arrive('m1', socket);
    const startedMs = clock.monotonic();
    return {
      exchangeId: 'm1',
      callback: callback(),
      connectionId: 'c1',
      data: '',
      received,
      push,
      startedMs,
      deadline: createDeadline({ startMs: startedMs }),
      open: undefined,
      newest: undefined,
      redeliveries: [],
      guesses: 0,
    };
  }

  return { clock, wire, written, arrive, exchangeOf };
}

describe('an answer', () => {
  it('goes to one socket per messageId', () => {
    const { wire, written, arrive, exchangeOf } = open();
    const exchange = exchangeOf('gone');
    for (const [id, socket] of [
      ['m1', 'gone too'],
      ['m1', 'b'],
      ['m1', 'c'],
      ['m2', 'd'],
    ] as const) {
      const { received, push } = arrive(id, socket);
      wire.keep(exchange, received, push);
    }
    expect(wire.answer(exchange, emptyAnswer)).toEqual({ code: 200, sent: true });
    expect(written).toEqual(['b m1 200', 'd m2 200']);
    expect([exchange.push.answer?.code, wire.unanswered.size]).toEqual([200, 0]);
  });

  it('that reaches nobody is remembered until a redelivery gets it', () => {
    const { wire, written, exchangeOf } = open();
    const exchange = exchangeOf('gone');
    expect(wire.answer(exchange, emptyAnswer).sent).toBe(false);
    expect([written, wire.unanswered.get('m1')]).toEqual([[], exchange]);
  });
});

describe('redeliveries of a callback that expired', () => {
  it('take a later decision, until their own time is over', () => {
    const { clock, wire, written, arrive, exchangeOf } = open();
    const exchange = exchangeOf('a');
    wire.unanswered.add(exchange);
    expect(wire.answerWaiting(exchange, emptyAnswer)).toBeUndefined();
    const late = arrive('m2', 'b');
    wire.keep(exchange, late.received, late.push);
    clock.advance(1700);
    expect(wire.answerWaiting(exchange, emptyAnswer)).toBeUndefined();
    const early = arrive('m3', 'c');
    wire.keep(exchange, early.received, early.push);
    expect(wire.answerWaiting(exchange, emptyAnswer)).toEqual({ code: 200, sent: true });
    expect(written).toEqual(['c m3 200']);
    expect([wire.unanswered.size, clock.pending]).toEqual([0, 0]);
  });

  it('whose sockets are gone leave the decision untaken', () => {
    const { wire, arrive, exchangeOf } = open();
    const exchange = exchangeOf('a');
    const { received, push } = arrive('m2', 'gone');
    wire.keep(exchange, received, push);
    expect(wire.answerWaiting(exchange, emptyAnswer)?.sent).toBe(false);
    expect([exchange.newest, exchange.push.answer]).toEqual([undefined, undefined]);
  });

  it('are given up when the program ends', () => {
    const { clock, wire, arrive, exchangeOf } = open();
    const { received, push } = arrive('m2', 'b');
    wire.keep(exchangeOf('a'), received, push);
    wire.close();
    expect(clock.pending).toBe(0);
  });
});
