import type { SimCard, SimDelivery } from './card-store.js';
import type { Directory } from './directory.js';
import type { SimPerson } from './world.js';

/** Where a person has a card in front of them. */
export interface CardSpace {
  /** The `cid…` of the chat, as callbacks report it. */
  readonly spaceId: string;
  readonly delivery: SimDelivery;
}

/**
 * The delivery through which a person sees a card; undefined when none reaches them. The last one
 * counts when there are several, as it is the one at the bottom of the chat.
 */
export function spaceOf(
  card: SimCard,
  person: SimPerson,
  directory: Directory,
): CardSpace | undefined {
  for (let at = card.deliveries.length - 1; at >= 0; at--) {
    const delivery = card.deliveries[at] as SimDelivery;
    const isPersonal = delivery.spaceType === 'IM_ROBOT' || delivery.spaceType === 'CO_FEED';
    if (!isPersonal) {
      const chat = directory.conversation(delivery.spaceId);
      if (chat?.members.includes(person.userId)) return { spaceId: delivery.spaceId, delivery };
    } else if (delivery.spaceId === person.userId || delivery.spaceId === person.unionId) {
      const chat = directory.singleChat(
        person.userId,
        directory.app(card.clientId)?.robotCode ?? '',
      );
      return { spaceId: chat?.conversationId ?? delivery.spaceId, delivery };
    }
  }
  return undefined;
}
