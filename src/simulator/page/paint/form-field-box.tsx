import { useId } from 'react';
import type { JsonValue } from '../../../base/json-text.js';
import type { FormField } from '../../../card/view/view-node.js';
import { FormWidget } from './form-widget.js';
import { usePainting } from './painting.js';
import { oneLine, visibleText } from './visible-text.js';

export interface FormFieldBoxProps {
  readonly field: FormField;
  readonly value: JsonValue | undefined;
  /** Why it may not be submitted. */
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: JsonValue) => void;
}

/** One field: label, widget, what is wrong with it. */
export function FormFieldBox({ field, value, problem, disabled, onChange }: FormFieldBoxProps) {
  const { word } = usePainting();
  const id = useId();
  const label = oneLine(field.label || field.name);
  return (
    <div className="dt-form-field" data-field={oneLine(field.name)}>
      <div className="dt-form-label" id={`${id}-label`}>
        <span className="dt-isolate">{label}</span>
        {field.required && (
          <span
            className="dt-required"
            aria-label={word('form.required')}
            title={word('form.required')}
          >
            *
          </span>
        )}
      </div>
      <FormWidget
        id={id}
        label={label}
        field={field}
        value={value}
        disabled={disabled || field.readOnly}
        invalid={problem !== undefined}
        {...(problem === undefined ? {} : { describedBy: `${id}-problem` })}
        onChange={onChange}
      />
      {problem !== undefined && (
        <div className="dt-problem" role="alert" id={`${id}-problem`}>
          {visibleText(problem)}
        </div>
      )}
    </div>
  );
}
