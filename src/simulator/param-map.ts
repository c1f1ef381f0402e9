import { isJsonObject, type JsonValue, toParamText } from '../base/json-text.js';
import type { CardParamMap } from '../protocol/card-callback.js';

type WritableParamMap = Record<string, string>;

/** A map without a prototype, so that a variable called `__proto__` is one like any other. */
export function emptyParamMap(): WritableParamMap {
  return Object.create(null) as WritableParamMap;
}

/** A new map: `base`, then `changes` key by key. Neither argument is touched. */
export function mergeParamMaps(base: CardParamMap, changes: CardParamMap): CardParamMap {
  return copyInto(copyInto(emptyParamMap(), base), changes);
}

function copyInto(target: WritableParamMap, source: CardParamMap): WritableParamMap {
  for (const key of Object.keys(source)) {
    const value: unknown = source[key];
    // Answers of callbacks reach the store unchecked; nothing but text is ever kept.
    if (typeof value === 'string') target[key] = value;
    else if (value !== undefined && value !== null) target[key] = toParamText(value as JsonValue);
  }
  return target;
}

export interface ReadParamMap {
  /** Strings only: what was no string is turned into JSON text, `null` is left out. */
  readonly map: CardParamMap;
  readonly nonStringKeys: readonly string[];
}

/** Undefined when `value` is not an object. */
export function readParamMap(value: JsonValue | undefined): ReadParamMap | undefined {
  if (!isJsonObject(value)) return undefined;
  const nonStringKeys = Object.keys(value).filter((key) => typeof value[key] !== 'string');
  return { map: copyInto(emptyParamMap(), value as CardParamMap), nonStringKeys };
}
