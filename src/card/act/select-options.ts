import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import { localeText, plainText } from '../view/controls/plain-text.js';
import { ownProp } from './prop.js';

/** More than a menu can show. */
const MAX_OPTIONS = 2000;

export interface ReadOption {
  readonly text: string;
  readonly value: JsonValue;
  /** As data has it, or with the template's texts filled in; a removed chip sends it. */
  readonly whole: JsonObject;
}

/**
 * The options of a select or of a menu in a chain: the old `[{label, value}]`, a dynamicSelectOptions
 * fixed or bound, or data `[{value, text}]` (template-format §2.7).
 */
export function readOptions(
  wrapper: JsonValue | undefined,
  evaluation: Evaluation,
  place: Place,
): readonly ReadOption[] {
  const fixed = Array.isArray(wrapper)
    ? wrapper
    : isJsonObject(wrapper) && wrapper['valueType'] === 'fixed'
      ? wrapper['value']
      : undefined;
  const list = fixed ?? evaluation.value(wrapper, place);
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonValue[])
    .slice(0, MAX_OPTIONS)
    .map((entry) => readOption(entry, fixed !== undefined, evaluation, place));
}

function readOption(
  entry: JsonValue,
  fixed: boolean,
  evaluation: Evaluation,
  place: Place,
): ReadOption {
  if (!isJsonObject(entry)) {
    const text = plainText(entry);
    return { text, value: entry, whole: { text, value: entry } };
  }
  const { language } = evaluation.switches;
  const written = ownProp(entry, 'value');
  const named = ownProp(entry, 'text') ?? ownProp(entry, 'label') ?? written;
  if (!fixed) {
    return { text: localeText(named, language), value: written ?? '', whole: entry };
  }
  const text = isJsonObject(named) ? evaluation.text(named, place) : localeText(named, language);
  const value = (isJsonObject(written) ? evaluation.value(written, place) : written) ?? '';
  return { text, value, whole: { text, value } };
}
