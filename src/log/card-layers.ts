import { type JsonValue, toParamText } from '../base/json-text.js';
import type { PrivateData } from '../protocol/card-api.js';
import type {
  CardCallbackResponse,
  CardParamMap,
  CardUpdateOptions,
} from '../protocol/card-callback.js';
import { dropOldest } from './drop-oldest.js';
import type { AnswerReach } from './event.js';

/**
 * The data of a card as different people see it: what everyone has, over it what one person alone was
 * answered, over that what is private to them. Maps are replaced, never changed in place.
 */
export interface CardLayers {
  readonly cardParamMap: CardParamMap;
  readonly privateData: PrivateData;
  /** Public data that was answered to one person only (reach `clicker`), by userId. */
  readonly seenBy: ReadonlyMap<string, AnsweredLayer>;
}

export interface AnsweredLayer {
  readonly cardParamMap: CardParamMap;
  /** The answer replaced the whole public map: what this one does not hold is gone for this person. */
  readonly replaces: boolean;
}

/** What an update of a card says (card-openapi §2.6). */
export interface LayersUpdate {
  readonly cardParamMap?: CardParamMap;
  readonly privateData?: PrivateData;
  readonly cardUpdateOptions?: CardUpdateOptions;
}

const nobody: CardLayers['seenBy'] = new Map();

export const emptyLayers: CardLayers = { cardParamMap: {}, privateData: {}, seenBy: nobody };

/** The answer to a tap of `userId` (stream-protocol §6.4). */
export function answerLayers(
  layers: CardLayers,
  userId: string,
  response: CardCallbackResponse,
  reach: AnswerReach,
): CardLayers {
  const { cardUpdateOptions } = response;
  const given = response.cardData?.cardParamMap;
  const mine = response.userPrivateData?.cardParamMap;
  const privateData = mine && { [userId]: { cardParamMap: mine } };
  const isForAll = reach === 'everyone';
  const next = updateLayers(layers, {
    ...(given && isForAll && { cardParamMap: given }),
    ...(privateData && { privateData }),
    ...(cardUpdateOptions && { cardUpdateOptions }),
  });
  if (!given || isForAll) return next;
  const byKey = cardUpdateOptions?.updateCardDataByKey === true;
  const before = byKey ? layers.seenBy.get(userId) : undefined;
  const layer: AnsweredLayer = {
    cardParamMap: { ...before?.cardParamMap, ...texts(given) },
    replaces: byKey ? (before?.replaces ?? false) : true,
  };
  const seenBy = new Map(next.seenBy);
  seenBy.set(userId, layer);
  dropOldest(seenBy, mostAnswered);
  return { ...next, seenBy };
}

/** People of one card whose own answers are remembered; of others what everyone sees is told. */
export const mostAnswered = 500;

export function updateLayers(layers: CardLayers, update: LayersUpdate): CardLayers {
  const { cardParamMap, cardUpdateOptions } = update;
  const shown = cardParamMap
    ? publish(layers, texts(cardParamMap), cardUpdateOptions?.updateCardDataByKey === true)
    : layers;
  let { privateData } = shown;
  for (const [userId, data] of Object.entries(update.privateData ?? {})) {
    const byKey = cardUpdateOptions?.updatePrivateDataByKey === true;
    const known = byKey ? own(privateData, userId)?.cardParamMap : undefined;
    const map = { ...known, ...texts(data?.cardParamMap ?? {}) };
    privateData = { ...privateData, [userId]: { cardParamMap: map } };
  }
  return privateData === shown.privateData ? shown : { ...shown, privateData };
}

/** Public data as one person sees it; without a userId, as those who never tapped do. */
export function publicOf(layers: CardLayers, userId: string | undefined): CardParamMap {
  const layer = userId === undefined ? undefined : layers.seenBy.get(userId);
  if (!layer) return layers.cardParamMap;
  return layer.replaces ? layer.cardParamMap : { ...layers.cardParamMap, ...layer.cardParamMap };
}

export function privateOf(layers: CardLayers, userId: string | undefined): CardParamMap {
  return (userId === undefined ? undefined : own(layers.privateData, userId)?.cardParamMap) ?? {};
}

/** All that one person sees, their private data over the public. */
export function seenOf(layers: CardLayers, userId: string | undefined): CardParamMap {
  return { ...publicOf(layers, userId), ...privateOf(layers, userId) };
}

/** What is written for everyone shows again where an answer to one person had covered it. */
function publish(layers: CardLayers, map: CardParamMap, byKey: boolean): CardLayers {
  if (!byKey) return { ...layers, cardParamMap: map, seenBy: nobody };
  const seenBy = new Map(layers.seenBy);
  for (const [userId, layer] of layers.seenBy) seenBy.set(userId, uncovered(layer, map));
  return { ...layers, cardParamMap: { ...layers.cardParamMap, ...map }, seenBy };
}

function uncovered({ cardParamMap, replaces }: AnsweredLayer, map: CardParamMap): AnsweredLayer {
  if (replaces) return { cardParamMap: { ...cardParamMap, ...map }, replaces };
  const left = Object.entries(cardParamMap).filter(([name]) => !Object.hasOwn(map, name));
  return { cardParamMap: Object.fromEntries(left), replaces };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Answers are written by people and programs: what is no text is kept as JSON text, null not at all. */
function texts(map: CardParamMap): CardParamMap {
  const entries: readonly [string, unknown][] = Object.entries(map);
  if (entries.every(([, value]) => typeof value === 'string')) return map;
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, toParamText(value as JsonValue)]],
    ),
  );
}
