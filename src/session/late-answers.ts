import type { Answer } from '../answer/answer.js';
import type { Clock } from '../base/clock.js';
import type { AnswerSource } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import type { CardUpdate } from '../protocol/card-api.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type { CardSender } from './card-sender.js';
import type { Exchange } from './exchange-state.js';
import type { AnswerOutcome } from './session.js';

/**
 * Callbacks whose one answer has left, or never arrived: what is decided now goes out as a card update
 * with the same meaning. The newest ones are kept; each further decision is a further update.
 */
export interface LateAnswers {
  open(exchange: Exchange): void;
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
  /** A decision that missed the wire: a rule that took too long, an answer whose socket was gone. */
  deliver(exchange: Exchange, answer: Answer, source: AnswerSource, rule?: string): AnswerOutcome;
}

export function createLateAnswers(
  clock: Clock,
  log: EventLog,
  sender: CardSender,
  capacity = 1000,
): LateAnswers {
  const open = new Map<string, Exchange>();

  function deliver(
    exchange: Exchange,
    answer: Answer,
    source: AnswerSource,
    rule?: string,
  ): AnswerOutcome {
    // Nothing can be refused or acknowledged any more; the card stays as it is.
    if (answer.kind !== 'update') return 'gone';
    const { exchangeId } = exchange;
    const { response } = answer;
    const tookMs = clock.monotonic() - exchange.startedMs;
    const named = rule === undefined ? {} : { rule };
    log.append({ type: 'callback.late', exchangeId, source, ...named, response, tookMs });
    // A failure is in the log as `card.updateFailed`.
    sender
      .update(updateOf(exchange.callback, response), { exchangeId, ...named })
      .catch(() => undefined);
    return 'late';
  }

  return {
    open(exchange) {
      open.set(exchange.exchangeId, exchange);
      if (open.size <= capacity) return;
      const oldest = open.keys().next();
      if (!oldest.done) open.delete(oldest.value);
    },
    answer(exchangeId, answer) {
      const exchange = open.get(exchangeId);
      return exchange ? deliver(exchange, answer, 'manual') : 'gone';
    },
    deliver,
  };
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
