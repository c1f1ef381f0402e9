import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp, textProp, variableOf } from '../../act/prop.js';
import { inputAction } from '../../act/tap-of.js';
import type { TemplateNode } from '../../template/card-template.js';
import { prop, text } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';

/**
 * What this viewer entered and the card keeps locally; undefined when nothing was, and for controls
 * that send instead: their write target is a leftover of the editor (template-format §3.6).
 *
 * @param name the prop that names the variable written to
 */
export function localValue(
  at: BuildPlace,
  node: TemplateNode,
  name = 'localVarAction',
): JsonValue | undefined {
  return inputAction(node.props) === 'setLocalState' ? writeTarget(at, node, name) : undefined;
}

/** What the variable written to holds, whatever the control does. */
export function writeTarget(
  at: BuildPlace,
  node: TemplateNode,
  name = 'localVarAction',
): JsonValue | undefined {
  const wrapper = prop(node, name);
  const variable = variableOf(wrapper);
  if (variable === '') return undefined;
  const loop = isJsonObject(wrapper) && wrapper['variableType'] === 'loop';
  const value = at.evaluation.variable(variable, at.place, loop);
  if (typeOf(at, wrapper, variable) !== 'dynamicObject') return value ?? undefined;
  const key = text(at, node, 'keyOfDynamicObject');
  return isJsonObject(value) ? (ownProp(value, key) ?? undefined) : undefined;
}

/** `varType` of the binding, or as declared where the file leaves it out. */
function typeOf(
  { evaluation }: BuildPlace,
  wrapper: JsonValue | undefined,
  variable: string,
): string {
  const type = isJsonObject(wrapper) ? textProp(wrapper, 'varType') : '';
  if (type !== '') return type;
  return evaluation.template.locals.find(({ name }) => name === variable)?.type ?? '';
}
