import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall } from './api-gate.js';
import type { UserIdType } from './directory.js';
import { emptyParamMap, readParamMap } from './param-map.js';

/** Text of a string field; numbers and booleans are read as text, as a Java service does. Else undefined. */
export function fieldText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A string field that must not be empty. @param emptyCode answered for `""` */
export function requiredText(body: JsonObject, field: string, emptyCode: string): Outcome<string> {
  const text = fieldText(body[field]);
  if (text === undefined) return refuse('param.invalid');
  return text === '' ? refuse(emptyCode) : done(text);
}

export function readUserIdType(body: JsonObject): Outcome<UserIdType> {
  const value = fieldText(body['userIdType'] ?? 1);
  if (value === '1') return done(1);
  return value === '2' ? done(2) : refuse('param.invalid');
}

/**
 * One cardParamMap. @param owner what the map belongs to, for the warning
 * @returns undefined when it is absent
 */
export function readCardParamMap(
  call: ApiCall,
  value: JsonValue | undefined,
  owner: string,
): Outcome<CardParamMap | undefined> {
  if (value === undefined || value === null) return done(undefined);
  const read = readParamMap(value);
  if (!read) return refuse('param.invalid');
  if (read.nonStringKeys.length > 0) {
    if (call.context.settings.nonStringValue === 'refuse') return refuse('param.invalid');
    const keys = read.nonStringKeys.slice(0, 5).join(', ');
    call.warn(
      'non-string-value',
      `${owner}: values that are no strings were turned into text: ${keys}`,
    );
  }
  const longKey = Object.keys(read.map).find((key) => Buffer.byteLength(key) > 100);
  if (longKey !== undefined) {
    call.warn('long-key', `${owner}: key ${longKey.slice(0, 40)}… is longer than 100 bytes`);
  }
  return done(read.map);
}

/** `privateData`: a map for each viewer, who must exist (card-openapi §2.2). Undefined when absent or empty. */
export function readPrivateData(
  call: ApiCall,
  value: JsonValue | undefined,
  userIdType: UserIdType,
): Outcome<ReadonlyMap<string, CardParamMap> | undefined> {
  if (value === undefined || value === null) return done(undefined);
  if (!isJsonObject(value)) return refuse('param.invalid');
  const maps = new Map<string, CardParamMap>();
  for (const userId of Object.keys(value)) {
    const entry = value[userId];
    if (!call.context.directory.person(userId, userIdType)) return refuse('param.userIdNotExist');
    if (entry === null || entry === undefined) continue;
    if (!isJsonObject(entry)) return refuse('param.invalid');
    const map = readCardParamMap(call, entry['cardParamMap'], `privateData of ${userId}`);
    if (!map.ok) return map;
    maps.set(userId, map.value ?? emptyParamMap());
  }
  return done(maps.size > 0 ? maps : undefined);
}

/** 100 KB for public and private data together (card-openapi §3.3). */
export const CARD_SIZE_LIMIT = 100 * 1024;

export function checkCardSize(
  call: ApiCall,
  maps: Iterable<CardParamMap | undefined>,
): Outcome<true> {
  let size = 0;
  for (const map of maps) {
    for (const key of Object.keys(map ?? {})) {
      size += Buffer.byteLength(key) + Buffer.byteLength(map?.[key] ?? '');
    }
  }
  if (size <= CARD_SIZE_LIMIT) return done(true);
  if (call.context.settings.oversizedCard === 'refuse') return refuse('param.invalid');
  call.warn(
    'oversized-card',
    `the card data takes ${size} bytes, 102400 are documented as the limit`,
  );
  return done(true);
}
