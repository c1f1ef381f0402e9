import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import type { ViewSwitches } from '../../card-data.js';
import { inLanguage } from '../../evaluate/language-text.js';

/** Longer than anything a card shows of one value. */
const MAX_TEXT = 10_000;

/** What a value that came as data looks like where a text is shown; never filled in again. */
export function plainText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value.slice(0, MAX_TEXT);
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value).slice(0, MAX_TEXT);
  } catch {
    // Nested deeper than the engine writes.
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}

/** A text, or one per locale `{zh_CN, en_US, …}` (template-format §2.7). */
export function localeText(
  value: JsonValue | undefined,
  language: ViewSwitches['language'],
): string {
  if (!isJsonObject(value)) return plainText(value);
  const text = inLanguage(value, language, undefined, true);
  return typeof text === 'string' ? plainText(text) : '';
}
