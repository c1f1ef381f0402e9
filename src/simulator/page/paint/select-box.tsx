import { useRef, useState } from 'react';
import type { SelectOption } from '../../../card/view/view-node.js';
import { ChoiceList } from './choice-list.js';
import { usePainting } from './painting.js';
import { Popup } from './popup.js';
import { oneLine } from './visible-text.js';

export interface SelectBoxProps {
  readonly label: string;
  readonly multiple: boolean;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
  readonly selected: readonly number[];
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** All chosen ones, in the order of the options. */
  readonly onChange: (indexes: readonly number[]) => void;
  /** The list was closed: whoever chose several is done. */
  readonly onClose?: () => void;
  /** The × of a chip. */
  readonly onRemove: (index: number) => void;
}

/** A box that opens a list; several choices stand in it as chips. */
export function SelectBox(props: SelectBoxProps) {
  const { multiple, options, selected, disabled, onChange } = props;
  const { word, control } = usePainting();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    props.onClose?.();
  };
  const chosen = selected.flatMap((index) => options[index] ?? []);
  const label = oneLine(props.label || props.placeholder || word('select.placeholder'));
  return (
    <div className="dt-select" aria-busy={props.busy}>
      {multiple && chosen.length > 0 && <Chips {...props} />}
      <button
        ref={opener}
        type="button"
        className={`dt-input dt-input--select${chosen.length === 0 || multiple ? ' dt-input--empty' : ''}`}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-label={label}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        {...control}
        disabled={disabled}
        onClick={(event) => {
          event.stopPropagation();
          if (isOpen) close();
          else setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className="dt-isolate">
          {multiple || chosen[0] === undefined
            ? oneLine(props.placeholder || word('select.placeholder'))
            : oneLine(chosen[0].text)}
        </span>
        <span className="dt-caret" aria-hidden="true" />
      </button>
      {isOpen && (
        <Popup anchor={opener} onClose={close}>
          {options.length === 0 ? (
            <div className="dt-choices dt-choices--none">{word('select.empty')}</div>
          ) : (
            <ChoiceList
              role="listbox"
              label={label}
              multiple={multiple}
              choices={options.map(({ text }, index) => ({
                text: oneLine(text),
                selected: selected.includes(index),
              }))}
              onChoose={(index) => {
                onChange(multiple ? toggled(selected, index) : [index]);
                if (multiple) return;
                close();
                opener.current?.focus();
              }}
            />
          )}
        </Popup>
      )}
    </div>
  );
}

function Chips({ options, selected, disabled, onRemove }: SelectBoxProps) {
  const { word, control } = usePainting();
  return (
    <ul className="dt-chips">
      {selected.map((index) => {
        const text = oneLine(options[index]?.text ?? '');
        return (
          <li key={index} className="dt-chip">
            <span className="dt-isolate">{text}</span>
            {!disabled && (
              <button
                type="button"
                aria-label={`${word('select.remove')} ${text}`}
                {...control}
                onClick={(event) => {
                  event.stopPropagation();
                  onRemove(index);
                }}
              >
                ×
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function toggled(selected: readonly number[], index: number): readonly number[] {
  return selected.includes(index)
    ? selected.filter((one) => one !== index)
    : [...selected, index].sort((a, b) => a - b);
}
