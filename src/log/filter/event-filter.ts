import type { BotMessage } from '../../protocol/bot-message.js';
import { createCardsProjection } from '../cards.js';
import type { DtcardEvent } from '../event.js';
import { createExchangesProjection } from '../exchange.js';
import { createKnownNames } from '../known-names.js';
import type { Filter } from './filter.js';
import { eventSubject, type KnownAbout } from './filter-subject.js';

/** Messages, callbacks and cards remembered, so that later events about them can be judged. */
const remembered = 500;

/**
 * A filter over the events of a log. Every event is to be given, once and in order: what earlier ones
 * told of a callback, a card or a name is used for the later ones.
 * @param aliasesOf what the project calls a cardTemplateId
 */
export function createEventFilter(
  filter: Filter,
  aliasesOf?: (cardTemplateId: string) => readonly string[],
): (event: DtcardEvent) => boolean {
  const exchanges = createExchangesProjection(remembered);
  const cards = createCardsProjection(remembered);
  const names = createKnownNames();
  const messages = new Map<string, BotMessage>();
  const known: KnownAbout = {
    exchanges: exchanges.read(),
    cards: cards.read(),
    names: {
      nickOf: (userId) => names.nameOf(userId),
      placeOf: (spaceId) => names.place(spaceId),
      ...(aliasesOf && { aliasesOf }),
    },
    messageOf: (msgId) => messages.get(msgId),
  };

  function remember(message: BotMessage): void {
    messages.set(message.msgId, message);
    if (messages.size <= remembered) return;
    for (const oldest of messages.keys()) {
      messages.delete(oldest);
      return;
    }
  }

  return (event) => {
    names.apply(event);
    exchanges.apply(event);
    cards.apply(event);
    if (event.type === 'message.received') remember(event.message);
    return filter.test(eventSubject(event, known));
  };
}
