import { isJsonObject, type JsonObject } from '../base/json-text.js';
import { nearestWord } from '../base/nearest-word.js';
import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall, ApiRoute } from './api-gate.js';
import { succeeded } from './card-create.js';
import {
  checkCardSize,
  readCardParamMap,
  readPrivateData,
  readUserIdType,
  requiredText,
} from './card-fields.js';
import type { CardChange } from './card-record.js';
import type { SimCard } from './card-store.js';
import { ownChanges, reportChange } from './data-changes.js';

/** `PUT /v1.0/card/instances` (card-openapi §2.6). */
export const cardUpdateRoute: ApiRoute = {
  method: 'PUT',
  path: '/v1.0/card/instances',
  scope: 'Card.Instance.Write',
  required: ['outTrackId'],
  run(call) {
    const { app, context } = call;
    warnAboutNames(call);
    const outTrackId = requiredText(call.body, 'outTrackId', 'param.outTrackIdEmpty');
    if (!outTrackId.ok) return outTrackId;
    const userIdType = readUserIdType(call.body);
    if (!userIdType.ok) return userIdType;
    const change = readChange(call, userIdType.value);
    if (!change.ok) return change;
    const card = context.cards.of(app.clientId, outTrackId.value);
    if (!card) return refuse('param.cardNotExist');
    if (change.value.privateData && userIdType.value !== card.userIdType) {
      call.warn(
        'user-id-type',
        `the card was created with userIdType ${card.userIdType}; private data under other ids is seen by nobody`,
      );
    }
    warnAboutBlanks(call, change.value, Object.keys(card.cardParamMap));
    const before = card.cardParamMap;
    const own = ownDataOf(call, card, change.value);
    const viewers = context.cards.update(card, change.value);
    const changes = own.flatMap(
      ({ userId, data }) => ownChanges(userId, data, context.cards.ownOf(card, userId)) ?? [],
    );
    reportChange(
      context,
      card,
      'update',
      viewers,
      before,
      changes.length > 0 ? changes : undefined,
    );
    return done(succeeded);
  },
};

function readChange(call: ApiCall, userIdType: 1 | 2): Outcome<CardChange> {
  const { body } = call;
  const cardData = body['cardData'] ?? undefined;
  if (cardData !== undefined && !isJsonObject(cardData)) return refuse('param.invalid');
  const read = readCardParamMap(call, cardData?.['cardParamMap'], 'cardData');
  if (!read.ok) return read;
  const isEmpty = read.value !== undefined && Object.keys(read.value).length === 0;
  const isRefused = isEmpty && call.context.settings.emptyCardParamMap === 'refuse';
  const cardParamMap = isRefused ? undefined : read.value;
  const privateMaps = readPrivateData(call, body['privateData'], userIdType);
  if (!privateMaps.ok) return privateMaps;
  if (!cardParamMap && !privateMaps.value) return refuse('param.cardDataAndPrivateDataBothEmpty');
  const size = checkCardSize(call, [cardParamMap, ...(privateMaps.value?.values() ?? [])]);
  if (!size.ok) return size;
  return done({
    ...(cardParamMap && { cardParamMap }),
    ...(privateMaps.value && { privateData: privateMaps.value }),
    ...readUpdateOptions(body),
  });
}

function readUpdateOptions(body: JsonObject) {
  const options = body['cardUpdateOptions'];
  const given = isJsonObject(options) ? options : {};
  const isOn = (name: string) => given[name] === true || given[name] === 'true';
  return {
    updateCardDataByKey: isOn('updateCardDataByKey'),
    updatePrivateDataByKey: isOn('updatePrivateDataByKey'),
  };
}

const OPTIONS = ['updateCardDataByKey', 'updatePrivateDataByKey'];

/**
 * Names that belong into the answer of a callback, or one level deeper; all are ignored in silence.
 * Told even if the call is refused: they may be why.
 */
function warnAboutNames({ body, context }: ApiCall): void {
  const outTrackId = body['outTrackId'];
  const about = typeof outTrackId === 'string' ? { outTrackId } : {};
  const warn = (code: string, message: string) =>
    context.report({ type: 'warning', code, message, ...about });
  for (const name of ['userPrivateData', 'privateCardData']) {
    if (!Object.hasOwn(body, name)) continue;
    warn(
      'update-private-misnamed',
      `${name} has no effect in an update; the name is privateData, keyed by user: {"<userId>": {"cardParamMap": {…}}}`,
    );
  }
  const misplaced = [
    ...OPTIONS.map((name) => [name, 'cardUpdateOptions'] as const),
    ['cardParamMap', 'cardData'] as const,
  ].filter(([name]) => Object.hasOwn(body, name));
  const options = body['cardUpdateOptions'];
  for (const [name, place] of misplaced) {
    warn('update-key-misplaced', `${name} has no effect here; it belongs into ${place}`);
  }
  if (!isJsonObject(options)) return;
  for (const name of Object.keys(options).slice(0, 20)) {
    if (OPTIONS.includes(name)) continue;
    const meant = nearestWord(name, OPTIONS);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    warn('update-key-unknown', `cardUpdateOptions has no ${name.slice(0, 100)}${hint}`);
  }
}

/** What those whose private data changes have before it does. */
function ownDataOf({ context }: ApiCall, card: SimCard, change: CardChange) {
  return [...(change.privateData?.keys() ?? [])].map((key) => {
    const userId = context.directory.person(key, card.userIdType)?.userId ?? key;
    return { userId, data: context.cards.ownOf(card, userId) };
  });
}

/** The default replaces everything: titles vanish, and people wonder why (card-openapi §2.6). */
function warnAboutBlanks(call: ApiCall, change: CardChange, before: readonly string[]): void {
  const { cardParamMap } = change;
  if (!cardParamMap || change.updateCardDataByKey) return;
  const gone = before.filter((key) => !Object.hasOwn(cardParamMap, key));
  if (gone.length === 0) return;
  call.warn(
    'variables-removed',
    `without updateCardDataByKey the update removed: ${gone.slice(0, 5).join(', ')}`,
  );
}
