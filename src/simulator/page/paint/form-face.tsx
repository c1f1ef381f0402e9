import { useRef, useState } from 'react';
import type { JsonValue } from '../../../base/json-text.js';
import type { FormProblem } from '../../../card/act/effect.js';
import type { FormNode } from '../../../card/view/view-node.js';
import { FormFieldBox } from './form-field-box.js';
import { formValues, type TypedValues, typedValues, valueOf } from './form-values.js';
import { frameStyle } from './node-style.js';
import { Nodes } from './nodes.js';
import { type FaceProps, FormProblemsContext, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';
import { oneLine } from './visible-text.js';

/**
 * Whoever acts checks what is submitted; the problems come back as an effect, of the form's own
 * button or of a button inside it, and are shown at their fields.
 */
export function FormFace({ node, flow }: FaceProps<FormNode>) {
  const { drafts, word } = usePainting();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedValues>(() =>
    typedValues(node.fields, drafts.read(node.key)),
  );
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const show = (found: readonly FormProblem[]) => {
    setProblems(found);
    const first = found[0]?.field;
    for (const box of form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
      if (box.dataset['field'] !== first) continue;
      box.querySelector<HTMLElement>('input, textarea, button')?.focus();
      break;
    }
  };
  const change = (name: string, value: JsonValue) => {
    const next = new Map(typed).set(name, value);
    setTyped(next);
    setProblems(problems.filter(({ field }) => field !== name));
    drafts.write(node.key, formValues(node.fields, next));
  };
  const isOff = node.state !== 'normal';
  return (
    <FormProblemsContext value={show}>
      <form
        ref={form}
        className="dt-form"
        noValidate
        style={frameStyle(node, flow)}
        title={node.tooltip}
        onClick={(event) => event.stopPropagation()}
        onSubmit={(event) => event.preventDefault()}
      >
        {node.fields.map((field, index) =>
          field.hidden ? null : (
            <FormFieldBox
              key={index}
              field={field}
              value={valueOf(field, typed)}
              problem={problems.find((one) => one.field === field.name)?.message}
              disabled={isOff}
              onChange={(value) => change(field.name, value)}
            />
          ),
        )}
        {node.customSubmit ? (
          <Nodes nodes={node.children} />
        ) : (
          <SubmitButton node={node} text={node.submitText || word('form.submit')} typed={typed} />
        )}
      </form>
    </FormProblemsContext>
  );
}

function SubmitButton({ node, text, typed }: { node: FormNode; text: string; typed: TypedValues }) {
  const { word, control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const isDead = node.state !== 'normal' || node.tap?.enabled === false;
  return (
    <button
      type="submit"
      className={`dt-button dt-button--blue${isDead ? ' dt-button--off' : ''}`}
      {...(isDead
        ? { 'aria-disabled': true, title: word(`why.${node.tap?.why ?? 'status'}`) }
        : {})}
      {...(busy || node.state === 'loading' ? { 'aria-busy': true } : {})}
      {...control}
      onClick={() => send({ type: 'submit', values: formValues(node.fields, typed) })}
    >
      {(busy || node.state === 'loading') && <span className="dt-spinner" aria-hidden="true" />}
      <span className="dt-button-text">{oneLine(text)}</span>
    </button>
  );
}
