import type { JsonValue } from '../../base/json-text.js';
import type { Gesture } from '../../card/act/gesture.js';
import type { FormField, FormNode, SelectOption } from '../../card/view/view-node.js';
import type { Region } from '../../paint/painted-card.js';

/** What touching a region begins. */
export type Touch =
  | { readonly does: 'gesture'; readonly gesture: Gesture }
  | {
      readonly does: 'type';
      readonly title: string;
      readonly hint: string;
      readonly start: string;
      readonly then: (text: string) => Touch;
    }
  | {
      readonly does: 'choose';
      readonly title: string;
      readonly items: readonly string[];
      /** Present where several can be chosen. */
      readonly chosen?: readonly number[];
      readonly then: (indexes: readonly number[]) => Touch;
    }
  | { readonly does: 'fill'; readonly name: string; readonly value: JsonValue }
  | { readonly does: 'nothing' };

/** @param typed what was typed into the form so far */
export function touchOf({ node, part }: Region, typed: Readonly<Record<string, JsonValue>>): Touch {
  const tap: Touch = { does: 'gesture', gesture: { type: 'tap' } };
  switch (node.kind) {
    case 'input':
      return {
        does: 'type',
        title: node.title || node.placeholder,
        hint: node.placeholder,
        start: node.value,
        then: (text) => ({ does: 'gesture', gesture: { type: 'enter', text } }),
      };
    case 'date':
      return {
        does: 'type',
        title: node.placeholder || node.format,
        hint: node.format,
        start: node.value,
        then: (text) => ({ does: 'gesture', gesture: { type: 'date', text } }),
      };
    case 'select':
      return {
        does: 'choose',
        title: node.placeholder,
        items: node.options.map(({ text }) => text),
        ...(node.multiple ? { chosen: node.selected } : {}),
        then: (indexes) =>
          node.multiple
            ? { does: 'gesture', gesture: { type: 'pickMany', indexes } }
            : { does: 'gesture', gesture: { type: 'pick', index: indexes[0] ?? -1 } },
      };
    case 'checkList':
    case 'tagPicker': {
      const index = part?.is === 'item' || part?.is === 'tag' ? part.index : -1;
      const type = node.multiple ? 'toggleItem' : 'pick';
      return { does: 'gesture', gesture: { type, index } };
    }
    case 'feedback':
      if (part?.is !== 'feedback') return tap;
      return { does: 'gesture', gesture: { type: 'feedback', part: part.part } };
    case 'form':
      return touchOfForm(node, part, typed);
    default:
      return tap;
  }
}

function touchOfForm(
  node: FormNode,
  part: Region['part'],
  typed: Readonly<Record<string, JsonValue>>,
): Touch {
  if (part?.is === 'submit') {
    return { does: 'gesture', gesture: { type: 'submit', values: typed } };
  }
  const field = part?.is === 'field' ? fieldOf(node, part.name) : undefined;
  if (!field || field.readOnly || node.state !== 'normal') return { does: 'nothing' };
  const { name } = field;
  const value = Object.hasOwn(typed, name) ? typed[name] : field.defaultValue;
  const fill = (next: JsonValue): Touch => ({ does: 'fill', name, value: next });
  const items = field.options.map(({ text }) => text);
  const title = field.label || name;
  switch (field.type) {
    case 'CHECKBOX':
    case 'SWITCH':
      return fill(value !== true);
    case 'SELECT':
      return {
        does: 'choose',
        title,
        items,
        then: ([index = -1]) => fill({ index, value: field.options[index]?.value ?? '' }),
      };
    case 'CHECKBOX_GROUP':
      return {
        does: 'choose',
        title,
        items,
        then: ([index = -1]) => fill(field.options[index]?.value ?? ''),
      };
    case 'MULTI_SELECT':
      return {
        does: 'choose',
        title,
        items,
        chosen: chosenOf(field.options, value),
        then: (index) =>
          fill({ index, value: index.map((one) => field.options[one]?.value ?? '') }),
      };
    case 'MULTI_CHECKBOX_GROUP':
      return {
        does: 'choose',
        title,
        items,
        chosen: chosenOf(field.options, value),
        then: (indexes) => fill(indexes.flatMap((index) => field.options[index]?.value ?? [])),
      };
    case 'TEXT_ARRAY':
      return typing(field, value, (text) => fill(text.split('\n').filter((line) => line !== '')));
    case 'unknown':
      return { does: 'nothing' };
    default:
      return typing(field, value, fill);
  }
}

function typing(
  field: FormField,
  value: JsonValue | undefined,
  then: (text: string) => Touch,
): Touch {
  const start = Array.isArray(value) ? value.join('\n') : value;
  return {
    does: 'type',
    title: field.label || field.name,
    hint: field.format ?? field.placeholder,
    start: start === undefined || start === null || typeof start === 'object' ? '' : String(start),
    then,
  };
}

function fieldOf(node: FormNode, name: string): FormField | undefined {
  return node.fields.find((field) => field.name === name);
}

function chosenOf(
  options: readonly SelectOption[],
  value: JsonValue | undefined,
): readonly number[] {
  const held: JsonValue | undefined =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly index?: JsonValue })['index']
      : value;
  if (!Array.isArray(held)) return [];
  const list = held as readonly JsonValue[];
  return options.flatMap((option, index) =>
    list.some((one) => one === index || one === option.value) ? [index] : [],
  );
}
