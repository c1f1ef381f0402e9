import type { JsonObject } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { LocalChange } from './effect.js';
import { withEntry } from './json-object.js';

/** The local data after changes, in order; the same object when nothing was changed. */
export function applyLocal(localData: JsonObject, changes: readonly LocalChange[]): JsonObject {
  let data = localData;
  for (const { name, key, value } of changes) {
    if (key === undefined) {
      data = withEntry(data, name, value);
      continue;
    }
    const before = Object.hasOwn(data, name) ? data[name] : undefined;
    data = withEntry(data, name, withEntry(isJsonObject(before) ? before : {}, key, value));
  }
  return data;
}
