import { isJsonObject, type JsonValue, parseJson } from '../../base/json-text.js';

type TextTest = (text: string) => boolean;

/** Values looked at in one tree; what comes after is not found. */
const mostValues = 2000;

/** Whether the value at this path passes; every item of a list is a value, as is the list as JSON. */
export function someValueAt(
  root: JsonValue | undefined,
  path: readonly string[],
  test: TextTest,
): boolean {
  let value = root;
  for (const [index, key] of path.entries()) {
    if (Array.isArray(value) && !/^\d+$/.test(key)) {
      const items: readonly JsonValue[] = value;
      const rest = path.slice(index);
      return items
        .slice(0, mostValues)
        .some((item) => !Array.isArray(item) && someValueAt(item, rest, test));
    }
    value = childOf(value, key);
    if (value === undefined) return false;
  }
  if (value === undefined || value === null) return false;
  if (typeof value !== 'object') return test(String(value));
  if (Array.isArray(value) && scalars(value).some(test)) return true;
  return test(JSON.stringify(value));
}

function scalars(list: readonly JsonValue[]): readonly string[] {
  return list
    .slice(0, mostValues)
    .filter((item) => item !== null && typeof item !== 'object')
    .map(String);
}

function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * How a variable can be reached: `items.0.name` is the variable of that name, or else what the JSON
 * of `items.0` or of `items` holds there.
 */
export interface VariablePath {
  readonly name: string;
  readonly rest: readonly string[];
}

export function variablePaths(path: string): readonly VariablePath[] {
  const parts = path.split('.');
  return parts.map((_, index) => {
    const end = parts.length - index;
    return { name: parts.slice(0, end).join('.'), rest: parts.slice(end) };
  });
}

/** Undefined when the map has no such variable. */
export function someVariable(
  map: Readonly<Record<string, string>> | undefined,
  paths: readonly VariablePath[],
  test: TextTest,
): boolean | undefined {
  if (!map) return undefined;
  for (const { name, rest } of paths) {
    if (!Object.hasOwn(map, name)) continue;
    const text = map[name] ?? '';
    if (rest.length === 0) {
      if (test(text)) return true;
      // The items of a list are values too.
      if (!text.startsWith('[')) return false;
    }
    const parsed = parseJson(text);
    return parsed.ok && someValueAt(parsed.value, rest, test);
  }
  return undefined;
}
