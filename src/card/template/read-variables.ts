import { isJsonObject, type JsonValue, parseJson } from '../../base/json-text.js';
import type { Find } from '../finding.js';
import type { ExpressionVariable, Variable } from './card-template.js';

const DEEPEST = 20;
const MOST = 5000;

interface Reading {
  readonly find: Find;
  count: number;
}

/** `variableList` or `localList` (template-format §1.3). Fields are walked by name: nested ids are wrong in old files. */
export function readVariables(
  list: JsonValue | undefined,
  path: string,
  find: Find,
): readonly Variable[] {
  return readLevel(list, path, false, 0, { find, count: 0 });
}

/** `expList` (template-format §3.4). */
export function readExpressions(
  list: JsonValue | undefined,
  path: string,
  find: Find,
): readonly ExpressionVariable[] {
  return namedEntries(list, path, { find, count: 0 }).map(({ name, entry, at }) => ({
    name,
    type: textOf(entry['type']) ?? 'string',
    expContent: textOf(entry['expContent']) ?? '',
    path: at,
  }));
}

function readLevel(
  list: JsonValue | undefined,
  path: string,
  isPrivate: boolean,
  depth: number,
  reading: Reading,
): readonly Variable[] {
  if (depth > DEEPEST) {
    if (list !== undefined) reading.find('T107', path, { most: DEEPEST });
    return [];
  }
  return namedEntries(list, path, reading).map(({ name, entry, at }) => {
    const own = typeof entry['private'] === 'boolean' ? entry['private'] : isPrivate;
    const description = textOf(entry['description']);
    return {
      name,
      type: textOf(entry['type']) ?? 'string',
      private: own,
      ...(description === undefined || description === '' ? {} : { description }),
      fields: readLevel(fieldsIn(entry['schema']), `${at}.schema`, own, depth + 1, reading),
      path: at,
    };
  });
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Readonly<Record<string, JsonValue>>;
  readonly at: string;
}

function namedEntries(
  list: JsonValue | undefined,
  path: string,
  reading: Reading,
): readonly NamedEntry[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    reading.find('T110', path, { why: 'list-expected' });
    return [];
  }
  const named = new Map<string, NamedEntry>();
  for (const [index, entry] of (list as readonly JsonValue[]).entries()) {
    const at = `${path}[${index}]`;
    if (++reading.count > MOST) {
      reading.find('T111', at, { length: list.length, most: MOST });
      break;
    }
    const name = isJsonObject(entry) ? (textOf(entry['name']) ?? textOf(entry['id'])) : undefined;
    if (!isJsonObject(entry) || name === undefined || name === '') {
      reading.find('T110', at, { why: 'variable-expected' });
    } else if (named.has(name)) {
      reading.find('T201', at, { name });
    } else {
      named.set(name, { name, entry, at });
    }
  }
  return [...named.values()];
}

/** A list of fields; also as its JSON text, as one field, or as fields by name. */
function fieldsIn(schema: JsonValue | undefined): JsonValue | undefined {
  if (typeof schema === 'string') {
    if (schema === '') return undefined;
    const parsed = parseJson(schema);
    return parsed.ok && typeof parsed.value !== 'string' ? fieldsIn(parsed.value) : schema;
  }
  if (!isJsonObject(schema)) return schema;
  if (typeof schema['name'] === 'string') return [schema];
  return Object.entries(schema).flatMap(([name, field]) =>
    isJsonObject(field) ? [{ ...field, name }] : [],
  );
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
