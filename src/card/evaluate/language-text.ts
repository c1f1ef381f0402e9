import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import type { ViewSwitches } from '../card-data.js';

/** Spellings of a language, as the editor and the API write it. */
const spellings: Readonly<Record<ViewSwitches['language'], readonly string[]>> = {
  zh_Hans: ['zh_Hans', 'zh_CN', 'zh'],
  en_US: ['en_US', 'en'],
};

const LOCALE = /^[a-z]{2}(?:_[A-Za-z]{2,4})?$/;

/**
 * The content of an i18n wrapper in a language (template-format §3.1): the language's own, else the
 * wrapper's default, else Chinese, else the first that is not empty. @param byLanguage false: not
 * translated, only the default counts
 */
export function inLanguage(
  content: JsonObject,
  language: ViewSwitches['language'],
  defaultLang: JsonValue | undefined,
  byLanguage: boolean,
): JsonValue | undefined {
  const wanted = [
    ...(byLanguage ? spellings[language] : []),
    ...(typeof defaultLang === 'string' ? [defaultLang] : []),
    ...spellings.zh_Hans,
    ...Object.keys(content).slice(0, 50),
  ];
  const name = wanted.find((one) => Object.hasOwn(content, one) && !isBlank(content[one]));
  return name === undefined ? undefined : content[name];
}

/** `{zh_CN: …, en_US: …}`, as options in data carry it (template-format §2.7). */
export function isLanguageMap(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.length <= 50 && keys.every((key) => LOCALE.test(key));
}

function isBlank(value: JsonValue | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (isJsonObject(value) && isUnset(value))
  );
}

function isUnset(wrapper: JsonObject): boolean {
  return wrapper['content'] === '';
}
