import type { Clock } from '../base/clock.js';
import type { EventLog } from '../log/event-log.js';
import type { CardUpdate } from '../protocol/card-api.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type { CardSender } from './card-sender.js';
import type { Answer, Exchange } from './exchange-state.js';
import type { AnswerOutcome } from './session.js';

/** Callbacks that were acknowledged empty: a decision that comes now goes out as a card update. */
export interface LateAnswers {
  open(exchange: Exchange): void;
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
}

export function createLateAnswers(
  clock: Clock,
  log: EventLog,
  sender: CardSender,
  capacity = 1000,
): LateAnswers {
  const acknowledged = new Map<string, Exchange>();
  return {
    open(exchange) {
      acknowledged.set(exchange.exchangeId, exchange);
      if (acknowledged.size <= capacity) return;
      const oldest = acknowledged.keys().next();
      if (!oldest.done) acknowledged.delete(oldest.value);
    },
    answer(exchangeId, answer) {
      const exchange = acknowledged.get(exchangeId);
      // Nothing can be refused or acknowledged any more; the card stays as it is.
      if (!exchange || answer.kind !== 'update') return 'gone';
      acknowledged.delete(exchangeId);
      const { response } = answer;
      const tookMs = clock.monotonic() - exchange.startedMs;
      log.append({ type: 'callback.late', exchangeId, source: 'manual', response, tookMs });
      // A failure is in the log as `card.updateFailed`.
      sender.update(updateOf(exchange.callback, response), { exchangeId }).catch(() => undefined);
      return 'late';
    },
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
