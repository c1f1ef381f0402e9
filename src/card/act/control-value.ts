import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { Acting, Done } from './acting.js';
import { componentId, unsetActionId } from './action-id.js';
import { withEntry, withoutEntry } from './json-object.js';
import { changeOf } from './local-changes.js';
import { paramsOf } from './params-of.js';
import { readLocalTarget, readOutcome } from './read-action.js';
import { readParams } from './read-params.js';
import { sendCallback } from './send-request.js';
import { inputAction } from './tap-of.js';

/**
 * What an input does with its new value: kept locally, or sent under the component's id beside the
 * declared parameters (template-format §4.4).
 */
export async function takeValue(acting: Acting, value: JsonValue): Promise<void> {
  if (inputAction(acting.binding.node.props) === 'setLocalState') keepValue(acting, value);
  else await sendValue(acting, value);
}

/** Writes a value to `localVarAction`, or to the target named. */
export function keepValue(acting: Acting, value: JsonValue, name = 'localVarAction'): void {
  const { node, place } = acting.binding;
  const target = readLocalTarget(node.props, name);
  if (target.variable === '') acting.nothing('incomplete', name);
  else acting.setLocal([changeOf(target, value, acting.now(), place)]);
}

async function sendValue(acting: Acting, value: JsonValue): Promise<Done> {
  const { node, place } = acting.binding;
  const now = acting.now();
  const id = componentId(now, node, place);
  const sources = readParams(node.props['params']);
  const declared = paramsOf(sources, now, { place, fallbackId: id, result: value });
  const renamed = sources.some(({ type, name }) => type === 'builtIn' && name !== id);
  const keepsId = id !== '' && (!renamed || now.settings.builtInParamKeepsId);
  const params = keepsId ? withEntry(declared, id, value) : declared;
  return send(acting, id || unsetActionId(now, node), params);
}

/** A callback of the component itself, with its own condition and toasts. */
export function send(acting: Acting, actionId: string, params: JsonObject): Promise<Done> {
  const { node, place } = acting.binding;
  return sendCallback(acting, actionId, params, readOutcome(node.props), place);
}

/** The declared parameters only. */
export function declaredParams(acting: Acting, result?: JsonValue): JsonObject {
  const { node, place } = acting.binding;
  return paramsOf(readParams(node.props['params']), acting.now(), {
    place,
    fallbackId: '',
    ...(result !== undefined && { result }),
  });
}

/** The × of a chip sends its option and not the declared parameters (template-format §4.4). */
export function sendRemoval(acting: Acting, option: JsonObject, index: number): Promise<Done> {
  const { node, place } = acting.binding;
  const now = acting.now();
  const id = componentId(now, node, place) || unsetActionId(now, node);
  const chip = withEntry(withoutEntry(option, 'index'), 'index', index);
  const params = withEntry({ type: 'multiSelect', [id]: chip }, 'remove', '1');
  return send(acting, id, params);
}
