import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../base/json-text.js';

/** Component name of a node that stands for all that lay deeper in the file than is read. */
export const TOO_DEEP = '#too-deep';

/** Levels of JSON kept; a node takes two of them. */
const DEEPEST = 480;

export type DeepParsed =
  | { readonly ok: true; readonly value: JsonValue; readonly cut: boolean }
  | { readonly ok: false; readonly problem: string };

/**
 * Parses JSON of any depth. What lies too deep to be walked safely is cut: a node there becomes an
 * empty one called {@link TOO_DEEP}, anything else null.
 */
export function parseAnyDepth(text: string): DeepParsed {
  const parsed = parseJson(text);
  if (parsed.ok) return { ...parsed, cut: false };
  try {
    return { ok: true, value: pruned(JSON.parse(text) as JsonValue, 0), cut: true };
  } catch {
    return parsed;
  }
}

function pruned(value: JsonValue, depth: number): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST && isJsonObject(value)) return stump(value);
  if (depth > DEEPEST) return null;
  if (!isJsonObject(value)) return value.map((item) => pruned(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, pruned(inner, depth + 1)]),
  );
}

function stump(object: JsonObject): JsonValue {
  if (!Object.hasOwn(object, 'componentName')) return null;
  const { id } = object;
  return { componentName: TOO_DEEP, ...(typeof id === 'string' ? { id } : {}) };
}
