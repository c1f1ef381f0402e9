import { isJsonObject, type JsonObject, parseJson, toParamText } from '../base/json-text.js';
import type {
  CardCallbackResponse,
  CardParamMap,
  CardUpdateOptions,
} from '../protocol/card-callback.js';
import { type Answer, answerOf, emptyAnswer } from './answer.js';

/**
 * The answer in the body of an HTTP callback's response (stream-protocol §6.4), when there is nothing
 * to be said against it. Undefined: it takes the closer look of forward-answer.ts, which knows what
 * people get wrong, and is not loaded for services that do it right.
 */
export function soundAnswer(body: string): Answer | undefined {
  const text = bodyText(body);
  if (text === '' || isAssent(text)) return emptyAnswer;
  const parsed = parseJson(text);
  if (!parsed.ok) return undefined;
  const { value } = parsed;
  if (value === null || (typeof value === 'string' && isAssent(value))) return emptyAnswer;
  return isJsonObject(value) && isSound(value) ? answerOf(responseOf(value)) : undefined;
}

export function bodyText(body: string): string {
  return body.replace(/^\ufeff/, '').trim();
}

/** What services and frameworks say when they mean: received (stream-protocol §8.1 S24). */
function isAssent(text: string): boolean {
  return /^(?:success|ok)$/i.test(text);
}

function isSound(body: JsonObject): boolean {
  return Object.entries(body).every(([name, part]) => {
    if (name === 'success' || part === null) return name === 'success' || isPart(name);
    if (!isPart(name) || !isJsonObject(part)) return false;
    return name === 'cardUpdateOptions' ? areOptions(part) : isHolder(part);
  });
}

export function isPart(name: string): boolean {
  return name === 'cardUpdateOptions' || name === 'cardData' || name === 'userPrivateData';
}

function areOptions(options: JsonObject): boolean {
  return Object.entries(options).every(
    ([name, value]) =>
      (name === 'updateCardDataByKey' || name === 'updatePrivateDataByKey') &&
      (typeof value === 'boolean' || value === null),
  );
}

function isHolder(holder: JsonObject): boolean {
  return Object.entries(holder).every(
    ([name, map]) =>
      name === 'cardParamMap' &&
      (map === null ||
        (isJsonObject(map) && Object.values(map).every((value) => typeof value === 'string'))),
  );
}

/** What of the object DingTalk would read; undefined when it changes nothing. */
export function responseOf(body: JsonObject): CardCallbackResponse | undefined {
  const cardData = mapOf(body['cardData']);
  const userPrivateData = mapOf(body['userPrivateData']);
  if (!cardData && !userPrivateData) return undefined;
  const cardUpdateOptions = optionsOf(body['cardUpdateOptions']);
  return {
    ...(cardUpdateOptions ? { cardUpdateOptions } : {}),
    ...(cardData ? { cardData: { cardParamMap: cardData } } : {}),
    ...(userPrivateData ? { userPrivateData: { cardParamMap: userPrivateData } } : {}),
  };
}

/** Values become text as DingTalk wants it; null counts as absent. */
function mapOf(holder: unknown): CardParamMap | undefined {
  const map = isJsonObject(holder) ? holder['cardParamMap'] : undefined;
  if (!isJsonObject(map)) return undefined;
  const given = Object.entries(map).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, toParamText(value)]));
}

function optionsOf(options: unknown): CardUpdateOptions | undefined {
  if (!isJsonObject(options)) return undefined;
  const { updateCardDataByKey, updatePrivateDataByKey } = options;
  return {
    ...(typeof updateCardDataByKey === 'boolean' ? { updateCardDataByKey } : {}),
    ...(typeof updatePrivateDataByKey === 'boolean' ? { updatePrivateDataByKey } : {}),
  };
}
