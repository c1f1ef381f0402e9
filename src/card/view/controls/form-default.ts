import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { FormField, SelectOption } from '../view-node.js';
import { numberOf } from './number-value.js';
import { isSameValue } from './same-value.js';

/**
 * A field's default in the form its type is submitted in (template-format §2.6); undefined when it
 * cannot be taken for one.
 */
export function formDefault(
  type: FormField['type'],
  raw: JsonValue,
  options: readonly SelectOption[],
): JsonValue | undefined {
  switch (type) {
    case 'TEXT':
    case 'TEXT_AREA':
    case 'DATE':
    case 'TIME':
    case 'DATETIME':
    case 'CHECKBOX_GROUP':
      return textOf(raw);
    case 'NUMBER':
      return numberOf(raw);
    case 'CHECKBOX':
    case 'SWITCH':
      return flagOf(raw);
    case 'TEXT_ARRAY':
    case 'MULTI_CHECKBOX_GROUP':
      return textsOf(raw);
    case 'SELECT':
      return oneOf(raw, options);
    case 'MULTI_SELECT':
      return manyOf(raw, options);
    case 'unknown':
      return raw;
  }
}

function textOf(raw: JsonValue): string | undefined {
  return raw === null || typeof raw === 'object' ? undefined : String(raw);
}

function flagOf(raw: JsonValue): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  if (raw === 'true' || raw === 1) return true;
  return raw === 'false' || raw === 0 ? false : undefined;
}

function textsOf(raw: JsonValue): readonly string[] | undefined {
  const list: readonly JsonValue[] = Array.isArray(raw) ? raw : [raw];
  const texts = list.map(textOf).filter((text) => text !== undefined);
  return texts.length === list.length ? texts : undefined;
}

/** `{index, value}`; a bare index or value stands for its option. */
function oneOf(raw: JsonValue, options: readonly SelectOption[]): JsonValue | undefined {
  const index = optionIndex(isJsonObject(raw) ? keyOf(raw) : raw, options);
  const option = index === undefined ? undefined : options[index];
  return index === undefined || option === undefined ? undefined : { index, value: option.value };
}

/** `{index: […], value: […]}`; a list of indexes or values stands for their options. */
function manyOf(raw: JsonValue, options: readonly SelectOption[]): JsonValue | undefined {
  const keys = isJsonObject(raw) ? keyOf(raw) : raw;
  if (!Array.isArray(keys)) return undefined;
  const found = (keys as readonly JsonValue[])
    .map((key) => optionIndex(key, options))
    .filter((index) => index !== undefined);
  if (found.length < keys.length) return undefined;
  return { index: found, value: found.map((index) => options[index]?.value ?? '') };
}

/** The index counts; the value where there is none. */
function keyOf(raw: { readonly [key: string]: JsonValue }): JsonValue | undefined {
  return ownProp(raw, 'index') ?? ownProp(raw, 'value');
}

function optionIndex(
  key: JsonValue | undefined,
  options: readonly SelectOption[],
): number | undefined {
  if (typeof key === 'number' && Number.isInteger(key) && key >= 0 && key < options.length) {
    return key;
  }
  const index = options.findIndex(({ value }) => isSameValue(key, value));
  return index < 0 ? undefined : index;
}
