import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import { shown } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { FormField } from '../view-node.js';
import type { DataSource } from './data-source.js';
import { dateFormats } from './date-picker.js';
import { formDefault } from './form-default.js';
import { numberOf } from './number-value.js';
import { localeText, plainText } from './plain-text.js';
import { dataOptions } from './select-options.js';

type FieldType = FormField['type'];

/** Types a field may have (template-format §2.6). */
export const formFieldTypes: ReadonlySet<string> = new Set<FieldType>([
  'TEXT',
  'TEXT_AREA',
  'TEXT_ARRAY',
  'NUMBER',
  'DATE',
  'TIME',
  'DATETIME',
  'SELECT',
  'MULTI_SELECT',
  'CHECKBOX',
  'SWITCH',
  'CHECKBOX_GROUP',
  'MULTI_CHECKBOX_GROUP',
]);

const isType = (text: string): text is FieldType => formFieldTypes.has(text);

/** One entry of `fields` (template-format §2.6). @param inside path of the entry, for findings */
export function formField(
  at: BuildPlace,
  source: DataSource,
  name: string,
  entry: JsonObject,
  inside: string,
): FormField {
  const { language } = at.evaluation.switches;
  const word = (key: string) => localeText(ownProp(entry, key), language);
  const declaredType = plainText(ownProp(entry, 'type'));
  const type = isType(declaredType) ? declaredType : 'unknown';
  if (type === 'unknown') source.find('D157', { value: shown(declaredType) }, `${inside}.type`);
  const options = dataOptions(source, ownProp(entry, 'options'), at, `${inside}.options`);
  const defaultValue = defaultOf(source, entry, type, options, inside);
  const label = word('label');
  const format = plainText(ownProp(entry, 'format')) || usualFormat(type);
  const addText = word('addText');
  return {
    name,
    label,
    type,
    declaredType,
    hidden: isOn(entry, 'hidden'),
    readOnly: isOn(entry, 'readOnly'),
    required: isOn(entry, 'required'),
    requiredMsg: word('requiredMsg') || `${label || name}是必填项`,
    placeholder: word('placeholder'),
    ...(defaultValue === undefined ? undefined : { defaultValue }),
    ...(format === undefined ? undefined : { format }),
    options,
    ...rows(entry),
    ...(addText === '' ? undefined : { addText }),
  };
}

/** The documentation spells `defautValue` once; senders copied it. */
function defaultOf(
  source: DataSource,
  entry: JsonObject,
  type: FieldType,
  options: FormField['options'],
  inside: string,
): JsonValue | undefined {
  const name = Object.hasOwn(entry, 'defaultValue') ? 'defaultValue' : 'defautValue';
  const raw = ownProp(entry, name);
  if (raw === undefined || raw === null) return undefined;
  const value = formDefault(type, raw, options);
  if (value === undefined && raw !== '') {
    source.find('D160', { value: shown(raw), type }, `${inside}.${name}`);
  }
  return value;
}

function usualFormat(type: FieldType): string | undefined {
  switch (type) {
    case 'DATE':
      return dateFormats.date;
    case 'TIME':
      return dateFormats.time;
    case 'DATETIME':
      return dateFormats.datetime;
    default:
      return undefined;
  }
}

function isOn(entry: JsonObject, name: string): boolean {
  const value = ownProp(entry, name);
  return value === true || value === 'true';
}

const MAX_ROWS = 100;

function rows(entry: JsonObject): Pick<FormField, 'minRows' | 'maxRows'> {
  const minRows = count(ownProp(entry, 'minRows'));
  const maxRows = count(ownProp(entry, 'maxRows'));
  return {
    ...(minRows === undefined ? undefined : { minRows }),
    ...(maxRows === undefined ? undefined : { maxRows: Math.max(maxRows, minRows ?? 1) }),
  };
}

function count(value: JsonValue | undefined): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : Math.min(MAX_ROWS, Math.max(1, Math.round(number)));
}
