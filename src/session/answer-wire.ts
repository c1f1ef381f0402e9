import { type Answer, emptyAnswer } from '../answer/answer.js';
import { createDeadline } from '../answer/deadline.js';
import type { Duplicates, Push } from '../answer/duplicates.js';
import { createUnanswered, type Unanswered } from '../answer/unanswered.js';
import type { Cancel, Clock } from '../base/clock.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import { createAnswerFrames, type Exchange, type Redelivery } from './exchange-state.js';
import type { SessionSettings } from './session-deps.js';

/** Brings answers to sockets: that of the callback, and those on which it came again. */
export interface AnswerWire {
  /** What no answer has reached. */
  readonly unanswered: Unanswered<Exchange>;
  /** Writes the one answer, and to every redelivery that waits for it. @returns whether any arrived */
  answer(exchange: Exchange, answer: Answer): { readonly code: number; readonly sent: boolean };
  /** Answers redeliveries that wait for a callback that has expired. @returns as above; undefined: none waits */
  answerWaiting(
    exchange: Exchange,
    answer: Answer,
  ): { readonly code: number; readonly sent: boolean } | undefined;
  /** What redeliveries from now on are answered with. */
  replace(exchange: Exchange, answer: Answer): void;
  /** Answers one delivery. */
  repeat(
    received: ReceivedFrame,
    push: Push<StreamResponse>,
    answer: Answer,
  ): { readonly code: number; readonly sent: boolean };
  /** Keeps a delivery until there is an answer, at most until its own time is over. */
  keep(exchange: Exchange, received: ReceivedFrame, push: Push<StreamResponse>): void;
  /** Redeliveries that wait are given up. */
  close(): void;
}

export function createAnswerWire(
  clock: Clock,
  settings: SessionSettings,
  duplicates: Duplicates<StreamResponse>,
): AnswerWire {
  const frameOf = createAnswerFrames();
  const { windowMs, marginMs } = settings;
  const unanswered = createUnanswered<Exchange>({ windowMs });
  const timers = new Set<Cancel>();

  function write(
    received: ReceivedFrame,
    push: Push<StreamResponse>,
    answer: Answer,
  ): { readonly code: number; readonly sent: boolean } {
    const frame = frameOf(received.frame.headers.messageId, answer);
    const sent = received.respond(frame);
    duplicates.answered(push, frame);
    return { code: frame.code, sent };
  }

  /** @param isTaken the callback itself has its answer: another frame of the same messageId gets none */
  function writeAll(waiting: readonly Redelivery[], answer: Answer, isTaken: boolean): boolean {
    let taken = isTaken;
    let sent = isTaken;
    for (const { received, push, isGuess, cancel } of waiting) {
      cancel();
      if (!isGuess && taken) continue;
      const written = write(received, push, answer).sent;
      sent ||= written;
      if (!isGuess) taken = written;
    }
    return sent;
  }

  function remove(exchange: Exchange, redelivery: Redelivery): void {
    exchange.redeliveries = exchange.redeliveries.filter((other) => other !== redelivery);
  }

  return {
    unanswered,
    answer(exchange, answer) {
      const first = write(exchange.received, exchange.push, answer);
      exchange.newest = answer;
      const waiting = exchange.redeliveries;
      // What mostly happens is to cost next to nothing.
      if (first.sent && waiting.length === 0 && unanswered.size === 0) return first;
      exchange.redeliveries = [];
      const sent = writeAll(waiting, answer, first.sent);
      if (sent) unanswered.remove(exchange);
      else unanswered.add(exchange);
      return { code: first.code, sent };
    },
    answerWaiting(exchange, answer) {
      const waiting = exchange.redeliveries;
      if (waiting.length === 0) return undefined;
      exchange.redeliveries = [];
      const sent = writeAll(waiting, answer, false);
      const frame = frameOf(exchange.exchangeId, answer);
      if (sent) {
        exchange.newest = answer;
        duplicates.answered(exchange.push, frame);
        unanswered.remove(exchange);
      }
      return { code: frame.code, sent };
    },
    replace(exchange, answer) {
      exchange.newest = answer;
      duplicates.answered(exchange.push, frameOf(exchange.exchangeId, answer));
    },
    repeat: write,
    keep(exchange, received, push) {
      const isGuess = push !== exchange.push;
      const deadline = createDeadline({
        startMs: clock.monotonic(),
        windowMs,
        marginMs,
        networkMs: received.roundTripMs ?? 0,
      });
      const stop = clock.after(deadline.answerWithinMs, () => {
        timers.delete(cancel);
        const isHeld = exchange.open?.isHeld ?? false;
        // The clock that stands is that of the messageId.
        if (isHeld && !isGuess) return;
        remove(exchange, redelivery);
        if (isHeld) write(received, push, emptyAnswer);
      });
      const cancel = () => {
        timers.delete(cancel);
        stop();
      };
      timers.add(cancel);
      const redelivery: Redelivery = { received, push, isGuess, cancel };
      exchange.redeliveries = [...exchange.redeliveries, redelivery];
    },
    close() {
      for (const cancel of timers) cancel();
    },
  };
}
