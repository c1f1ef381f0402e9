import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import type { ViewSwitches } from '../../card-data.js';

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

const locales: Readonly<Record<ViewSwitches['language'], readonly string[]>> = {
  zh_Hans: ['zh_CN', 'zh_Hans', 'en_US'],
  en_US: ['en_US', 'zh_CN', 'zh_Hans'],
};

/** A text, or one per locale `{zh_CN, en_US, …}` (template-format §2.7). */
export function localeText(
  value: JsonValue | undefined,
  language: ViewSwitches['language'],
): string {
  if (!isJsonObject(value)) return plainText(value);
  const known = locales[language].find((locale) => isText(value, locale));
  const any = known ?? Object.keys(value).find((locale) => isText(value, locale));
  return any === undefined ? '' : plainText(value[any]);
}

function isText(texts: JsonObject, locale: string): boolean {
  const text = Object.hasOwn(texts, locale) ? texts[locale] : undefined;
  return typeof text === 'string' && text !== '';
}
