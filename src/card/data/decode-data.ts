import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  parseJsonObject,
} from '../../base/json-text.js';
import type { ParamMap } from '../card-data.js';
import type { Variable } from '../template/card-template.js';
import { isReservedName } from './reserved-names.js';
import { type ValueKind, valueKind } from './value-kind.js';

/** Merged into the data as a whole (template-format §1.4). */
const WHOLE = 'sys_full_json_obj';

/**
 * The texts of a `cardParamMap` as the typed values a client holds (template-format §1.6). A text
 * that is no JSON of the declared type does not take effect: its name is absent, as if it had not
 * been sent (card-openapi §3.1). So is a name that is neither declared nor reserved: clients ignore
 * it (template-format §8 no. 3). Private and public maps decode alike.
 */
export function decodeParamMap(variables: readonly Variable[], map: ParamMap): JsonObject {
  const declared = new Map(variables.map(({ name, type }) => [name, type]));
  const whole = Object.hasOwn(map, WHOLE) ? parseJsonObject(map[WHOLE]) : undefined;
  const entries: [string, JsonValue][] = Object.entries(whole ?? {});
  for (const [name, text] of Object.entries(map)) {
    if (name === WHOLE && whole !== undefined) continue;
    const type = declared.get(name) ?? (isReservedName(name) ? reservedType(name) : undefined);
    const value = type === undefined ? undefined : decodeValue(type, text);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * One text by declared type: strings and markdown as they are, the rest JSON of just that type.
 * Undefined: does not take effect. What is not a text was not encoded and is held to the same types.
 */
export function decodeValue(type: string, text: unknown): JsonValue | undefined {
  const kind = valueKind(type);
  if (typeof text !== 'string') return isOfKind(text, kind) ? text : undefined;
  if (kind === 'text') return text;
  const parsed = parseJson(text);
  if (kind === 'any') return parsed.ok ? parsed.value : text;
  return parsed.ok && isOfKind(parsed.value, kind) ? parsed.value : undefined;
}

/** Whether a decoded value is what a declared type of this kind holds. */
export function isOfKind(value: unknown, kind: ValueKind): value is JsonValue {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return isJsonObject(value);
    case 'array':
      return Array.isArray(value);
    case 'any':
      return value !== undefined && value !== null;
  }
}

/** `flowStatus` and texts the platform writes; the others are objects. */
function reservedType(name: string): string {
  return name === 'flowStatus' || name === '_tableRequestMessage' ? 'string' : 'any';
}
