import type { JsonValue } from '../base/json-text.js';
import type { FormField, FormNode } from '../card/view/view-node.js';
import { type Block, block, noEdges, textBlock } from './block.js';
import { buttonLook, fieldBlock, stateMark } from './control-blocks.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';

/** A label above each field, and the button below them all. */
export function formBlock(node: FormNode, place: PaintPlace): Block {
  const typed = place.context.options.formValues?.(node.key) ?? {};
  const fields = node.fields
    .filter(({ hidden }) => !hidden)
    .slice(0, 200)
    .flatMap((field, index) => {
      const value = Object.hasOwn(typed, field.name) ? typed[field.name] : field.defaultValue;
      return fieldBlocks(node, field, value, index > 0, place);
    });
  const own = node.children.flatMap((child) => place.child(child) ?? []);
  if (node.customSubmit) return block({ children: [...fields, ...own] });
  const isOn = node.state === 'normal';
  const mark = stateMark(node.state);
  const text = rationed(`[ ${[mark, node.submitText].filter(Boolean).join(' ')} ]`, place.context);
  const submit = textBlock([{ text, look: buttonLook(isOn, 'blue', place) }], {
    width: { kind: 'fit' },
    margin: { ...noEdges, top: fields.length > 0 ? 1 : 0 },
    region: regionOf(node, { is: 'submit' }),
  });
  return block({ children: [...fields, ...own, submit] });
}

function fieldBlocks(
  node: FormNode,
  field: FormField,
  value: JsonValue | undefined,
  isSpaced: boolean,
  place: PaintPlace,
): readonly Block[] {
  const label = rationed(field.label || field.name, place.context);
  const runs = [
    { text: label, look: plainLook(place) },
    ...(field.required ? [{ text: ' *', look: { ...plainLook(place), bold: true } }] : []),
    ...(field.readOnly
      ? [{ text: ` ${place.context.t('paint.readOnly')}`, look: quietLook(place) }]
      : []),
  ];
  const margin = { ...noEdges, top: isSpaced ? 1 : 0 };
  return [textBlock(runs, { margin }), fieldControl(node, field, value, place)];
}

function fieldControl(
  node: FormNode,
  field: FormField,
  value: JsonValue | undefined,
  place: PaintPlace,
): Block {
  const region = regionOf(node, { is: 'field', name: field.name });
  const { t } = place.context;
  const look = plainLook(place);
  switch (field.type) {
    case 'CHECKBOX':
    case 'SWITCH': {
      const text = isChecked(value) ? '[x]' : '[ ]';
      return textBlock([{ text, look }], { region });
    }
    case 'CHECKBOX_GROUP':
    case 'MULTI_CHECKBOX_GROUP': {
      const isMany = field.type === 'MULTI_CHECKBOX_GROUP';
      const marks = isMany ? ['[ ]', '[x]'] : ['( )', '(•)'];
      const items = field.options.map((option) => {
        const on = isChosen(option.value, value);
        return `${marks[on ? 1 : 0]} ${option.text}`;
      });
      return textBlock([{ text: rationed(items.join('  '), place.context), look }], { region });
    }
    case 'unknown': {
      const text = t('paint.unsupported', { what: field.declaredType });
      return textBlock([{ text: rationed(text, place.context), look: quietLook(place) }]);
    }
    default: {
      const text = {
        value: rationed(valueText(field, value), place.context),
        placeholder: field.placeholder || (field.format ?? ''),
        sign: signs[field.type],
        state: node.state,
        maxLines: field.type === 'TEXT_AREA' ? Math.min(field.maxRows ?? 4, 8) : 2,
      };
      return { ...fieldBlock(text, place), region };
    }
  }
}

const signs = {
  TEXT: '✎',
  TEXT_AREA: '✎',
  TEXT_ARRAY: '＋',
  NUMBER: '#',
  DATE: '◷',
  TIME: '◷',
  DATETIME: '◷',
  SELECT: '▾',
  MULTI_SELECT: '▾',
} as const;

function isChecked(value: JsonValue | undefined): boolean {
  return value === true || value === 'true' || value === 1;
}

/** The chosen value itself, or what holds it: an index, a `{value}` or a list of those. */
function isChosen(option: JsonValue, value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some((one) => isChosen(option, one));
  if (isValueHolder(value)) return isChosen(option, value['value']);
  return value !== undefined && JSON.stringify(option) === JSON.stringify(value);
}

function valueText(field: FormField, value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  const chosen = field.options.filter((option) => isChosen(option.value, value));
  if (chosen.length > 0) return chosen.map(({ text }) => text).join('、');
  if (Array.isArray(value)) return value.map((one) => valueText(field, one)).join('、');
  if (isValueHolder(value)) return valueText(field, value['value']);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isValueHolder(
  value: JsonValue | undefined,
): value is { readonly value: JsonValue; readonly [key: string]: JsonValue } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.hasOwn(value, 'value')
  );
}
