import { DtcardError } from '../base/errors.js';
import type { Because } from '../log/event.js';
import type { SentCard } from '../platform/card-client.js';
import type { CardUpdate, StreamingUpdate } from '../protocol/card-api.js';
import { summarise } from './api-events.js';
import { createInOrder } from './in-order.js';
import type { SentCards } from './sent-cards.js';
import type { NewCard } from './session.js';
import type { SessionDeps } from './session-deps.js';

/** Sends and updates cards, and writes what came of it into the log. */
export interface CardSender {
  /** @throws DtcardError, after `card.failed` was logged; failed deliveries are in the result and in the log */
  send(card: NewCard, because: Because): Promise<SentCard>;
  /** @throws DtcardError, after `card.updateFailed` was logged */
  update(update: CardUpdate, because: Because): Promise<void>;
  /** One frame of text for an AI card. @throws DtcardError, after `card.streamFailed` was logged */
  stream(frame: StreamingUpdate, because: Because): Promise<void>;
  /** Waits for calls that are under way; what does not end in time is logged as uncertain. */
  settle(patienceMs: number): Promise<void>;
}

/** More than a minute's worth at the pace the platform takes (card-openapi §1.7). */
const defaultMostUnderWay = 2000;

/**
 * @param mostUnderWay calls that follow from a callback or a message are refused as E4005 beyond it:
 * nobody waits for them, so that nobody would slow down
 */
export function createCardSender(
  deps: Pick<SessionDeps, 'cards' | 'clock' | 'ids' | 'log'>,
  sentCards: SentCards,
  mostUnderWay = defaultMostUnderWay,
): CardSender {
  const { cards, clock, ids, log } = deps;
  // The last decision about a card must be the last to arrive, though a call may be repeated.
  const inOrder = createInOrder();
  /** Calls that were made and not yet answered, and whose cards they concern. */
  const underWay = new Map<Promise<unknown>, string>();

  async function noted<T>(
    outTrackId: string,
    because: Because,
    begin: () => Promise<T>,
  ): Promise<T> {
    const { size: count } = underWay;
    if (count >= mostUnderWay && Object.keys(because).length > 0) {
      throw new DtcardError('E4005', { params: { count, outTrackId } });
    }
    const call = begin();
    underWay.set(call, outTrackId);
    try {
      return await call;
    } finally {
      underWay.delete(call);
    }
  }

  return {
    async settle(patienceMs) {
      if (underWay.size === 0) return;
      let cancel = () => {};
      const outOfPatience = new Promise<void>((resolve) => {
        cancel = clock.after(patienceMs, resolve);
      });
      await Promise.race([Promise.allSettled(underWay.keys()), outOfPatience]);
      cancel();
      const detail = 'the program ended before the answer came';
      for (const outTrackId of underWay.values()) {
        log.append({ type: 'card.uncertain', outTrackId, detail });
      }
    },
    async send(card, because) {
      const draft = { ...card, outTrackId: card.outTrackId ?? ids.outTrackId() };
      const { outTrackId, cardTemplateId, openSpaceId } = draft;
      // Before the call: a callback can arrive before the answer of the call does.
      sentCards.remember(outTrackId, cardTemplateId);
      let sent: SentCard;
      try {
        sent = await noted(outTrackId, because, () =>
          inOrder(outTrackId, () => cards.createAndDeliver(draft)),
        );
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
    async stream(frame, because) {
      const { guid: _, ...shown } = frame;
      const { outTrackId, key } = shown;
      try {
        await noted(outTrackId, because, () => cards.stream(frame));
      } catch (error) {
        log.append({
          type: 'card.streamFailed',
          outTrackId,
          key,
          error: summarise(error),
          because,
        });
        throw error;
      }
      log.append({ type: 'card.streamed', ...shown, because });
    },
    async update(update, because) {
      const { outTrackId, cardParamMap, privateData, cardUpdateOptions } = update;
      try {
        await noted(outTrackId, because, () => inOrder(outTrackId, () => cards.update(update)));
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
