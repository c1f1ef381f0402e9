import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';

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
  try {
    const value = JSON.parse(text) as JsonValue;
    const cut = isDeeper(value, DEEPEST);
    return { ok: true, value: cut ? pruned(value, 0) : value, cut };
  } catch (error) {
    return { ok: false, problem: (error as Error).message.slice(0, 200) };
  }
}

function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      if (typeof item === 'object' && isDeeper(item, levels - 1)) return true;
    }
    return false;
  }
  const object = value as JsonObject;
  for (const key in object) {
    const inner = object[key];
    if (typeof inner === 'object' && isDeeper(inner, levels - 1)) return true;
  }
  return false;
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
