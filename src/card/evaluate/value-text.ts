import { isJsonObject, type JsonValue } from '../../base/json-text.js';

/** Longest text an evaluation makes of others. */
export const LONGEST_TEXT = 1_000_000;

/** A value as text: nothing is empty, numbers and booleans their usual form, the rest JSON (template-format §3.2). */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

/** Nothing counts as 0; NaN where a text is no number. */
export function numberOf(value: JsonValue | undefined): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? Number(value) : Number.NaN;
}

/** What conditions and `?:` take for true (template-format §3.4). @param zeroText whether the text "0" does */
export function isTruthy(value: JsonValue | undefined, zeroText: boolean): boolean {
  if (value === '0') return zeroText;
  return (
    value !== undefined &&
    value !== null &&
    value !== '' &&
    value !== false &&
    value !== 'false' &&
    value !== 0 &&
    !Number.isNaN(value)
  );
}

/** `[]` and `{}`. */
export function isEmptyList(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Of a text, a list, or the fields of an object; otherwise of the value's text. */
export function lengthOf(value: JsonValue | undefined): number {
  if (Array.isArray(value)) return value.length;
  if (isJsonObject(value)) return Object.keys(value).length;
  return textOf(value).length;
}
