import type { JsonValue } from '../base/json-text.js';
import { toParamText } from '../base/json-text.js';
import type { CardDraft, CardUpdate, PrivateData, SpaceType } from './card-api.js';
import type { CardParamMap, CardUpdateOptions } from './card-callback.js';
import { parseOpenSpaceId } from './open-space-id.js';

/** Body of `POST /v1.0/card/instances/createAndDeliver` (card-openapi §2.2), as far as we send it. */
export interface CreateAndDeliverBody extends SpaceModels {
  readonly cardTemplateId: string;
  readonly outTrackId: string;
  readonly callbackType: 'STREAM';
  readonly cardData: { readonly cardParamMap: CardParamMap };
  readonly privateData?: PrivateData;
  readonly openSpaceId: string;
  readonly userId?: string;
  readonly userIdType: 1 | 2;
}

interface SpaceModels {
  readonly imGroupOpenSpaceModel?: { readonly supportForward: boolean };
  readonly imGroupOpenDeliverModel?: { readonly robotCode: string };
  readonly imRobotOpenSpaceModel?: { readonly supportForward: boolean };
  readonly imRobotOpenDeliverModel?: { readonly spaceType: string };
  readonly imSingleOpenSpaceModel?: { readonly supportForward: boolean };
  readonly imSingleOpenDeliverModel?: Readonly<Record<string, never>>;
  readonly topOpenSpaceModel?: { readonly spaceType: string };
  readonly topOpenDeliverModel?: { readonly expiredTimeMillis: number };
  readonly coFeedOpenSpaceModel?: { readonly title: string };
  readonly coFeedOpenDeliverModel?: { readonly bizTag: string; readonly gmtTimeLine: number };
  readonly docOpenDeliverModel?: { readonly userId: string };
}

export interface CardRequestContext {
  /** The app's clientId, unless the bot of a scene group was set up apart (card-openapi §2.2). */
  readonly robotCode: string;
  readonly nowMs: number;
}

/** How long a card stays in the top box of a chat when nobody closes it. */
const TOP_BOX_MS = 24 * 60 * 60 * 1000;

/** Every card calls back over Stream, and brings the models its targets need. */
export function createAndDeliverBody(
  draft: CardDraft,
  context: CardRequestContext,
): CreateAndDeliverBody {
  const parsed = parseOpenSpaceId(draft.openSpaceId);
  const spaceTypes = parsed.ok ? new Set(parsed.targets.map((target) => target.spaceType)) : [];
  let models: SpaceModels = {};
  for (const spaceType of spaceTypes) {
    models = { ...models, ...modelsFor(spaceType, draft, context) };
  }
  return {
    cardTemplateId: draft.cardTemplateId,
    outTrackId: draft.outTrackId,
    callbackType: 'STREAM',
    cardData: { cardParamMap: paramTexts(draft.cardParamMap) },
    ...(draft.privateData ? { privateData: privateTexts(draft.privateData) } : {}),
    openSpaceId: draft.openSpaceId,
    ...(draft.userId === undefined ? {} : { userId: draft.userId }),
    userIdType: draft.userIdType ?? 1,
    ...models,
  };
}

function modelsFor(
  spaceType: SpaceType,
  draft: CardDraft,
  { robotCode, nowMs }: CardRequestContext,
): SpaceModels {
  switch (spaceType) {
    case 'IM_GROUP':
      return {
        imGroupOpenSpaceModel: { supportForward: true },
        imGroupOpenDeliverModel: { robotCode },
      };
    case 'IM_ROBOT':
      return {
        imRobotOpenSpaceModel: { supportForward: true },
        // An empty object counts as no model at all (card-openapi §2.2).
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      };
    case 'IM_SINGLE':
      return {
        imSingleOpenSpaceModel: { supportForward: false },
        imSingleOpenDeliverModel: {},
      };
    case 'ONE_BOX':
      return {
        topOpenSpaceModel: { spaceType: 'ONE_BOX' },
        topOpenDeliverModel: { expiredTimeMillis: nowMs + TOP_BOX_MS },
      };
    case 'CO_FEED':
      return {
        coFeedOpenSpaceModel: { title: draft.cardTemplateId },
        coFeedOpenDeliverModel: { bizTag: 'dtcard', gmtTimeLine: nowMs },
      };
    case 'DOC':
      return { docOpenDeliverModel: { userId: draft.userId ?? '' } };
  }
}

/** Body of `PUT /v1.0/card/instances` (card-openapi §2.6). */
export interface UpdateBody {
  readonly outTrackId: string;
  readonly cardData?: { readonly cardParamMap: CardParamMap };
  readonly privateData?: PrivateData;
  readonly cardUpdateOptions?: CardUpdateOptions;
  readonly userIdType: 1 | 2;
}

export function updateBody(update: CardUpdate): UpdateBody {
  return {
    outTrackId: update.outTrackId,
    ...(update.cardParamMap ? { cardData: { cardParamMap: paramTexts(update.cardParamMap) } } : {}),
    ...(update.privateData ? { privateData: privateTexts(update.privateData) } : {}),
    ...(update.cardUpdateOptions ? { cardUpdateOptions: update.cardUpdateOptions } : {}),
    userIdType: update.userIdType ?? 1,
  };
}

/** The SDK sends numbers and booleans as they are; the platform wants text (card-openapi §3.1). */
function paramTexts(map: CardParamMap): CardParamMap {
  const given = Object.entries(map as Readonly<Record<string, JsonValue | undefined>>);
  return Object.fromEntries(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, toParamText(value)]])),
  );
}

function privateTexts(data: PrivateData): PrivateData {
  return Object.fromEntries(
    Object.entries(data).map(([userId, { cardParamMap }]) => [
      userId,
      { cardParamMap: paramTexts(cardParamMap) },
    ]),
  );
}
