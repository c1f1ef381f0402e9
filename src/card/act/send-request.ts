import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Place } from '../evaluate/evaluation.js';
import type { Acting, Done, Where } from './acting.js';
import type { Outcome, RequestAction } from './action.js';
import type { CallbackReply, Toast } from './effect.js';
import { paramsOf } from './params-of.js';

/** A `request` of a bundle: its id or the fallback, its parameters, and the toasts afterwards. */
export function performRequest(action: RequestAction, acting: Acting, where: Where): Promise<Done> {
  const evaluation = acting.now();
  const actionId = evaluation.text(action.actionId, where.place) || where.fallbackId;
  const params = paramsOf(action.params, evaluation, where);
  return sendCallback(acting, actionId, params, action.outcome, where.place);
}

/**
 * One callback and what follows it on the client. With a `successCondition` the data as merged decides
 * between the toasts; where it is left empty there is no toast for a callback that arrived; one that
 * did not arrive always says so (template-format §4.6). Menus and dialogs have no condition to set:
 * for them arriving is success.
 */
export async function sendCallback(
  acting: Acting,
  actionId: string,
  params: JsonObject,
  outcome: Outcome,
  place: Place,
): Promise<Done> {
  if (actionId === '') {
    acting.nothing('no-action-id');
    return { ok: false };
  }
  const request = { actionIds: [actionId], params } as const;
  const reply = await replyTo(acting, request);
  acting.record({ type: 'callback', request, reply });
  if (!reply.ok) {
    sayText(acting, outcome, 'failure', place);
    return { ok: false };
  }
  const { successCondition } = outcome;
  if (successCondition === undefined || hasConditions(successCondition)) {
    const met = acting.now().condition(successCondition, place);
    sayText(acting, outcome, met ? 'success' : 'failure', place);
  }
  return {
    ok: true,
    event: { cardData: reply.cardData, cardPrivateData: reply.cardPrivateData },
  };
}

async function replyTo(
  { host }: Acting,
  request: Parameters<Acting['host']['sendCallback']>[0],
): Promise<CallbackReply> {
  try {
    return await host.sendCallback(request);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function hasConditions(condition: JsonValue): boolean {
  if (!isJsonObject(condition)) return false;
  const conditions = condition['conditions'];
  return Array.isArray(conditions) && conditions.length > 0;
}

function sayText(acting: Acting, outcome: Outcome, side: 'success' | 'failure', place: Place) {
  const wrapper = side === 'success' ? outcome.successToast : outcome.failureToast;
  const content = acting.now().text(wrapper, place);
  if (content !== '') say(acting, { content, kind: side === 'success' ? 'success' : 'error' });
}

export function say(acting: Acting, toast: Toast): void {
  acting.record({ type: 'toast', toast });
  acting.tell((host) => host.toast(toast));
}
