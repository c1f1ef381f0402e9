import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import { checkItemValue } from '../view/controls/check-list.js';
import { holdsValue, isSameValue } from '../view/controls/same-value.js';
import type { CheckListNode, SelectNode, TagPickerNode, ViewNode } from '../view/view-node.js';
import type { Acting } from './acting.js';
import { declaredParams, keepValue, send, sendRemoval, takeValue } from './control-value.js';
import type { Gesture } from './gesture.js';
import { askClientApi } from './perform.js';
import { ownProp, variableOf } from './prop.js';
import { readOptions } from './select-options.js';
import { inputAction } from './tap-of.js';
import { viewNodeAt } from './view-tree.js';

/** Inputs, selects, dates, checkboxes, lists and tags. False: not a component of this kind. */
export async function actOnControl(acting: Acting, gesture: Gesture): Promise<boolean> {
  switch (acting.binding.node.componentName) {
    case 'Input':
      await actOnInput(acting, gesture);
      return true;
    case 'SelectBlock':
      await actOnSelect(acting, gesture);
      return true;
    case 'MultiSelectBlock':
      await actOnMultiSelect(acting, gesture);
      return true;
    case 'DatePickerBlock':
      if (gesture.type !== 'date') acting.nothing('wrong-gesture', gesture.type);
      else await takeValue(acting, gesture.text);
      return true;
    case 'Checkbox':
      await actOnCheckbox(acting, gesture);
      return true;
    case 'CheckboxList':
    case 'CheckboxListMulti':
      await actOnList(acting, gesture);
      return true;
    case 'CheckableTags':
      await actOnTags(acting, gesture);
      return true;
    default:
      return false;
  }
}

async function actOnInput(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type !== 'enter' && gesture.type !== 'tap') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const text = gesture.type === 'enter' ? gesture.text : await prompted(acting);
  if (text === undefined) return;
  const sends = inputAction(acting.binding.node.props) === 'request';
  if (text === '' && sends && !acting.now().settings.emptyInputSubmit) {
    acting.nothing('empty-input');
    return;
  }
  await takeValue(acting, text);
}

/** The popup of a client, for faces that have none of their own (template-format §4.5). */
async function prompted(acting: Acting): Promise<string | undefined> {
  const { node, place } = acting.binding;
  const now = acting.now();
  const drawn = drawnAt(acting);
  const result = await askClientApi(acting, 'device.notification.prompt', {
    title: now.text(node.props['title'], place),
    message: now.text(node.props['message'], place),
    defaultText: drawn?.kind === 'input' ? drawn.value : '',
    buttonLabels: ['提交', '取消'],
  });
  if (typeof result === 'string') return result;
  if (!isJsonObject(result)) return undefined;
  const value = ownProp(result, 'value');
  if (result['buttonIndex'] === 0 && typeof value === 'string') return value;
  acting.nothing('cancelled');
  return undefined;
}

async function actOnSelect(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type !== 'pick') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const option = drawnSelect(acting)?.options[gesture.index];
  if (option === undefined) acting.nothing('no-such-item', String(gesture.index));
  else await takeValue(acting, { index: gesture.index, value: option.value });
}

async function actOnMultiSelect(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type === 'removeChip') {
    await removeChip(acting, gesture.index);
    return;
  }
  if (gesture.type !== 'pickMany') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const options = drawnSelect(acting)?.options ?? [];
  const missing = gesture.indexes.find((index) => options[index] === undefined);
  if (missing !== undefined) acting.nothing('no-such-item', String(missing));
  else await takeValue(acting, chosen(gesture.indexes, options));
}

function chosen(indexes: readonly number[], options: SelectNode['options']): JsonObject {
  return {
    index: indexes,
    value: indexes.map((index) => options[index]?.value ?? ''),
  };
}

