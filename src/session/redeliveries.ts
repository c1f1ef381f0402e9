import type { Decision } from '../answer/callback-ends.js';
import type { Push } from '../answer/duplicates.js';
import type { Clock } from '../base/clock.js';
import { redactText } from '../base/redact.js';
import type { EventLog } from '../log/event-log.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { parseCardCallback } from '../protocol/card-callback.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import type { AnswerWire } from './answer-wire.js';
import { answeredEvent } from './answered-event.js';
import type { Exchange } from './exchange-state.js';
import type { TapRules } from './tap-rules.js';

/** Callbacks that come again: they get the same answer, now or when there is one. */
export interface Redeliveries {
  /** @returns false for a callback that comes for the first time */
  take(received: ReceivedFrame, push: Push<StreamResponse>): boolean;
}

export interface RedeliveriesParts {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly wire: AnswerWire;
  readonly rules: Pick<TapRules, 'again'>;
  readonly followUps: (exchange: Exchange, decision: Decision) => void;
  /** What is still in the books. */
  readonly find: (exchangeId: string) => Exchange | undefined;
}

/** MessageIds kept under which callbacks came again. */
const otherIdsKept = 1000;

export function createRedeliveries({
  clock,
  log,
  wire,
  rules,
  followUps,
  find,
}: RedeliveriesParts): Redeliveries {
  /** The exchangeId of callbacks that came again under another messageId. */
  const otherIds = new Map<string, string>();

  function guess({ connectionId, frame }: ReceivedFrame): Exchange | undefined {
    const exchange = wire.unanswered.repeatedBy(frame.data, connectionId, clock.monotonic());
    if (!exchange) return undefined;
    exchange.guesses++;
    otherIds.set(frame.headers.messageId, exchange.exchangeId);
    for (const oldest of otherIds.keys()) {
      if (otherIds.size <= otherIdsKept) break;
      otherIds.delete(oldest);
    }
    return exchange;
  }

  function tell(received: ReceivedFrame, exchangeId: string): void {
    const { connectionId, frame, raw } = received;
    const { messageId } = frame.headers;
    const isGuess = otherIds.get(messageId) === exchangeId ? ({ isGuess: true } as const) : {};
    const where = { exchangeId, connectionId, messageId, ...isGuess };
    log.append({ type: 'callback.duplicate', ...where, raw: redactText(raw) });
  }

  /** A rule that says `again` decides anew. */
  function decideAgain(
    received: ReceivedFrame,
    push: Push<StreamResponse>,
    exchange: Exchange | undefined,
    exchangeId: string,
  ): boolean {
    if (exchange?.open?.isWaiting) return false;
    const callback = exchange?.callback ?? parseCardCallback(received.frame.data).callback;
    const decision = rules.again(callback);
    if (!decision) return false;
    const startedMs = clock.monotonic();
    const written = wire.repeat(received, push, decision.answer);
    if (exchange) wire.replace(exchange, decision.answer);
    if (exchange && written.sent) wire.unanswered.remove(exchange);
    tell(received, exchangeId);
    const again = { exchangeId, callback, startedMs };
    log.append(answeredEvent(clock, again, decision, written));
    if (exchange) followUps(exchange, decision);
    return true;
  }

  /** The answer there is; told as an answer only where the first delivery did not get it. */
  function repeat(received: ReceivedFrame, push: Push<StreamResponse>, exchange: Exchange): void {
    const { newest: answer, exchangeId } = exchange;
    if (!answer) return;
    const wasUnanswered = wire.unanswered.get(exchangeId) === exchange;
    const written = wire.repeat(received, push, answer);
    tell(received, exchangeId);
    if (!wasUnanswered || !written.sent) return;
    wire.unanswered.remove(exchange);
    log.append(answeredEvent(clock, exchange, { answer, source: 'duplicate' }, written));
  }

  return {
    take(received, push) {
      const isRepeated = push.deliveries > 1;
      // What mostly happens is to cost next to nothing.
      if (!isRepeated && wire.unanswered.size === 0) return false;
      const { messageId } = received.frame.headers;
      const firstId = otherIds.get(messageId) ?? messageId;
      // One whose clock stood is known for longer than its delivery is.
      const known = find(firstId) ?? (isRepeated ? wire.unanswered.get(firstId) : guess(received));
      if (!isRepeated && !known) return false;
      const exchangeId = known?.exchangeId ?? firstId;
      if (decideAgain(received, push, known, exchangeId)) return true;
      if (known?.newest) {
        repeat(received, push, known);
        return true;
      }
      if (known) wire.keep(known, received, push);
      // Answered again with the same words.
      else if (push.answer) received.respond(push.answer);
      tell(received, exchangeId);
      return true;
    },
  };
}
