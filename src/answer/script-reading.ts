import { isJsonObject, type JsonObject, type JsonValue, toParamText } from '../base/json-text.js';
import { nearestWord } from '../base/nearest-word.js';
import type { ObjectShape } from '../base/shape.js';
import type { CardParamMap } from '../protocol/card-callback.js';

/** Reads parts of a script's reply. What is wrong is noted with its path; what is read is then of no use. */
export interface ScriptReading {
  readonly problems: string[];
}

/** The names that may stand in an object, and other names people try. */
export interface KnownKeys {
  readonly keys: readonly string[];
  readonly required?: readonly string[];
  readonly mistakes?: Readonly<Record<string, string>>;
}

/** A script says the same things by the same names as the rules file. */
export function keysOf({ keys, required, mistakes }: ObjectShape): KnownKeys {
  return {
    keys: Object.keys(keys),
    ...(required && { required }),
    ...(mistakes && { mistakes }),
  };
}

/** @returns an empty one when it is none */
export function objectAt(
  value: JsonValue | undefined,
  path: string,
  { keys, required = [], mistakes = {} }: KnownKeys,
  { problems }: ScriptReading,
): JsonObject {
  if (!isJsonObject(value)) {
    problems.push(`${path} must be an object, not ${kindOf(value)}`);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    const meant = Object.hasOwn(mistakes, key) ? mistakes[key] : nearestWord(key, keys);
    const hint = meant ? `did you mean "${meant}"?` : `known: ${keys.join(', ')}`;
    problems.push(`${at(path, shortened(key))} is unknown; ${hint}`);
  }
  for (const key of required) {
    if (own(value, key) === undefined) problems.push(`${path} needs "${key}"`);
  }
  return value;
}

/** The value of the object itself, not of what it is made from. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Undefined when it is absent. */
export function textAt(
  object: JsonObject,
  key: string,
  path: string,
  { problems }: ScriptReading,
): string | undefined {
  const value = own(object, key);
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  problems.push(`${at(path, key)} must be a text, not ${kindOf(value)}`);
  return undefined;
}

export function flagAt(
  object: JsonObject,
  key: string,
  path: string,
  { problems }: ScriptReading,
): boolean | undefined {
  const value = own(object, key);
  if (value === undefined || typeof value === 'boolean') return value;
  problems.push(`${at(path, key)} must be true or false, not ${kindOf(value)}`);
  return undefined;
}

export function integerAt(
  object: JsonObject,
  key: string,
  path: string,
  [least, most]: readonly [number, number],
  { problems }: ScriptReading,
): number | undefined {
  const value = own(object, key);
  if (value === undefined) return undefined;
  const fits =
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  if (fits) return value;
  problems.push(`${at(path, key)} must be a whole number ${least}–${most}, not ${kindOf(value)}`);
  return undefined;
}

/** Variables as `cardParamMap` wants them: what is not text becomes JSON text (card-openapi §3.1). */
export function paramMapAt(
  object: JsonObject,
  key: string,
  path: string,
  reading: ScriptReading,
): CardParamMap | undefined {
  const value = own(object, key);
  return value === undefined ? undefined : paramMapIn(value, at(path, key), reading);
}

export function paramMapIn(
  value: JsonValue,
  path: string,
  { problems }: ScriptReading,
): CardParamMap {
  if (!isJsonObject(value)) {
    problems.push(`${path} must be an object of variables, not ${kindOf(value)}`);
    return {};
  }
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'cardParamMap' && isJsonObject(only[1])) {
    problems.push(`${path}: write the variables here directly, without "cardParamMap"`);
  }
  // Not by assignment: a key may be `__proto__`.
  return Object.fromEntries(
    entries.map(([name, item]) => {
      if (item === null) {
        problems.push(`${at(path, shortened(name))} has no value; give "" for an empty text`);
      }
      return [name, toParamText(item)];
    }),
  );
}

/** One, or a list of them; nothing when it is absent. */
export function oneOrMoreAt(
  object: JsonObject,
  key: string,
): readonly { readonly value: JsonValue; readonly path: string }[] {
  const value = own(object, key);
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ value, path: key }];
  return value.map((item: JsonValue, index) => ({ value: item, path: `${key}[${index}]` }));
}

/** What was found instead, in words. */
export function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return `"${shortened(value)}"`;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
