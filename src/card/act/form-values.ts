import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import { formDefault } from '../view/controls/form-default.js';
import type { FormField } from '../view/view-node.js';
import type { FormProblem } from './effect.js';

export interface FormReading {
  /** As submitted: `{field: value}` (template-format §2.6). */
  readonly values: JsonObject;
  readonly problems: readonly FormProblem[];
}

/**
 * What a form submits: what was typed, in the type of each field; hidden and read-only fields, and
 * those nobody touched, with their defaults. A field without value is left out.
 */
export function readForm(fields: readonly FormField[], typed: JsonObject): FormReading {
  const entries: [string, JsonValue][] = [];
  const problems: FormProblem[] = [];
  for (const field of fields) {
    const fixed = field.hidden || field.readOnly;
    const own = fixed || !Object.hasOwn(typed, field.name) ? undefined : typed[field.name];
    const value =
      own === undefined || own === null
        ? field.defaultValue
        : formDefault(field.type, own, field.options);
    const problem = fixed ? undefined : problemOf(field, own, value);
    if (problem !== undefined) problems.push({ field: field.name, message: problem });
    else if (value !== undefined) entries.push([field.name, value]);
  }
  return { values: Object.fromEntries(entries), problems };
}

function problemOf(
  field: FormField,
  typed: JsonValue | undefined,
  value: JsonValue | undefined,
): string | undefined {
  if (field.required && isBlank(value) && isBlank(typed)) return field.requiredMsg;
  if (isBlank(typed) || value !== undefined) return undefined;
  return field.type === 'NUMBER' ? `${field.label}不是数字` : `${field.label}不是选项`;
}

function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every((one: JsonValue) => isBlank(one));
  if (!isJsonObject(value)) return false;
  const index = value['index'];
  return (Array.isArray(index) && index.length === 0) || index === -1;
}
