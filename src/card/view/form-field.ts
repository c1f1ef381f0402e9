import type { JsonValue } from '../../base/json-text.js';

export interface SelectOption {
  readonly text: string;
  readonly value: JsonValue;
}

/** template-format §2.6. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type:
    | 'TEXT'
    | 'TEXT_AREA'
    | 'TEXT_ARRAY'
    | 'NUMBER'
    | 'DATE'
    | 'TIME'
    | 'DATETIME'
    | 'SELECT'
    | 'MULTI_SELECT'
    | 'CHECKBOX'
    | 'SWITCH'
    | 'CHECKBOX_GROUP'
    | 'MULTI_CHECKBOX_GROUP'
    | 'unknown';
  /** As declared, for the ones that are unknown. */
  readonly declaredType: string;
  /** Not drawn, but submitted. */
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly requiredMsg: string;
  readonly placeholder: string;
  /** In the form it is submitted in; undefined when there is none. */
  readonly defaultValue?: JsonValue;
  readonly format?: string;
  readonly options: readonly SelectOption[];
  readonly minRows?: number;
  readonly maxRows?: number;
  readonly addText?: string;
}
