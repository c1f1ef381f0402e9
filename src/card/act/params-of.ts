import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { Evaluation } from '../evaluate/evaluation.js';
import type { CardTemplate } from '../template/card-template.js';
import type { Where } from './acting.js';
import type { ParamSource } from './action.js';
import { fromEntries } from './json-object.js';

/**
 * The parameters of a callback (template-format §4.3): fixed ones as text, variables with their JSON
 * type, '' for a variable that is not declared; one without a value is left out or null, as the
 * setting says. The parameter `form` of a button inside a form is the form's values.
 */
export function paramsOf(
  sources: readonly ParamSource[],
  evaluation: Evaluation,
  where: Where,
): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const source of sources) {
    const value =
      where.form !== undefined && source.name === 'form'
        ? where.form
        : valueOf(source, evaluation, where);
    if (value !== undefined) entries.push([source.name, value]);
    else if (evaluation.settings.unsetParam === 'null') entries.push([source.name, null]);
  }
  return fromEntries(entries);
}

function valueOf(
  source: ParamSource,
  evaluation: Evaluation,
  { place, result }: Where,
): JsonValue | undefined {
  switch (source.type) {
    case 'fixed':
      return fixedText(source.value, evaluation, { place });
    case 'builtIn':
      return result;
    case 'eventData':
      return evaluation.value({ valueType: 'eventData', eventData: source.variable }, place);
    case 'variable':
      if (!isDeclared(evaluation.template, source.variable)) return '';
      return evaluation.variable(source.variable, place, source.loop);
  }
}

function fixedText(value: JsonValue, evaluation: Evaluation, { place }: Pick<Where, 'place'>) {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return String(value ?? '');
  return evaluation.text(value, place);
}

/** Whether the path begins with a variable of the template. */
export function isDeclared(template: CardTemplate, path: string): boolean {
  const name = /^[^.[]*/.exec(path)?.[0] ?? '';
  const named = (variable: { readonly name: string }) => variable.name === name;
  return (
    template.variables.some(named) ||
    template.locals.some(named) ||
    template.expressions.some(named)
  );
}
