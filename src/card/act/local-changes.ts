import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject, parseJson, parseJsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { LocalAction, LocalTarget } from './action.js';
import type { LocalChange } from './effect.js';

/** Deeper parts of `customLocalData` are kept as they are written. */
const MAX_DEPTH = 30;

/**
 * What a `setLocalState` writes (template-format §2.3, §4.4); undefined when `customLocalData` is not
 * a JSON object.
 */
export function localChanges(
  action: LocalAction,
  evaluation: Evaluation,
  place: Place,
): readonly LocalChange[] | undefined {
  if (action.mode === 'variable') {
    const { target } = action;
    return [changeOf(target, literal(action.value, target, evaluation, place), evaluation, place)];
  }
  const filled = customData(action.json, evaluation, place);
  return filled && Object.entries(filled).map(([name, value]) => ({ name, value }));
}

/** One value written to a target; into a dynamicObject under its key (template-format §4.4). */
export function changeOf(
  { variable, varType, key }: LocalTarget,
  value: JsonValue,
  evaluation: Evaluation,
  place: Place,
): LocalChange {
  const type = varType || declaredType(evaluation, variable);
  const ownKey = evaluation.text(key, place);
  return type === 'dynamicObject' && ownKey !== ''
    ? { name: variable, key: ownKey, value }
    : { name: variable, value };
}

function declaredType({ template }: Evaluation, variable: string): string {
  return template.locals.find(({ name }) => name === variable)?.type ?? '';
}

function literal(
  wrapper: JsonValue,
  { varType }: LocalTarget,
  evaluation: Evaluation,
  place: Place,
): JsonValue {
  switch (varType) {
    case 'boolean':
      return evaluation.boolean(wrapper, place, false);
    case 'number':
      return evaluation.number(wrapper, place, 0);
    case 'string':
      return evaluation.text(wrapper, place);
    default:
      return evaluation.value(wrapper, place) ?? '';
  }
}

/** Filled in after parsing, so that a quote in a value cannot change the object. */
function customData(json: JsonValue, evaluation: Evaluation, place: Place) {
  if (isJsonObject(json)) return fillObject(json, evaluation, place);
  if (typeof json !== 'string') return undefined;
  const parsed = parseJson(json);
  if (parsed.ok) {
    return isJsonObject(parsed.value) ? fillObject(parsed.value, evaluation, place) : undefined;
  }
  return parseJsonObject(evaluation.fill(json, place));
}

function fillObject(object: { readonly [key: string]: JsonValue }, on: Evaluation, place: Place) {
  const filled = fillDeep(object, on, place, 0);
  return isJsonObject(filled) ? filled : undefined;
}

function fillDeep(value: JsonValue, on: Evaluation, place: Place, depth: number): JsonValue {
  if (typeof value === 'string') return on.fill(value, place);
  if (value === null || typeof value !== 'object' || depth >= MAX_DEPTH) return value;
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, fillDeep(inner, on, place, depth + 1)]),
    );
  }
  return value.map((inner) => fillDeep(inner, on, place, depth + 1));
}
