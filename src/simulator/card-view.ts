import type { CardParamMap } from '../protocol/card-callback.js';
import { spaceOf } from './card-space.js';
import type { SimCard, SimDelivery } from './card-store.js';
import { findCard } from './lookups.js';
import type { SimContext } from './sim-context.js';
import type { SimPerson } from './world.js';

/** A card as the control API shows it. */
export interface CardSummary {
  readonly outTrackId: string;
  readonly cardTemplateId: string;
  readonly clientId: string;
  readonly callbackType?: string;
  readonly deliveries: readonly SimDelivery[];
  readonly cardParamMap: CardParamMap;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** The same with what one person sees. */
export interface CardView extends CardSummary {
  readonly userId: string;
  /** Whether any delivery reaches them. */
  readonly visible: boolean;
  /** Public data with their own laid over it. */
  readonly view: CardParamMap;
}

export function summarizeCard(card: SimCard): CardSummary {
  return {
    outTrackId: card.outTrackId,
    cardTemplateId: card.cardTemplateId,
    clientId: card.clientId,
    ...(card.callbackType === undefined ? {} : { callbackType: card.callbackType }),
    deliveries: card.deliveries,
    cardParamMap: card.cardParamMap,
    createdAtMs: card.createdAtMs,
    updatedAtMs: card.updatedAtMs,
  };
}

/** @throws E5002 `unknown-card` */
export function viewCard(context: SimContext, outTrackId: string, person: SimPerson): CardView {
  const card = findCard(context, outTrackId);
  return {
    ...summarizeCard(card),
    userId: person.userId,
    visible: spaceOf(card, person, context.directory) !== undefined,
    view: context.cards.viewOf(card.outTrackId, person.userId) ?? {},
  };
}
