import type { Decision, DecisionOutcome } from '../answer/callback-ends.js';
import type { Clock } from '../base/clock.js';
import type { EventLog } from '../log/event-log.js';
import type { CardUpdate } from '../protocol/card-api.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type { CardSender } from './card-sender.js';
import type { LateExchange } from './exchange-state.js';

/**
 * Callbacks whose one answer has left, or never arrived: what is decided now goes out as a card update
 * with the same meaning. The newest ones are kept; each further decision is a further update.
 */
export interface LateAnswers<E extends LateExchange> {
  open(exchange: E): void;
  get(exchangeId: string): E | undefined;
  /** A decision that missed the wire. One that says nothing about the card is in the log as dropped. */
  deliver(exchange: LateExchange, decision: Decision): Exclude<DecisionOutcome, 'answered'>;
}

export function createLateAnswers<E extends LateExchange>(
  clock: Clock,
  log: EventLog,
  sender: Pick<CardSender, 'update'>,
  capacity = 1000,
): LateAnswers<E> {
  const open = new Map<string, E>();

  return {
    open(exchange) {
      open.delete(exchange.exchangeId);
      open.set(exchange.exchangeId, exchange);
      if (open.size <= capacity) return;
      const oldest = open.keys().next();
      if (!oldest.done) open.delete(oldest.value);
    },
    get: (exchangeId) => open.get(exchangeId),
    deliver({ exchangeId, callback, startedMs }, { answer, source, rule }) {
      const decided = { exchangeId, source, ...(rule === undefined ? {} : { rule }) };
      // Nothing can be refused or acknowledged any more; the card stays as it is.
      if (answer.kind !== 'update') {
        log.append({ type: 'callback.dropped', ...decided, reason: 'nothing-to-update' });
        return 'gone';
      }
      const { response } = answer;
      const tookMs = tookSince(clock, startedMs);
      log.append({ type: 'callback.late', ...decided, response, tookMs });
      const because = { exchangeId, ...(rule === undefined ? {} : { rule }) };
      // A failure is in the log as `card.updateFailed`.
      sender.update(updateOf(callback, response), because).catch(() => undefined);
      return 'late';
    },
  };
}

/** To the microsecond; more digits are noise. */
export function tookSince(clock: Clock, startedMs: number): number {
  return Math.round((clock.monotonic() - startedMs) * 1000) / 1000;
}

/**
 * The update that means what the answer would have meant: the clicker's private data is keyed by
 * user here (stream-protocol §6.4). Public data reaches everyone, whoever would have seen the answer.
 */
export function updateOf(callback: CardCallback, response: CardCallbackResponse): CardUpdate {
  const { cardData, userPrivateData, cardUpdateOptions } = response;
  return {
    outTrackId: callback.outTrackId,
    ...(cardData ? { cardParamMap: cardData.cardParamMap } : {}),
    ...(userPrivateData ? { privateData: { [callback.userId]: userPrivateData } } : {}),
    ...(cardUpdateOptions ? { cardUpdateOptions } : {}),
    userIdType: callback.userIdType === 2 ? 2 : 1,
  };
}
