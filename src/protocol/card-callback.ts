import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJsonObject,
} from '../base/json-text.js';

export type CardParamMap = Readonly<Record<string, string>>;

/** A tap on a card (stream-protocol §6.1), `content.cardPrivateData` already opened. All fields may be empty. */
export interface CardCallback {
  readonly outTrackId: string;
  readonly corpId: string;
  /** Who tapped. */
  readonly userId: string;
  /** 1 userId, 2 unionId; as at creation. */
  readonly userIdType: number;
  /** `IM`, `im`, `IM_GROUP` were seen; not the SPACETYPE of an openSpaceId (stream-protocol Q15). */
  readonly spaceType: string;
  readonly spaceId: string;
  readonly type: string;
  readonly actionIds: readonly string[];
  /** Strings, numbers, booleans, arrays and objects all occur (stream-protocol §6.2). */
  readonly params: JsonObject;
}

export type ParsedCardCallback =
  | { readonly ok: true; readonly callback: CardCallback }
  | { readonly ok: false; readonly callback: CardCallback; readonly problem: string };

/**
 * Reads the `data` of a card callback. When `data` or `content` is not JSON the rest is still
 * returned, with the problem named, so that the tap can be shown and answered.
 */
export function parseCardCallback(data: string): ParsedCardCallback {
  const body = parseJsonObject(data);
  if (!body) return { ok: false, callback: emptyCallback, problem: 'data is not a JSON object' };
  // `value` repeats `content`, and is the only one in older pushes (stream-protocol §6.1).
  const source = body['content'] ?? body['value'];
  const content = parseJsonObject(source) ?? parseJsonObject(body['value']);
  const inner = content?.['cardPrivateData'];
  const privateData = isJsonObject(inner) ? inner : undefined;
  // Some samples put `params` beside `cardPrivateData` (stream-protocol §6.1).
  const params = privateData?.['params'] ?? content?.['params'];
  const callback: CardCallback = {
    outTrackId: text(body['outTrackId']),
    corpId: text(body['corpId']),
    userId: text(body['userId']),
    userIdType: Number(text(body['userIdType'])) === 2 ? 2 : 1,
    spaceType: text(body['spaceType']),
    spaceId: text(body['spaceId']),
    type: text(body['type']),
    actionIds: strings(privateData?.['actionIds']),
    params: isJsonObject(params) ? params : {},
  };
  if (content) return { ok: true, callback };
  const problem = source === undefined ? 'content is missing' : 'content is not a JSON object';
  return { ok: false, callback, problem };
}

const emptyCallback: CardCallback = {
  outTrackId: '',
  corpId: '',
  userId: '',
  userIdType: 1,
  spaceType: '',
  spaceId: '',
  type: '',
  actionIds: [],
  params: {},
};

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function strings(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The answer to a tap (stream-protocol §6.4). Absent flags mean: replace the whole map. */
export interface CardCallbackResponse {
  readonly cardUpdateOptions?: CardUpdateOptions;
  readonly cardData?: { readonly cardParamMap: CardParamMap };
  /** For the one who tapped; not keyed by user. */
  readonly userPrivateData?: { readonly cardParamMap: CardParamMap };
}

export interface CardUpdateOptions {
  readonly updateCardDataByKey?: boolean;
  readonly updatePrivateDataByKey?: boolean;
}

/** Stream answers carry the object under `response` (stream-protocol §3.2); undefined acknowledges without an update. */
export function cardResponseData(response: CardCallbackResponse | undefined): string {
  return `{"response":${JSON.stringify(response ?? {})}}`;
}
