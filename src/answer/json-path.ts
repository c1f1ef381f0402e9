import { isJsonObject, type JsonValue, parseJson } from '../base/json-text.js';
import { type VariablePath, variablePaths } from '../log/filter/json-values.js';
import type { CardParamMap } from '../protocol/card-callback.js';

/** The value at a path of keys; items of lists by their index from 0. */
export function jsonAt(
  root: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  let value = root;
  for (const key of path) {
    if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else if (Array.isArray(value) && /^\d+$/.test(key)) {
      value = (value as readonly JsonValue[])[Number(key)];
    } else return undefined;
  }
  return value;
}

/**
 * Reads a variable: `items.0.name` is the variable of that name, or else what the JSON in `items.0` or
 * in `items` holds there, as filters have it (docs/filter.md).
 */
export function variableReader(
  path: readonly string[],
): (map: CardParamMap | undefined) => JsonValue | undefined {
  const places: readonly VariablePath[] = variablePaths(path.join('.'));
  return (map) => {
    if (!map) return undefined;
    for (const { name, rest } of places) {
      if (!Object.hasOwn(map, name)) continue;
      const text = map[name] ?? '';
      if (rest.length === 0) return text;
      const parsed = parseJson(text);
      return parsed.ok ? jsonAt(parsed.value, rest) : undefined;
    }
    return undefined;
  };
}
