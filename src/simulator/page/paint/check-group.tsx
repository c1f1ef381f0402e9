import { useId } from 'react';
import type { JsonValue } from '../../../base/json-text.js';
import { usePainting } from './painting.js';

export interface CheckGroupProps {
  readonly label: string;
  readonly multiple: boolean;
  readonly options: readonly { readonly text: string; readonly value: string }[];
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly describedBy?: string;
  /** A text, or texts in the order of the options. */
  readonly onChange: (value: JsonValue) => void;
}

export function CheckGroup(props: CheckGroupProps) {
  const { label, multiple, options, chosen, disabled, onChange } = props;
  const { control } = usePainting();
  const id = useId();
  const change = (value: string, checked: boolean) => {
    if (!multiple) onChange(value);
    else {
      const all = options.map((option) => option.value);
      onChange(all.filter((one) => (one === value ? checked : chosen.includes(one))));
    }
  };
  return (
    <div
      className="dt-check-group"
      role={multiple ? 'group' : 'radiogroup'}
      aria-label={label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
    >
      {options.map(({ text, value }, index) => (
        <label key={index} className="dt-check-item">
          <input
            type={multiple ? 'checkbox' : 'radio'}
            className={multiple ? 'dt-check' : 'dt-check dt-check--radio'}
            name={id}
            checked={chosen.includes(value)}
            {...control}
            disabled={disabled}
            onChange={(event) => change(value, event.target.checked)}
          />
          <span className="dt-isolate">{text}</span>
        </label>
      ))}
    </div>
  );
}
