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
  /** @param isDecided those nobody has decided are kept apart: others that are busy do not push them out */
  open(exchange: E, isDecided: boolean): void;
  get(exchangeId: string): E | undefined;
  /**
   * A decision that missed the wire. One that says nothing about the card is in the log as dropped.
   * @param arrived told when the card has it
   */
  deliver(
    exchange: LateExchange,
    decision: Decision,
    arrived?: () => void,
  ): Exclude<DecisionOutcome, 'answered'>;
}

/** How many are kept. */
export interface LateCapacity {
  readonly decided: number;
  readonly undecided: number;
}

export function createLateAnswers<E extends LateExchange>(
  clock: Clock,
  log: EventLog,
  sender: Pick<CardSender, 'update'>,
  capacity: LateCapacity,
): LateAnswers<E> {
  const decided = new Map<string, E>();
  const undecided = new Map<string, E>();

  function keep(exchange: E, isDecided: boolean): void {
    const { exchangeId } = exchange;
    decided.delete(exchangeId);
    undecided.delete(exchangeId);
    const kept = isDecided ? decided : undecided;
    kept.set(exchangeId, exchange);
    if (kept.size <= (isDecided ? capacity.decided : capacity.undecided)) return;
    const oldest = kept.keys().next();
    if (!oldest.done) kept.delete(oldest.value);
  }

  return {
    open: keep,
    get: (exchangeId) => undecided.get(exchangeId) ?? decided.get(exchangeId),
    deliver({ exchangeId, callback, startedMs }, { answer, source, rule }, arrived) {
      const told = { exchangeId, source, ...(rule === undefined ? {} : { rule }) };
      // Nothing can be refused or acknowledged any more; the card stays as it is.
      if (answer.kind !== 'update') {
        log.append({ type: 'callback.dropped', ...told, reason: 'nothing-to-update' });
        return 'gone';
      }
      const known = undecided.get(exchangeId);
      if (known) keep(known, true);
      const { response } = answer;
      const tookMs = tookSince(clock, startedMs);
      log.append({ type: 'callback.late', ...told, response, tookMs });
      const because = { exchangeId, ...(rule === undefined ? {} : { rule }) };
      // A failure is in the log as `card.updateFailed`.
      sender.update(updateOf(callback, response), because).then(arrived, () => undefined);
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
