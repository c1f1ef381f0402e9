import { answerLayers, type CardLayers, emptyLayers, updateLayers } from './card-layers.js';
import { dropOldest } from './drop-oldest.js';
import type { AnswerReach, Because, DtcardEvent, ErrorSummary, EventOf } from './event.js';
import type { Projection } from './event-log.js';

/** `partly`: at least one target got it and at least one did not. */
export type CardPhase = 'created' | 'delivered' | 'partly' | 'undelivered' | 'uncertain' | 'failed';

export interface CardDelivery {
  readonly atMs: number;
  readonly spaceType: string;
  readonly spaceId: string;
  readonly success: boolean;
  readonly carrierId?: string;
  readonly errorMsg?: string;
}

/** A card we made, with its data folded as answers and updates say (card-layers.ts). */
export interface CardInstance extends CardLayers {
  readonly outTrackId: string;
  readonly seq: number;
  readonly atMs: number;
  readonly cardTemplateId: string;
  readonly openSpaceId: string;
  readonly phase: CardPhase;
  readonly deliveries: readonly CardDelivery[];
  readonly updates: number;
  readonly changedAtMs: number;
  readonly because: Because;
  /** Why the card, or its last update, failed. */
  readonly error?: ErrorSummary;
  readonly uncertain?: string;
}

export interface CardsView {
  get(outTrackId: string): CardInstance | undefined;
  readonly size: number;
  /** The newest card of each template, newest first. */
  recentByTemplate(limit: number): readonly CardInstance[];
}

/** Deliveries kept per card. */
const deliveryLimit = 50;

/** @param capacity cards kept; the oldest are forgotten first */
export function createCardsProjection(capacity = 10_000): Projection<CardsView> {
  const cards = new Map<string, CardInstance>();
  const newestOfTemplate = new Map<string, string>();
  /** Who tapped which card, until the tap is answered. */
  const taps = new Map<string, { readonly outTrackId: string; readonly userId: string }>();
  let reach: AnswerReach = 'everyone';
  let version = 0;

  function put(card: CardInstance): void {
    cards.set(card.outTrackId, card);
    version++;
  }

  function create(event: EventOf<'card.created'> | EventOf<'card.failed'>): void {
    put(created(event, cards.get(event.outTrackId)));
    newestOfTemplate.delete(event.cardTemplateId);
    newestOfTemplate.set(event.cardTemplateId, event.outTrackId);
    dropOldest(cards, capacity);
    dropOldest(newestOfTemplate, capacity);
  }

  const view: CardsView = {
    get: (outTrackId) => cards.get(outTrackId),
    get size() {
      return cards.size;
    },
    recentByTemplate: (limit) =>
      [...newestOfTemplate.values()]
        .reverse()
        .flatMap((outTrackId) => cards.get(outTrackId) ?? [])
        .slice(0, limit),
  };

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply(event) {
      switch (event.type) {
        case 'session.started':
          reach = event.answerReach ?? 'everyone';
          return;
        case 'card.created':
        case 'card.failed':
          return create(event);
        case 'callback.received':
        case 'callback.restored':
          taps.set(event.exchangeId, {
            outTrackId: event.callback.outTrackId,
            userId: event.callback.userId,
          });
          return dropOldest(taps, capacity);
        case 'callback.answered': {
          const tap = taps.get(event.exchangeId);
          const card = tap && cards.get(tap.outTrackId);
          // What never arrived may be answered again when the callback comes again.
          if (event.sent) taps.delete(event.exchangeId);
          if (!card || !event.response || !event.sent || event.code !== 200) return;
          return put({
            ...card,
            ...answerLayers(card, tap.userId, event.response, reach),
            updates: card.updates + 1,
            changedAtMs: event.atMs,
          });
        }
        default: {
          const card = 'outTrackId' in event ? cards.get(event.outTrackId) : undefined;
          const next = card && step(card, event);
          if (next && next !== card) put(next);
        }
      }
    },
  };
}

function created(
  event: EventOf<'card.created'> | EventOf<'card.failed'>,
  known: CardInstance | undefined,
): CardInstance {
  const failed = event.type === 'card.failed';
  return {
    outTrackId: event.outTrackId,
    seq: known?.seq ?? event.seq,
    atMs: known?.atMs ?? event.atMs,
    cardTemplateId: event.cardTemplateId,
    openSpaceId: event.openSpaceId,
    phase: failed ? 'failed' : 'created',
    cardParamMap: failed ? (known?.cardParamMap ?? {}) : event.cardParamMap,
    privateData: (failed ? known?.privateData : event.privateData) ?? {},
    seenBy: (failed ? known?.seenBy : undefined) ?? emptyLayers.seenBy,
    deliveries: known?.deliveries ?? [],
    updates: known?.updates ?? 0,
    changedAtMs: event.atMs,
    because: event.because,
    ...(failed ? { error: event.error } : {}),
  };
}

function step(card: CardInstance, event: DtcardEvent): CardInstance {
  switch (event.type) {
    case 'card.delivered':
    case 'card.undelivered': {
      const delivery: CardDelivery = {
        atMs: event.atMs,
        spaceType: event.spaceType,
        spaceId: event.spaceId,
        success: event.type === 'card.delivered',
        ...(event.type === 'card.undelivered' ? { errorMsg: event.errorMsg } : {}),
        ...(event.type === 'card.delivered' && event.carrierId !== undefined
          ? { carrierId: event.carrierId }
          : {}),
      };
      const deliveries = [...card.deliveries, delivery].slice(-deliveryLimit);
      return { ...card, deliveries, phase: phaseOf(deliveries), changedAtMs: event.atMs };
    }
    case 'card.uncertain':
      return { ...card, phase: 'uncertain', uncertain: event.detail, changedAtMs: event.atMs };
    case 'card.updated':
      return {
        ...card,
        ...updateLayers(card, event),
        updates: card.updates + 1,
        changedAtMs: event.atMs,
      };
    case 'card.streamed':
      return { ...card, ...streamed(card, event), changedAtMs: event.atMs };
    case 'card.streamFailed':
    case 'card.updateFailed':
      return { ...card, error: event.error, changedAtMs: event.atMs };
    default:
      return card;
  }
}

function phaseOf(deliveries: readonly CardDelivery[]): CardPhase {
  const good = deliveries.filter((delivery) => delivery.success).length;
  if (good === deliveries.length) return 'delivered';
  return good === 0 ? 'undelivered' : 'partly';
}

/** The platform writes the state of the card along with the text (card-openapi §4). */
function streamed(card: CardLayers, frame: EventOf<'card.streamed'>): CardLayers {
  const { key, content, isFull, isFinalize, isError } = frame;
  const before = card.cardParamMap;
  const known = Object.hasOwn(before, key) ? (before[key] ?? '') : '';
  const flowStatus = isError ? '5' : isFinalize ? '3' : '2';
  return updateLayers(card, {
    cardParamMap: { flowStatus, [key]: isFull ? content : known + content },
    cardUpdateOptions: { updateCardDataByKey: true },
  });
}
