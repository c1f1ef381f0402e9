import type { Clock } from '../base/clock.js';
import { isJsonObject } from '../base/json-text.js';
import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';
import { type CardChange, type CardRecord, createCardRecord } from './card-record.js';
import type { Directory, UserIdType } from './directory.js';
import type { Settings } from './settings.js';

/** The card instances the simulator holds, with the documented merge and replace rules. */
export interface CardStore {
  /** The card with this id; of two apps' cards with the same id the newer one. */
  get(outTrackId: string): SimCard | undefined;
  /** An app sees its own cards only (card-openapi §8 item 23). */
  of(clientId: string, outTrackId: string): SimCard | undefined;
  /** The card created last. */
  latest(): SimCard | undefined;
  /** Oldest first. */
  list(): readonly SimCard[];
  create(card: NewSimCard): SimCard;
  addSpaces(card: SimCard, spaceTypes: readonly string[]): void;
  addDelivery(card: SimCard, delivery: SimDelivery): void;
  /** Changes public and private data (card-openapi §3.4). Returns who sees a change: `*` or userIds. */
  update(card: SimCard, change: CardChange): readonly string[];
  /** One streaming frame; a `guid` seen before changes nothing (card-openapi §4). */
  stream(card: SimCard, frame: SimStreamFrame): StreamOutcome;
  /**
   * Applies the answer of a callback (stream-protocol §6.4, card-openapi §3.4): public data for everyone or for the
   * clicker only (setting `answerCardData`), `userPrivateData` for the clicker. Returns who sees a change: `*` or user ids.
   */
  applyAnswer(
    outTrackId: string,
    userId: string,
    response: CardCallbackResponse,
  ): readonly string[];
  /** What one viewer sees: public, then what only they were answered, then private data, key by key. */
  viewOf(outTrackId: string, userId: string): CardParamMap | undefined;
  /** Public data as this viewer sees it: with what only they were answered. */
  publicOf(card: SimCard, userId: string): CardParamMap;
  /** What this viewer has to themselves, the very maps: reading them costs nothing. */
  ownOf(card: SimCard, userId: string): OwnData;
}

/** Undefined where there is none. */
export interface OwnData {
  readonly private: CardParamMap | undefined;
  /** What only they were answered. */
  readonly answered: CardParamMap | undefined;
  /** Whether that took the place of all public data. */
  readonly isReplaced?: boolean;
}