/** @param index into the options; what is kept loses it, what is sent says which it was */
export async function removeChip(acting: Acting, index: number): Promise<void> {
  const select = drawnSelect(acting);
  if (select?.options[index] === undefined) {
    acting.nothing('no-such-item', String(index));
    return;
  }
  if (inputAction(acting.binding.node.props) === 'request') {
    const { node, place } = acting.binding;
    const option = readOptions(node.props['options'], acting.now(), place)[index];
    await sendRemoval(acting, option?.whole ?? {}, index);
    return;
  }
  const left = select.selected.filter((one) => one !== index);
  keepValue(acting, chosen(left, select.options));
}

/** What is drawn of the node; the key of a chip is one inside it. */
function drawnSelect(acting: Acting): SelectNode | undefined {
  const { binding } = acting;
  const suffix = binding.part?.kind === 'chip' ? /\/[^/]*$/ : /$^/;
  const drawn = drawnAt(acting, binding.key.replace(suffix, ''));
  return drawn?.kind === 'select' ? drawn : undefined;
}

function drawnAt({ view, binding }: Acting, key = binding.key): ViewNode | undefined {
  return viewNodeAt(view.root, key);
}

/** The server works out the new state of one that sends (template-format §4.4). */
async function actOnCheckbox(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type !== 'tap') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  if (inputAction(acting.binding.node.props) === 'request') {
    await send(acting, '1', declaredParams(acting));
    return;
  }
  const drawn = drawnAt(acting);
  keepValue(acting, !(drawn?.kind === 'checkbox' && drawn.checked));
}

async function actOnList(acting: Acting, gesture: Gesture): Promise<void> {
  const { node, place } = acting.binding;
  const multiple = node.componentName === 'CheckboxListMulti';
  if (gesture.type !== 'toggleItem' && gesture.type !== 'pick') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const now = acting.now();
  const items = now.items(node.props['listData'], place);
  const values = items.map((item) => checkItemValue({ evaluation: now }, node, item) ?? item.index);
  const value = values[gesture.index];
  if (value === undefined) acting.nothing('no-such-item', String(gesture.index));
  else if (!multiple) await keepOrSend(acting, value);
  else {
    const drawn = drawnAt(acting);
    const before = drawn?.kind === 'checkList' ? checkedValues(drawn, values) : [];
    await keepOrSend(acting, toggled(heldList(acting, 'localVarAction') ?? before, value));
  }
}

function checkedValues(drawn: CheckListNode, values: readonly JsonValue[]): readonly JsonValue[] {
  return values.filter((_value, index) => drawn.items[index]?.checked === true);
}

async function actOnTags(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type !== 'toggleItem' && gesture.type !== 'pick') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const drawn = drawnAt(acting);
  const tag = drawn?.kind === 'tagPicker' ? drawn.tags[gesture.index] : undefined;
  if (drawn?.kind !== 'tagPicker' || tag === undefined) {
    acting.nothing('no-such-item', String(gesture.index));
    return;
  }
  if (!drawn.multiple) await keepOrSend(acting, tag.value, 'singleLocalVariable');
  else {
    const before = heldList(acting, 'localVariable') ?? selectedValues(drawn);
    await keepOrSend(acting, toggled(before, tag.value), 'localVariable');
  }
}

function selectedValues({ tags }: TagPickerNode): readonly JsonValue[] {
  return tags.filter(({ selected }) => selected).map(({ value }) => value);
}

/** What the variable written to holds by now, when that is a list of values. */
function heldList(acting: Acting, name: string): readonly JsonValue[] | undefined {
  const variable = variableOf(ownProp(acting.binding.node.props, name));
  if (variable === '') return undefined;
  const held = acting.now().variable(variable, acting.binding.place);
  if (!Array.isArray(held)) return undefined;
  const list = held as readonly JsonValue[];
  return list.some((one) => typeof one === 'boolean') ? undefined : list;
}

function toggled(list: readonly JsonValue[], value: JsonValue): readonly JsonValue[] {
  return holdsValue(list, value)
    ? list.filter((one) => !isSameValue(one, value))
    : [...list, value];
}

/** Lists and tags are only known to keep what is chosen; a request has no payload described. */
async function keepOrSend(acting: Acting, value: JsonValue, name?: string): Promise<void> {
  if (inputAction(acting.binding.node.props) === 'setLocalState') keepValue(acting, value, name);
  else await takeValue(acting, value);
}
