import type { JsonValue } from '../../../base/json-text.js';
import type { FormField } from '../../../card/view/view-node.js';
import { CheckGroup } from './check-group.js';
import { DateField } from './date-field.js';
import {
  multiSelectValue,
  numberOf,
  optionText,
  selectedIndexes,
  selectValue,
  textOf,
  textsOf,
} from './form-values.js';
import { usePainting } from './painting.js';
import { SelectBox } from './select-box.js';
import { TextList } from './text-list.js';
import { oneLine } from './visible-text.js';

export interface FormWidgetProps {
  readonly id: string;
  readonly label: string;
  readonly field: FormField;
  readonly value: JsonValue | undefined;
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly describedBy?: string;
  readonly onChange: (value: JsonValue) => void;
}

/** What a field is filled in with (template-format §2.6). */
export function FormWidget(props: FormWidgetProps) {
  const { label, field, value, disabled, invalid, describedBy, onChange } = props;
  const { word, control } = usePainting();
  const placeholder = oneLine(field.placeholder);
  const described = describedBy === undefined ? {} : { describedBy };
  const shared = {
    className: 'dt-input',
    placeholder,
    ...control,
    disabled,
    'aria-label': label,
    'aria-required': field.required,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
  };
  const date = (picker: 'date' | 'datetime' | 'time') => (
    <DateField
      label={label}
      placeholder={placeholder || word('select.placeholder')}
      picker={picker}
      format={field.format ?? ''}
      value={textOf(value)}
      disabled={disabled}
      busy={false}
      invalid={invalid}
      {...described}
      onChange={onChange}
    />
  );
  const select = (multiple: boolean) => {
    const selected = selectedIndexes(value, field.options);
    return (
      <SelectBox
        label={label}
        multiple={multiple}
        placeholder={placeholder}
        options={field.options}
        selected={selected}
        disabled={disabled}
        busy={false}
        invalid={invalid}
        {...described}
        onChange={(indexes) =>
          onChange(
            multiple
              ? multiSelectValue(indexes, field.options)
              : selectValue(indexes[0] ?? 0, field.options),
          )
        }
        onRemove={(index) =>
          onChange(
            multiSelectValue(
              selected.filter((one) => one !== index),
              field.options,
            ),
          )
        }
      />
    );
  };
  switch (field.type) {
    case 'TEXT':
      return (
        <input
          type="text"
          {...shared}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'TEXT_AREA':
      return (
        <textarea
          {...shared}
          rows={Math.min(Math.max(field.minRows ?? 3, 1), 30)}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'TEXT_ARRAY':
      return (
        <TextList
          label={label}
          texts={textsOf(value)}
          placeholder={placeholder}
          addText={field.addText ?? word('form.add')}
          disabled={disabled}
          invalid={invalid}
          {...described}
          onChange={onChange}
        />
      );
    case 'NUMBER':
      return (
        <input
          type="number"
          step="any"
          {...shared}
          // As a number: React then leaves `1.50` and `1e` on screen while they are being typed.
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => onChange(numberOf(event.target.value))}
        />
      );
    case 'DATE':
      return date('date');
    case 'TIME':
      return date('time');
    case 'DATETIME':
      return date('datetime');
    case 'SELECT':
      return select(false);
    case 'MULTI_SELECT':
      return select(true);
    case 'CHECKBOX':
    case 'SWITCH':
      return (
        <input
          type="checkbox"
          {...(field.type === 'SWITCH' ? { role: 'switch' } : {})}
          className={field.type === 'SWITCH' ? 'dt-switch' : 'dt-check'}
          aria-label={label}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          {...control}
          checked={value === true}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'CHECKBOX_GROUP':
    case 'MULTI_CHECKBOX_GROUP':
      return (
        <CheckGroup
          label={label}
          multiple={field.type === 'MULTI_CHECKBOX_GROUP'}
          options={field.options.map((option) => ({
            text: oneLine(option.text),
            value: optionText(option),
          }))}
          chosen={field.type === 'MULTI_CHECKBOX_GROUP' ? textsOf(value) : [textOf(value)]}
          disabled={disabled}
          invalid={invalid}
          {...described}
          onChange={onChange}
        />
      );
    case 'unknown':
      return (
        <div className="dt-placeholder" role="note">
          <bdi>{oneLine(field.declaredType)}</bdi> · {word('form.unknownField')}
        </div>
      );
  }
}
