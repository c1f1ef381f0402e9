import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import type { ConditionReader } from './condition-reader.js';
import type { EvaluationInput, Place } from './evaluation.js';
import type { FindingLog } from './finding-log.js';
import { inLanguage, isLanguageMap } from './language-text.js';
import type { Scope } from './scope.js';
import { isTruthy, LONGEST_TEXT, textOf } from './value-text.js';
import { pathOf } from './variable-path.js';

/** Values of the editor's wrappers and of plain scalars (template-format §3.1). */
export interface WrapperReader {
  readonly value: (wrapper: JsonValue | undefined, place: Place) => JsonValue | undefined;
  readonly text: (wrapper: JsonValue | undefined, place: Place) => string;
  readonly fill: (text: string, place: Place) => string;
  readonly visible: (wrapper: JsonValue | undefined, place: Place) => boolean;
  readonly truthy: (value: JsonValue | undefined) => boolean;
}

/** Wrappers inside wrappers, e.g. of a language. */
const DEEPEST = 8;

export function createWrapperReader(
  { settings, switches }: EvaluationInput,
  scope: Scope,
  condition: ConditionReader,
  log: FindingLog,
): WrapperReader {
  const truthy = (value: JsonValue | undefined) => isTruthy(value, settings.truthyZeroText);

  const fill = (text: string, place: Place): string => {
    if (!text.includes('${')) return text;
    let room = LONGEST_TEXT;
    const filled = text.replace(/\$\{([^{}]*)\}/g, (_all, path: string) => {
      const value = asText(scope.read(path.trim(), place, false), path.trim());
      room -= value.length;
      if (room >= 0) return value;
      log.find('T304', text, { name: text });
      return '';
    });
    return filled;
  };

  const asText = (value: JsonValue | undefined, name: string): string => {
    if (typeof value === 'object' && value !== null) log.find('T309', name, { name });
    return textOf(value);
  };

  const bound = (wrapper: JsonObject, place: Place): JsonValue | undefined =>
    scope.read(pathOf(wrapper['variable']), place, wrapper['variableType'] === 'loop');

  const read = (
    wrapper: JsonValue | undefined,
    place: Place,
    depth: number,
  ): JsonValue | undefined => {
    if (wrapper === null || depth > DEEPEST) return undefined;
    if (typeof wrapper === 'string') return fill(wrapper, place);
    if (!isJsonObject(wrapper)) return wrapper;
    const { valueType } = wrapper;
    if (valueType === 'variable') return bound(wrapper, place);
    if (valueType === 'eventData') return scope.readEvent(pathOf(wrapper['eventData']), place);
    if (valueType === 'condition') return condition(wrapper['condition'], place);
    if (valueType === 'full' || valueType === 'adaptive') return valueType;
    if (wrapper['full'] === true) return 'full';
    if (wrapper['adaptive'] === true) return 'adaptive';
    if (wrapper['type'] === 'variableValue') return bound(wrapper, place);
    if (wrapper['type'] === 'JSSlot') return undefined;
    if (isText(wrapper)) return content(wrapper, place, depth);
    return isWrapper(wrapper) ? read(wrapper['value'], place, depth + 1) : wrapper;
  };

  /** Of a dynamicString, or of the wrapper that holds one wrapper for each language. */
  const content = (wrapper: JsonObject, place: Place, depth: number): JsonValue | undefined => {
    const { content: inner, i18n, defaultLang } = wrapper;
    const one = isJsonObject(inner)
      ? inLanguage(inner, switches.language, defaultLang, i18n !== false)
      : inner;
    // Scripts that write templates bind texts this way too.
    if ((one ?? '') === '' && pathOf(wrapper['variable']) !== '') return bound(wrapper, place);
    return read(one, place, depth + 1);
  };

  return {
    fill: (text, place) => log.within(text, () => fill(text, place)),
    value: (wrapper, place) => log.within(wrapper, () => read(wrapper, place, 0)),
    text: (wrapper, place) =>
      log.within(wrapper, () => {
        const value = read(wrapper, place, 0);
        if (isJsonObject(value) && isLanguageMap(value)) {
          return textOf(inLanguage(value, switches.language, undefined, true));
        }
        return asText(value, nameOf(wrapper));
      }),
    visible: (wrapper, place) =>
      log.within(wrapper, () => {
        if (wrapper === undefined || wrapper === null) return true;
        if (!isJsonObject(wrapper)) return truthy(read(wrapper, place, 0));
        const isUnbound = wrapper['valueType'] === 'variable' && pathOf(wrapper['variable']) === '';
        const value = isUnbound ? wrapper['value'] : read(wrapper, place, 0);
        return value === undefined && (isUnbound || isFixed(wrapper)) ? true : truthy(value);
      }),
    truthy,
  };
}

/** What to call it when something is wrong with its value. */
function nameOf(wrapper: JsonValue | undefined): string {
  if (!isJsonObject(wrapper)) return '[]';
  return pathOf(wrapper['variable']) || pathOf(wrapper['type']) || '{}';
}

function isFixed(wrapper: JsonObject): boolean {
  return wrapper['valueType'] === undefined || wrapper['valueType'] === 'fixed';
}

/** A dynamicString, or a wrapper that holds others by language. */
function isText(wrapper: JsonObject): boolean {
  if (wrapper['type'] === 'dynamicString') return !Object.hasOwn(wrapper, 'value');
  return (
    Object.hasOwn(wrapper, 'content') &&
    (Object.hasOwn(wrapper, 'i18n') || Object.hasOwn(wrapper, 'defaultLang'))
  );
}

/** `dynamicNumber` and its like; an icon, an image or an option is a value itself. */
function isWrapper(wrapper: JsonObject): boolean {
  const { type, valueType } = wrapper;
  return (
    valueType === 'fixed' ||
    (typeof type === 'string' && (type.startsWith('dynamic') || type === 'DynamicList'))
  );
}
