import { isJsonObject, type JsonObject } from '../base/json-text.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall, ApiRoute } from './api-gate.js';
import {
  checkCardSize,
  fieldText,
  readCardParamMap,
  readPrivateData,
  readUserIdType,
  requiredText,
} from './card-fields.js';
import type { NewSimCard, SimCard } from './card-store.js';
import { checkTemplate } from './card-template-check.js';
import { checkDynamicData } from './dynamic-data-check.js';
import { readSpaceModels } from './open-space-check.js';

/** `POST /v1.0/card/instances` (card-openapi §2.4). */
export const cardCreateRoute: ApiRoute = {
  method: 'POST',
  path: '/v1.0/card/instances',
  scope: 'Card.Instance.Write',
  required: ['cardTemplateId', 'outTrackId', 'cardData'],
  run(call) {
    const draft = readNewCard(call);
    if (!draft.ok) return draft;
    const created = createCard(call, draft.value);
    if (!created.ok) return created;
    return done({ success: true, result: created.value.outTrackId });
  },
};

/** Everything about the card itself, in the order of the documentation's fields. */
export function readNewCard(call: ApiCall): Outcome<NewSimCard> {
  const { body, app } = call;
  const cardTemplateId = requiredText(body, 'cardTemplateId', 'param.cardTemplateIdEmpty');
  if (!cardTemplateId.ok) return cardTemplateId;
  const outTrackId = readOutTrackId(call);
  if (!outTrackId.ok) return outTrackId;
  const cardParamMap = readPublicData(call);
  if (!cardParamMap.ok) return cardParamMap;
  const userIdType = readUserIdType(body);
  if (!userIdType.ok) return userIdType;
  const creator = checkCreator(call, userIdType.value);
  if (!creator.ok) return creator;
  const template = checkTemplate(call, cardTemplateId.value);
  if (!template.ok) return template;
  const privateMaps = readPrivateData(call, body['privateData'], userIdType.value);
  if (!privateMaps.ok) return privateMaps;
  const size = checkCardSize(call, [cardParamMap.value, ...(privateMaps.value?.values() ?? [])]);
  if (!size.ok) return size;
  const dynamicData = checkDynamicData(call);
  if (!dynamicData.ok) return dynamicData;
  const spaces = readSpaceModels(body);
  if (!spaces.ok) return spaces;
  const callbackType = fieldText(body['callbackType'] ?? undefined);
  warnAboutCallback(call, callbackType);
  return done({
    outTrackId: outTrackId.value,
    cardTemplateId: cardTemplateId.value,
    clientId: app.clientId,
    callbackType,
    callbackRouteKey: fieldText(body['callbackRouteKey'] ?? undefined),
    userIdType: userIdType.value,
    cardParamMap: cardParamMap.value,
    privateData: privateMaps.value ?? new Map<string, CardParamMap>(),
    spaces: spaces.value,
  });
}

/** At most 100 characters; older pages advise 64 (card-openapi §9 no. 7). */
function readOutTrackId(call: ApiCall): Outcome<string> {
  const outTrackId = requiredText(call.body, 'outTrackId', 'param.outTrackIdEmpty');
  if (!outTrackId.ok) return outTrackId;
  if (outTrackId.value.length > 100) return refuse('param.invalid');
  if (outTrackId.value.length > 64) {
    call.warn('long-out-track-id', 'outTrackId is longer than the advised 64 characters');
  }
  return outTrackId;
}

function readPublicData(call: ApiCall): Outcome<CardParamMap> {
  const cardData = call.body['cardData'];
  if (!isJsonObject(cardData)) return refuse('param.invalid');
  const map = readCardParamMap(call, cardData['cardParamMap'], 'cardData');
  if (!map.ok) return map;
  const isEmpty = map.value !== undefined && Object.keys(map.value).length === 0;
  if (map.value && !(isEmpty && call.context.settings.emptyCardParamMap === 'refuse')) {
    return done(map.value);
  }
  return refuse('param.cardPublicDataEmpty');
}

function checkCreator(call: ApiCall, userIdType: 1 | 2): Outcome<true> {
  const { userId } = call.body;
  if (userId === undefined || userId === null) return done(true);
  if (userId === '') return refuse('param.userIdEmpty');
  const known = call.context.directory.person(fieldText(userId) ?? '', userIdType);
  return known ? done(true) : refuse('param.userIdNotExist');
}

/** Accepted in silence by the real service, and then no tap ever arrives (card-openapi §8 items 51, 52). */
function warnAboutCallback(call: ApiCall, callbackType: string | undefined): void {
  if (callbackType === undefined || callbackType === 'STREAM') return;
  call.warn(
    callbackType === 'HTTP' ? 'callback-http' : 'callback-type',
    callbackType === 'HTTP'
      ? 'callbackType HTTP: no callback address is registered, taps will not be sent'
      : `callbackType is ${callbackType}, not STREAM or HTTP: taps will not be sent`,
  );
}

/**
 * Creates the card, or finds it when the outTrackId was used before: then its data stays as it is
 * (card-openapi §2.9, setting `duplicateOutTrackId`).
 */
export function createCard(call: ApiCall, draft: NewSimCard): Outcome<SimCard> {
  const { context } = call;
  const { cards, settings } = context;
  const { outTrackId, cardTemplateId, clientId } = draft;
  const existing = cards.of(clientId, outTrackId);
  if (!existing) {
    const card = cards.create(draft);
    context.report({ type: 'card.created', outTrackId, cardTemplateId, clientId });
    return done(card);
  }
  if (settings.duplicateOutTrackId === 'refuse') return refuse('param.cardAlreadyExist');
  call.warn(
    'duplicate-out-track-id',
    'a card with this outTrackId exists; its data was not changed',
  );
  return done(existing);
}

/** The answer of a call that changes something. */
export const succeeded: JsonObject = { success: true, result: true };
