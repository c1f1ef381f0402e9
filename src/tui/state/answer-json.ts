import { type JsonMistake, jsonMistake } from '../../base/json-mistake.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  toParamText,
} from '../../base/json-text.js';
import type { Finding } from '../../card/finding.js';
import { lintAnswer } from '../../card/lint/lint-answer.js';
import type { CardCallbackResponse, CardParamMap } from '../../protocol/card-callback.js';

/** Line and column from 1; a column counts characters. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

export type JsonProblem =
  | {
      readonly is: 'mistake';
      readonly place: JsonPlace;
      readonly code: JsonMistake['code'] | 'deep';
    }
  /** It is JSON, and no answer: DingTalk would ignore a part of it. */
  | { readonly is: 'shape'; readonly finding: Finding };

export type ReadResponse =
  | { readonly ok: true; readonly response: CardCallbackResponse }
  | { readonly ok: false; readonly problem: JsonProblem };

/** Findings that say that a part of the answer would not arrive. */
const shapeCodes: ReadonlySet<string> = new Set([
  'D170',
  'D171',
  'D172',
  'D173',
  'D174',
  'D175',
  'D177',
]);

export function responseText(response: CardCallbackResponse | undefined): string {
  const { cardUpdateOptions, cardData, userPrivateData } = response ?? {};
  const isEmpty = !cardUpdateOptions && !cardData && !userPrivateData;
  const shown = isEmpty
    ? { cardUpdateOptions: { updateCardDataByKey: true }, cardData: { cardParamMap: {} } }
    : { cardUpdateOptions, cardData, userPrivateData };
  return JSON.stringify(shown, null, 2);
}

/** Reads an answer as it is typed. Values that are no texts become the JSON text they stand for. */
export function readResponse(text: string): ReadResponse {
  const mistake = jsonMistake(text);
  if (mistake) {
    return {
      ok: false,
      problem: { is: 'mistake', place: placeOf(text, mistake.offset), code: mistake.code },
    };
  }
  const parsed = parseJson(text);
  if (!parsed.ok) {
    return { ok: false, problem: { is: 'mistake', place: { line: 1, column: 1 }, code: 'deep' } };
  }
  const finding = lintAnswer(parsed.value).find(({ code }) => shapeCodes.has(code));
  if (finding) return { ok: false, problem: { is: 'shape', finding } };
  return { ok: true, response: responseIn(parsed.value) };
}

/** Whether an object is a whole answer rather than a map of variables. */
export function isWholeResponse(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  return ['cardData', 'userPrivateData', 'cardUpdateOptions'].some((key) =>
    isJsonObject(value[key]),
  );
}

function responseIn(value: JsonValue): CardCallbackResponse {
  const body = isJsonObject(value) ? value : {};
  const options = objectAt(body, 'cardUpdateOptions');
  const cardData = objectAt(objectAt(body, 'cardData'), 'cardParamMap');
  const userPrivateData = objectAt(objectAt(body, 'userPrivateData'), 'cardParamMap');
  return {
    ...(options && {
      cardUpdateOptions: {
        ...flagAt(options, 'updateCardDataByKey'),
        ...flagAt(options, 'updatePrivateDataByKey'),
      },
    }),
    ...(cardData && { cardData: { cardParamMap: textsOf(cardData) } }),
    ...(userPrivateData && { userPrivateData: { cardParamMap: textsOf(userPrivateData) } }),
  };
}

function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object && Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : undefined;
}

function flagAt(options: JsonObject, key: string): Readonly<Record<string, boolean>> {
  return Object.hasOwn(options, key) ? { [key]: options[key] === true } : {};
}

function textsOf(map: JsonObject): CardParamMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, toParamText(value)]));
}

function placeOf(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
