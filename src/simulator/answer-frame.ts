import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { findingTable } from '../card/finding-codes.js';
import { lintAnswerShape } from '../card/lint/lint-answer.js';
import { findingSentence } from '../i18n/finding-sentence.js';
import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';

/** What a client sent back for a push, read with every habit of the SDKs (stream-protocol §3.3). */
export interface AnswerFrame {
  readonly messageId: string;
  /** 0 when it had none. */
  readonly code: number;
  readonly message: string;
  /** JSON text, an object from clients that forgot to stringify, or undefined, null, ''. */
  readonly data: unknown;
}

export type AnswerFrameRead =
  | { readonly ok: true; readonly answer: AnswerFrame }
  | { readonly ok: false; readonly problem: string };

export function readAnswerFrame(text: string): AnswerFrameRead {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: `not JSON: ${parsed.problem}` };
  if (!isJsonObject(parsed.value)) return { ok: false, problem: 'not a JSON object' };
  const frame = parsed.value;
  const headers = frame['headers'];
  const messageId = isJsonObject(headers) ? headers['messageId'] : undefined;
  if (typeof messageId !== 'string' || messageId === '') {
    return { ok: false, problem: 'headers.messageId is missing' };
  }
  const message = frame['message'];
  return {
    ok: true,
    answer: {
      messageId,
      code: Number(frame['code'] ?? 0) || 0,
      message: typeof message === 'string' ? message : '',
      data: frame['data'],
    },
  };
}

/** A finding about an answer. `code` is stable. */
export interface AnswerWarning {
  readonly code: string;
  readonly message: string;
}

export interface CardAnswer {
  /** Undefined: acknowledged without an update. */
  readonly response: CardCallbackResponse | undefined;
  readonly warnings: readonly AnswerWarning[];
}

export interface CardAnswerRules {
  /** What to do with an answer that lacks the `response` wrapper (card-openapi §8 E81). */
  readonly bareAnswer: 'ignore' | 'apply';
  /** What to do with a value that is not a string (card-openapi §8 C57). */
  readonly nonStringValue: 'stringify' | 'refuse';
}

const NOTHING: CardAnswer = { response: undefined, warnings: [] };

/** Reads the `data` of a card answer (stream-protocol §8.1 S24–S26). Never throws. */
export function readCardAnswer(data: unknown, rules: CardAnswerRules): CardAnswer {
  if (data === undefined || data === null || data === '') return NOTHING;
  const warnings: AnswerWarning[] = [];
  const body = openData(data, warnings);
  if (!body) return warnings.length > 0 ? { response: undefined, warnings } : NOTHING;
  if (Object.hasOwn(body, 'response')) {
    const response = body['response'];
    if (isJsonObject(response)) return readResponse(response, rules, warnings);
    if (Array.isArray(response)) {
      warnings.push({ code: 'answer-unusable', message: 'response is an array' });
    }
    return { response: undefined, warnings };
  }
  if (!looksLikeResponse(body)) return { response: undefined, warnings };
  const apply = rules.bareAnswer === 'apply';
  warnings.push({
    code: 'answer-bare',
    message: `the answer lacks the response wrapper; ${apply ? 'applied' : 'not applied'} (setting bareAnswer)`,
  });
  return apply ? readResponse(body, rules, warnings) : { response: undefined, warnings };
}

function openData(data: unknown, warnings: AnswerWarning[]): JsonObject | undefined {
  if (isJsonObject(data)) {
    warnings.push({ code: 'answer-data-object', message: 'data is an object, not JSON text' });
    return data;
  }
  if (typeof data !== 'string') {
    warnings.push({ code: 'answer-unusable', message: `data is of type ${typeof data}` });
    return undefined;
  }
  const parsed = parseJson(data);
  if (!parsed.ok) {
    warnings.push({ code: 'answer-unusable', message: `data is not JSON: ${parsed.problem}` });
    return undefined;
  }
  return isJsonObject(parsed.value) ? parsed.value : undefined;
}

const KNOWN_KEYS = new Set(['cardUpdateOptions', 'cardData', 'userPrivateData', 'success']);
const MISNAMED_KEYS = new Set(['privateData', 'privateCardData']);

const OPTION_KEYS = new Set(['updateCardDataByKey', 'updatePrivateDataByKey']);
const WARNED_KEYS = 20;