/** A live view: read again after a change, the maps themselves are never changed in place. */
export interface SimCard {
  readonly outTrackId: string;
  readonly cardTemplateId: string;
  /** The app that created it. */
  readonly clientId: string;
  readonly callbackType: string | undefined;
  readonly callbackRouteKey: string | undefined;
  /** 1: the keys of `privateData` are userIds, 2: unionIds. */
  readonly userIdType: UserIdType;
  readonly cardParamMap: CardParamMap;
  readonly privateData: Readonly<Record<string, CardParamMap>>;
  /** Space types it may be delivered to: those whose space model it was given. */
  readonly spaces: ReadonlySet<string>;
  /** Where it was delivered, in order. */
  readonly deliveries: readonly SimDelivery[];
  /** 1 processing, 2 inputing, 3 finished, 5 failed (card-openapi §4). Ordinary cards stay at 1. */
  readonly flowStatus: 1 | 2 | 3 | 5;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface SimDelivery {
  readonly spaceType: string;
  readonly spaceId: string;
  readonly carrierId?: string;
  /** As given with the delivery; callbacks repeat it (stream-protocol §6.1). */
  readonly extension?: Readonly<Record<string, string>>;
}

export type NewSimCard = Pick<
  SimCard,
  'outTrackId' | 'cardTemplateId' | 'clientId' | 'callbackType' | 'callbackRouteKey' | 'userIdType'
> & {
  readonly cardParamMap: CardParamMap;
  /** By viewer, in the id type of the card. */
  readonly privateData: ReadonlyMap<string, CardParamMap>;
  readonly spaces: readonly string[];
};

export interface SimStreamFrame {
  readonly guid: string;
  readonly key: string;
  readonly content: string;
  readonly isFull: boolean;
  readonly isFinalize: boolean;
  readonly isError: boolean;
  /** The template has a variable `flowStatus`: the platform writes it (card-openapi §4). */
  readonly writesFlowStatus?: boolean;
}

export type StreamOutcome = 'applied' | 'repeated' | 'too-late';

const CARD_LIMIT = 100_000;

export function createCardStore(
  clock: Clock,
  directory: Pick<Directory, 'person'>,
  settings: () => Pick<Settings, 'answerCardData'>,
): CardStore {
  const byId = new Map<string, CardRecord>();
  const byApp = new Map<string, CardRecord>();
  let latest: CardRecord | undefined;
  // SimCards handed out are the records themselves, behind a read-only type.
  const recordOf = (card: SimCard) => card as CardRecord;
  const appKey = (clientId: string, outTrackId: string) => `${clientId}\n${outTrackId}`;

  /** The id a person has inside a card's data. */
  const keyOf = (card: CardRecord, userId: string) =>
    card.userIdType === 2 ? (directory.person(userId)?.unionId ?? userId) : userId;
  const userIdOf = (card: CardRecord, key: string) =>
    directory.person(key, card.userIdType)?.userId ?? key;

  const dropOldest = () => {
    const oldest = byApp.values().next().value;
    if (!oldest) return;
    byApp.delete(appKey(oldest.clientId, oldest.outTrackId));
    if (byId.get(oldest.outTrackId) === oldest) byId.delete(oldest.outTrackId);
  };

  const change = (card: CardRecord, changes: CardChange) => {
    card.updatedAtMs = clock.now();
    card.change(changes);
    if (changes.cardParamMap) return ['*'];
    return [...(changes.privateData?.keys() ?? [])].map((key) => userIdOf(card, key));
  };

  return {
    get: (outTrackId) => byId.get(outTrackId),
    of: (clientId, outTrackId) => byApp.get(appKey(clientId, outTrackId)),
    latest: () => latest,
    list: () => [...byApp.values()],
    create(card) {
      if (byApp.size >= CARD_LIMIT) dropOldest();
      const record = createCardRecord(card, clock.now());
      byApp.set(appKey(card.clientId, card.outTrackId), record);
      byId.set(card.outTrackId, record);
      latest = record;
      return record;
    },
    addSpaces(card, spaceTypes) {
      for (const spaceType of spaceTypes) recordOf(card).spaces.add(spaceType);
    },
    addDelivery(card, delivery) {
      recordOf(card).deliveries.push(delivery);
    },
    update: (card, changes) => change(recordOf(card), changes),
    stream(card, frame) {
      const outcome = recordOf(card).stream(frame);
      if (outcome === 'applied') recordOf(card).updatedAtMs = clock.now();
      return outcome;
    },
    applyAnswer(outTrackId, userId, response) {
      const card = byId.get(outTrackId);
      if (!card) return [];
      // Unchecked on the wire: nulls and anything but an object count as absent (stream-protocol §8.1 S24).
      const publicMap = asParamMap(response.cardData?.cardParamMap);
      const privateMap = asParamMap(response.userPrivateData?.cardParamMap);
      if (!publicMap && !privateMap) return [];
      const key = keyOf(card, userId);
      const byKey = response.cardUpdateOptions;
      const forEveryone = settings().answerCardData === 'everyone';
      if (publicMap && !forEveryone) {
        card.overlay(key, publicMap, byKey?.updateCardDataByKey === true);
      }
      change(card, {
        ...(publicMap && forEveryone && { cardParamMap: publicMap }),
        ...(privateMap && { privateData: new Map([[key, privateMap]]) }),
        updateCardDataByKey: byKey?.updateCardDataByKey === true,
        updatePrivateDataByKey: byKey?.updatePrivateDataByKey === true,
      });
      return publicMap && forEveryone ? ['*'] : [userId];
    },
    viewOf(outTrackId, userId) {
      const card = byId.get(outTrackId);
      return card?.viewOf(keyOf(card, userId));
    },
    publicOf: (card, userId) => recordOf(card).publicOf(keyOf(recordOf(card), userId)),
    ownOf(card, userId) {
      const record = recordOf(card);
      const key = keyOf(record, userId);
      return {
        private: record.privateOf(key),
        answered: record.answeredOf(key),
        isReplaced: record.isReplacedFor(key),
      };
    },
  };
}

function asParamMap(value: CardParamMap | undefined): CardParamMap | undefined {
  return isJsonObject(value) ? value : undefined;
}
