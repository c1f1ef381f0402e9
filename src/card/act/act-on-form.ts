import type { JsonObject } from '../../base/json-text.js';
import type { FormNode } from '../view/view-node.js';
import type { Acting } from './acting.js';
import type { Action } from './action.js';
import { componentId, unsetActionId } from './action-id.js';
import { declaredParams, send } from './control-value.js';
import { readForm } from './form-values.js';
import type { Gesture } from './gesture.js';
import { withEntry } from './json-object.js';
import { viewNodeAt } from './view-tree.js';

/** The built-in button: `{…params, [formId]: values}` under the form's id (template-format §4.4). */
export async function actOnForm(acting: Acting, gesture: Gesture): Promise<void> {
  if (gesture.type !== 'submit' && gesture.type !== 'tap') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const { node, place, key } = acting.binding;
  const form = formAt(acting, key);
  const typed = gesture.type === 'submit' ? gesture.values : typedInto(acting, key);
  if (form === undefined || form.customSubmit) {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  const values = validValues(acting, form, typed);
  if (values === undefined) return;
  const id = componentId(acting.now(), node, place) || unsetActionId(acting.now(), node);
  await send(acting, id, withEntry(declaredParams(acting), id, values));
}

/**
 * Values for the parameter `form` of a button inside a form; undefined where there is no such
 * parameter, and 'invalid' where the form may not be submitted yet.
 */
export function formFor(acting: Acting, action: Action): JsonObject | undefined | 'invalid' {
  const key = acting.binding.form;
  if (key === undefined || key === acting.binding.key || !asksForForm(action)) return undefined;
  const form = formAt(acting, key);
  return form && (validValues(acting, form, typedInto(acting, key)) ?? 'invalid');
}

function asksForForm(action: Action): boolean {
  switch (action.type) {
    case 'request':
      return action.params.some(({ name }) => name === 'form');
    case 'eventChain':
      return action.events.some((step) => asksForForm(step.action));
    case 'confirm':
      return asksForForm(action.ok);
    default:
      return false;
  }
}

function formAt({ view }: Acting, key: string): FormNode | undefined {
  const drawn = viewNodeAt(view.root, key);
  return drawn?.kind === 'form' ? drawn : undefined;
}

function typedInto(acting: Acting, key: string): JsonObject {
  let typed: JsonObject = {};
  acting.tell((host) => {
    typed = host.formValues(key);
  });
  return typed;
}

function validValues(acting: Acting, form: FormNode, typed: JsonObject): JsonObject | undefined {
  const { values, problems } = readForm(form.fields, typed);
  if (problems.length === 0) return values;
  acting.record({ type: 'invalid', problems });
  return undefined;
}
