import { useRef, useState } from 'react';
import { dateInputType, fromInputValue, type Picker, toInputValue } from './date-text.js';
import { usePainting } from './painting.js';
import { oneLine } from './visible-text.js';

export interface DateFieldProps {
  readonly label: string;
  readonly placeholder: string;
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
  const { label, placeholder, picker, format, value, disabled, onChange } = props;
  const { control, inert } = usePainting();
  const [draft, setDraft] = useState<string>();
  const isTyping = useRef(false);
  const isShownOnly = disabled || inert;
  const known = toInputValue(value, format, picker);
  const hand = (input: string) => {
    setDraft(undefined);
    if (input !== known) onChange(fromInputValue(input, format, picker));
  };
  const isEmpty = (isShownOnly ? value : known) === '' && draft === undefined;
  return (
    <span className={isEmpty ? 'dt-date dt-date--empty' : 'dt-date'}>
      <input
        className="dt-input"
        // A browser shows dates its own way: where none can be picked the card's way is the right one.
        type={isShownOnly ? 'text' : dateInputType(picker)}
        value={isShownOnly ? oneLine(value) : (draft ?? known)}
        max={picker === 'time' ? undefined : picker === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
        aria-label={oneLine(label)}
        aria-busy={props.busy}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        {...control}
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
      {isEmpty && (
        <span className="dt-date-placeholder" aria-hidden="true">
          {oneLine(placeholder)}
        </span>
      )}
    </span>
  );
}
