import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { prop, shown } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { SelectOption } from '../view-node.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { localeText, plainText } from './plain-text.js';

/** More than anyone scrolls through. */
const MAX_OPTIONS = 1000;

/**
 * Options of a select: a list in the file (`label`, or `text` in newer ones) or a variable
 * (template-format §2.7). Entries that cannot be read keep their place, since indexes are submitted.
 */
export function selectOptions(at: BuildPlace, node: TemplateNode): readonly SelectOption[] {
  const raw = prop(node, 'options');
  const source = dataSource(at, node, 'options');
  const fixed = Array.isArray(raw) || (isJsonObject(raw) && raw['valueType'] === 'fixed');
  if (!fixed) return dataOptions(source, source.value, at);
  const list = Array.isArray(raw) ? (raw as JsonValue) : isJsonObject(raw) ? raw['value'] : [];
  return entriesOf(source, list, MAX_OPTIONS).map((entry) => fixedOption(at, entry));
}

/** Options that came as data. @param inside path of the list within the source's value */
export function dataOptions(
  source: DataSource,
  list: JsonValue | undefined,
  at: BuildPlace,
  inside = '',
): readonly SelectOption[] {
  return entriesOf(source, list, MAX_OPTIONS, inside).map((entry, index) => {
    if (isJsonObject(entry)) return dataOption(at, entry);
    if (entry === null || typeof entry === 'object') {
      source.find('D152', { value: shown(entry) }, `${inside}[${index}]`);
    }
    return { text: plainText(entry), value: entry };
  });
}

function dataOption({ evaluation }: BuildPlace, entry: JsonObject): SelectOption {
  const value = ownProp(entry, 'value');
  const text = ownProp(entry, 'text') ?? ownProp(entry, 'label') ?? value;
  return { text: localeText(text, evaluation.switches.language), value: value ?? '' };
}

function fixedOption(at: BuildPlace, entry: JsonValue): SelectOption {
  if (!isJsonObject(entry)) return { text: fixedText(at, entry), value: entry };
  const value = ownProp(entry, 'value');
  const text = ownProp(entry, 'text') ?? ownProp(entry, 'label') ?? value;
  return { text: fixedText(at, text), value: fixedValue(at, value) };
}

/** Of the template: `${}` is filled in. A map of locales without a wrapper is one too. */
export function fixedText(at: BuildPlace, raw: JsonValue | undefined): string {
  const { evaluation, place } = at;
  if (isJsonObject(raw) && raw['type'] === undefined && raw['content'] === undefined) {
    return evaluation.fill(localeText(raw, evaluation.switches.language), place);
  }
  return evaluation.text(raw, place);
}

/** A dynamicString, or what the file says as it is. */
export function fixedValue(
  { evaluation, place }: BuildPlace,
  raw: JsonValue | undefined,
): JsonValue {
  return (isJsonObject(raw) ? evaluation.value(raw, place) : raw) ?? '';
}
