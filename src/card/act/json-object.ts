import type { JsonObject, JsonValue } from '../../base/json-text.js';

/** An object with these entries as its own, `__proto__` included; later ones win. */
export function fromEntries(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}

/** A copy with one entry set. */
export function withEntry(object: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries([...Object.entries(object), [name, value]]);
}

/** A copy without one entry. */
export function withoutEntry(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
