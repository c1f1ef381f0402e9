import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import type { FormField, SelectOption } from '../../../card/view/view-node.js';

/** What a person changed, by field name; the rest of the form keeps its defaults. */
export type TypedValues = ReadonlyMap<string, JsonValue>;

/** What a field holds now, in the form it is submitted in (template-format §2.6). */
export function valueOf(field: FormField, typed: TypedValues): JsonValue | undefined {
  return typed.get(field.name) ?? field.defaultValue;
}

/** Everything that is drawn and has a value. Hidden fields are filled in when it is submitted. */
export function formValues(fields: readonly FormField[], typed: TypedValues): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.hidden ? undefined : valueOf(field, typed);
      return value === undefined || value === null ? [] : [[field.name, value]];
    }),
  );
}

/** What of a draft was typed: everything that is not the default. */
export function typedValues(fields: readonly FormField[], draft: JsonObject): TypedValues {
  const typed = new Map<string, JsonValue>();
  for (const { name, defaultValue } of fields) {
    const value = Object.hasOwn(draft, name) ? draft[name] : undefined;
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultValue)) {
      typed.set(name, value);
    }
  }
  return typed;
}

export function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((one: JsonValue) => textOf(one)) : [];
}

/** A figure as typed; the empty text when it is none, which is not the same as untouched. */
export function numberOf(text: string): number | '' {
  const figure = Number(text);
  return text.trim() === '' || !Number.isFinite(figure) ? '' : figure;
}

/** Indexes in `{index}` or `{index: [...]}` that an option exists for. */
export function selectedIndexes(
  value: JsonValue | undefined,
  options: readonly SelectOption[],
): readonly number[] {
  if (typeof value !== 'object' || value === null || !('index' in value)) return [];
  const index = value.index;
  const indexes: readonly (JsonValue | undefined)[] = Array.isArray(index) ? index : [index];
  return indexes.filter(
    (one): one is number => typeof one === 'number' && options[one] !== undefined,
  );
}

/** `{index, value}` of a SELECT. */
export function selectValue(index: number, options: readonly SelectOption[]): JsonValue {
  return { index, value: options[index]?.value ?? null };
}

/** `{index: [], value: []}` of a MULTI_SELECT. */
export function multiSelectValue(
  indexes: readonly number[],
  options: readonly SelectOption[],
): JsonValue {
  return { index: indexes, value: indexes.map((index) => options[index]?.value ?? null) };
}

/** Option values of check groups are compared as the texts they are submitted as. */
export function optionText({ value }: SelectOption): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
