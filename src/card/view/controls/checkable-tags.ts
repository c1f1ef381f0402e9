import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp, variableOf } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { prop, shown, text } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { SelectOption } from '../view-node.js';
import { controlFrame } from './control-frame.js';
import { dataSource, entriesOf } from './data-source.js';
import { localValue } from './local-value.js';
import { localeText, plainText } from './plain-text.js';
import { holdsValue, isSameValue } from './same-value.js';
import { fixedText, fixedValue } from './select-options.js';

/** Chips to choose from; what is kept locally counts before what the server says. */
export const checkableTags: ComponentBuilder = (node, at) => {
  const multiple = isMultipleTags(node);
  const kept = multiple
    ? (localValue(at, node, 'localVariable') ?? bound(at, node, 'selectedVariable'))
    : (localValue(at, node, 'singleLocalVariable') ?? bound(at, node, 'singleSelectedVariable'));
  const isSelected = selection(kept, multiple);
  return {
    ...controlFrame(at, node),
    kind: 'tagPicker',
    multiple,
    tags: checkableTagList(at, node).map((tag, index) => ({
      ...tag,
      selected: isSelected(tag.value, index),
    })),
  };
};

/** `type` 1 or 0; where it is missing, the variables tell. */
function isMultipleTags(node: TemplateNode): boolean {
  const type = prop(node, 'type');
  if (type === undefined || type === '') {
    return variableOf(node.props['singleLocalVariable']) === '';
  }
  return type !== 0 && type !== '0';
}

function bound(at: BuildPlace, node: TemplateNode, name: string): JsonValue | undefined {
  return at.evaluation.value(prop(node, name), at.place) ?? undefined;
}

/** A list of flags means tags by their place, any other list their values. */
function selection(
  kept: JsonValue | undefined,
  multiple: boolean,
): (value: JsonValue, index: number) => boolean {
  if (!multiple) return (value) => isSameValue(kept, value);
  if (isFlags(kept)) return (_value, index) => kept[index] === true;
  return (value) => holdsValue(kept, value);
}

function isFlags(kept: JsonValue | undefined): kept is readonly boolean[] {
  return (
    Array.isArray(kept) &&
    kept.length > 0 &&
    kept.every((one: JsonValue) => typeof one === 'boolean')
  );
}

const MAX_TAGS = 500;

/** A list in the file or data read by its keys (template-format §2.5). */
function checkableTagList(at: BuildPlace, node: TemplateNode): readonly SelectOption[] {
  const raw = prop(node, 'tags');
  const source = dataSource(at, node, 'tags');
  if (Array.isArray(raw) || (isJsonObject(raw) && raw['valueType'] !== 'variable')) {
    const list = Array.isArray(raw) ? (raw as JsonValue) : ownProp(raw as JsonObject, 'value');
    return entriesOf(source, list, MAX_TAGS).map((entry) => fixedTag(at, entry));
  }
  const label = text(at, node, 'tagLabelKey') || 'label';
  const value = text(at, node, 'tagValueKey') || 'value';
  return entriesOf(source, source.value, MAX_TAGS).map((entry, index) => {
    if (isJsonObject(entry)) return dataTag(at, entry, label, value);
    if (entry === null || typeof entry === 'object') {
      source.find('D152', { value: shown(entry) }, `[${index}]`);
    }
    return { text: plainText(entry), value: entry };
  });
}

function fixedTag(at: BuildPlace, entry: JsonValue): SelectOption {
  if (!isJsonObject(entry)) return { text: fixedText(at, entry), value: entry };
  const value = fixedValue(at, ownProp(entry, 'value'));
  const label = ownProp(entry, 'label') ?? ownProp(entry, 'text');
  return { text: label === undefined ? plainText(value) : fixedText(at, label), value };
}

function dataTag(
  { evaluation }: BuildPlace,
  entry: JsonObject,
  labelKey: string,
  valueKey: string,
): SelectOption {
  const label = ownProp(entry, labelKey) ?? ownProp(entry, 'text');
  const value = ownProp(entry, valueKey) ?? label ?? '';
  return { text: localeText(label ?? value, evaluation.switches.language), value };
}
