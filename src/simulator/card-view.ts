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
  /** 1 processing, 2 inputing, 3 finished, 5 failed (card-openapi §4). */
  readonly flowStatus: SimCard['flowStatus'];
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
  /** Public data as they see it: what only they were answered is part of it. */
  readonly cardData: CardParamMap;
  /** Their own. */
  readonly userPrivateData: CardParamMap;
}

export function summarizeCard(card: SimCard): CardSummary {
  return {
    outTrackId: card.outTrackId,
    cardTemplateId: card.cardTemplateId,
    clientId: card.clientId,
    ...(card.callbackType === undefined ? {} : { callbackType: card.callbackType }),
    deliveries: card.deliveries,
    cardParamMap: card.cardParamMap,
    flowStatus: card.flowStatus,
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
    cardData: context.cards.publicOf(card, person.userId),
    userPrivateData: context.cards.ownOf(card, person.userId).private ?? {},
  };
}
