import type { Because } from '../log/event.js';
import type { SentCard } from '../platform/card-client.js';
import type { CardUpdate } from '../protocol/card-api.js';
import { summarise } from './api-events.js';
import type { SentCards } from './sent-cards.js';
import type { NewCard } from './session.js';
import type { SessionDeps } from './session-deps.js';

/** Sends and updates cards, and writes what came of it into the log. */
export interface CardSender {
  /** @throws DtcardError, after `card.failed` was logged; failed deliveries are in the result and in the log */
  send(card: NewCard, because: Because): Promise<SentCard>;
  /** @throws DtcardError, after `card.updateFailed` was logged */
  update(update: CardUpdate, because: Because): Promise<void>;
}

export function createCardSender(
  deps: Pick<SessionDeps, 'cards' | 'ids' | 'log'>,
  sentCards: SentCards,
): CardSender {
  const { cards, ids, log } = deps;
  return {
    async send(card, because) {
      const draft = { ...card, outTrackId: card.outTrackId ?? ids.outTrackId() };
      const { outTrackId, cardTemplateId, openSpaceId } = draft;
      // Before the call: a callback can arrive before the answer of the call does.
      sentCards.remember(outTrackId, cardTemplateId);
      let sent: SentCard;
      try {
        sent = await cards.createAndDeliver(draft);
      } catch (error) {
        const summary = summarise(error);
        log.append({
          type: 'card.failed',
          outTrackId,
          cardTemplateId,
          openSpaceId,
          error: summary,
          because,
        });
        throw error;
      }
      const { cardParamMap, privateData } = draft;
      log.append(
        {
          type: 'card.created',
          outTrackId,
          cardTemplateId,
          openSpaceId,
          cardParamMap,
          ...(privateData ? { privateData } : {}),
          because,
        },
        ...sent.deliverResults.map((result) => {
          const { spaceType, spaceId, carrierId } = result;
          const where = { outTrackId, spaceType, spaceId, because };
          return result.success
            ? ({ type: 'card.delivered', ...where, ...(carrierId ? { carrierId } : {}) } as const)
            : ({ type: 'card.undelivered', ...where, errorMsg: result.errorMsg ?? '' } as const);
        }),
      );
      return sent;
    },
    async update(update, because) {
      const { outTrackId, cardParamMap, privateData, cardUpdateOptions } = update;
      try {
        await cards.update(update);
      } catch (error) {
        log.append({ type: 'card.updateFailed', outTrackId, error: summarise(error), because });
        throw error;
      }
      log.append({
        type: 'card.updated',
        outTrackId,
        ...(cardParamMap ? { cardParamMap } : {}),
        ...(privateData ? { privateData } : {}),
        ...(cardUpdateOptions ? { cardUpdateOptions } : {}),
        because,
      });
    },
  };
}
