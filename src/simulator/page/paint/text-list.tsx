import { usePainting } from './painting.js';
import { oneLine } from './visible-text.js';

export interface TextListProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly placeholder: string;
  readonly addText: string;
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly describedBy?: string;
  readonly onChange: (texts: readonly string[]) => void;
}

/** Inputs below each other, as many as wanted, at least one. */
export function TextList(props: TextListProps) {
  const { label, placeholder, addText, disabled, onChange } = props;
  const { word, control } = usePainting();
  const texts = props.texts.length === 0 ? [''] : props.texts;
  return (
    <div className="dt-text-list" role="group" aria-label={label}>
      {texts.map((text, index) => (
        <div key={index} className="dt-text-list-row">
          <input
            type="text"
            className="dt-input"
            aria-label={`${label} ${index + 1}`}
            aria-invalid={props.invalid}
            aria-describedby={props.describedBy}
            placeholder={placeholder}
            value={text}
            {...control}
            disabled={disabled}
            onChange={(event) =>
              onChange(texts.map((one, at) => (at === index ? event.target.value : one)))
            }
          />
          {!disabled && texts.length > 1 && (
            <button
              type="button"
              className="dt-text-list-remove"
              {...control}
              aria-label={`${word('form.remove')} ${label} ${index + 1}`}
              onClick={() => onChange(texts.filter((_, at) => at !== index))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {!disabled && (
        <button
          type="button"
          className="dt-text-list-add"
          {...control}
          onClick={() => onChange([...texts, ''])}
        >
          + {oneLine(addText)}
        </button>
      )}
    </div>
  );
}
