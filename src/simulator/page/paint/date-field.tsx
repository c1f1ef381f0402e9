import { useRef, useState } from 'react';
import { dateInputType, fromInputValue, type Picker, toInputValue } from './date-text.js';
import { oneLine } from './visible-text.js';

export interface DateFieldProps {
  readonly label: string;
  readonly picker: Picker;
  readonly format: string;
  /** In the format. */
  readonly value: string;
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly onChange: (text: string) => void;
}

/**
 * The browser's own picker. Each key typed into it makes a date of its own (year 0002, 0020, …), so
 * that what is typed counts when the field is left or Enter is pressed; what is picked counts at once.
 */
export function DateField(props: DateFieldProps) {
  const { label, picker, format, value, disabled, busy, invalid, describedBy, onChange } = props;
  const [draft, setDraft] = useState<string>();
  const isTyping = useRef(false);
  const known = toInputValue(value, format, picker);
  const hand = (input: string) => {
    setDraft(undefined);
    if (input !== known) onChange(fromInputValue(input, format, picker));
  };
  return (
    <input
      className={known === '' && draft === undefined ? 'dt-input dt-input--empty' : 'dt-input'}
      type={dateInputType(picker)}
      value={draft ?? known}
      max={picker === 'time' ? undefined : picker === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
      aria-label={oneLine(label)}
      aria-busy={busy}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      disabled={disabled}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onKeyDown={(event) => {
        isTyping.current = event.key !== 'Enter';
        if (event.key === 'Enter' && draft !== undefined) hand(draft);
      }}
      onChange={(event) => {
        if (isTyping.current) setDraft(event.target.value);
        else hand(event.target.value);
      }}
      onBlur={() => {
        if (draft !== undefined) hand(draft);
      }}
    />
  );
}