function looksLikeResponse(body: JsonObject): boolean {
  return Object.keys(body).some(
    (key) => (KNOWN_KEYS.has(key) && key !== 'success') || MISNAMED_KEYS.has(key),
  );
}

function readResponse(
  body: JsonObject,
  rules: CardAnswerRules,
  warnings: AnswerWarning[],
): CardAnswer {
  if (!isUsual(body)) warnings.push(...shapeWarnings(body));
  const cardData = readData('cardData', body, rules, warnings);
  const userPrivateData = readData('userPrivateData', body, rules, warnings);
  if (!cardData && !userPrivateData) return { response: undefined, warnings };
  const options = body['cardUpdateOptions'];
  const response: CardCallbackResponse = {
    ...(isJsonObject(options) ? { cardUpdateOptions: readOptions(options) } : {}),
    ...(cardData ? { cardData } : {}),
    ...(userPrivateData ? { userPrivateData } : {}),
  };
  return { response, warnings };
}

/** Nearly every answer is, and this runs per tap. */
function isUsual(body: JsonObject): boolean {
  for (const name in body) if (!KNOWN_KEYS.has(name)) return false;
  const options = body['cardUpdateOptions'] ?? {};
  if (!isJsonObject(options)) return false;
  for (const name in options) {
    if (!OPTION_KEYS.has(name) || typeof options[name] !== 'boolean') return false;
  }
  for (const part of [body['cardData'], body['userPrivateData']]) {
    if (!isJsonObject(part)) continue;
    for (const name in part) if (name !== 'cardParamMap') return false;
  }
  return true;
}

/** Names that DingTalk ignores in silence, above all the old spellings of the private data (§6.4). */
function shapeWarnings(body: JsonObject): readonly AnswerWarning[] {
  return lintAnswerShape(body)
    .filter(({ code, path }) => code !== 'D171' || path === 'cardUpdateOptions')
    .slice(0, WARNED_KEYS)
    .map((finding) => ({
      code: finding.code === 'D171' ? 'answer-unusable' : findingTable[finding.code].name,
      message: `${finding.path}: ${findingSentence(finding, 'en')}`,
    }));
}

function readOptions(options: JsonObject): NonNullable<CardCallbackResponse['cardUpdateOptions']> {
  return {
    updateCardDataByKey: options['updateCardDataByKey'] === true,
    updatePrivateDataByKey: options['updatePrivateDataByKey'] === true,
  };
}

function readData(
  name: 'cardData' | 'userPrivateData',
  body: JsonObject,
  rules: CardAnswerRules,
  warnings: AnswerWarning[],
): { readonly cardParamMap: CardParamMap } | undefined {
  const holder = body[name];
  if (holder === undefined || holder === null) return undefined;
  const map = isJsonObject(holder) ? holder['cardParamMap'] : undefined;
  if (map === null || (map === undefined && isJsonObject(holder))) return undefined;
  if (!isJsonObject(map)) {
    warnings.push({ code: 'answer-unusable', message: `${name}.cardParamMap is not an object` });
    return undefined;
  }
  const values = readValues(name, map, rules, warnings);
  return values ? { cardParamMap: values } : undefined;
}

function readValues(
  name: string,
  map: JsonObject,
  rules: CardAnswerRules,
  warnings: AnswerWarning[],
): CardParamMap | undefined {
  const keys = Object.keys(map);
  if (keys.every((key) => typeof map[key] === 'string')) return map as CardParamMap;
  const refuse = rules.nonStringValue === 'refuse';
  let refused = false;
  const entries: [string, string][] = [];
  for (const key of keys) {
    const value = map[key];
    if (typeof value === 'string') entries.push([key, value]);
    else if (value !== null && value !== undefined) {
      const consequence = refuse ? `${name} is not applied` : 'it is taken as JSON text';
      const message = `${name}.cardParamMap.${key.slice(0, 100)} is not a string; ${consequence}`;
      warnings.push({ code: 'answer-value-not-string', message });
      entries.push([key, JSON.stringify(value)]);
      refused = refuse;
    }
  }
  // fromEntries defines own properties, so a key `__proto__` stays a key.
  return refused ? undefined : Object.fromEntries(entries);
}
