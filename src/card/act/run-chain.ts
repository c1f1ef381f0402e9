import type { JsonValue } from '../../base/json-text.js';
import type { Place } from '../evaluate/evaluation.js';
import type { Acting, Done, Where } from './acting.js';
import type { Action, ChainBranch, ChainStep } from './action.js';

export type Perform = (action: Action, acting: Acting, where: Where) => Promise<Done>;

/**
 * Runs the events of one list: they start in order and none waits for what another one sent, while
 * callbacks of an event wait for that event alone (template-format §4.5).
 */
export async function runChain(
  steps: readonly ChainStep[],
  acting: Acting,
  where: Where,
  perform: Perform,
): Promise<void> {
  await Promise.all(steps.map((step) => runStep(step, acting, where, perform)));
}

async function runStep(
  step: ChainStep,
  acting: Acting,
  where: Where,
  perform: Perform,
): Promise<void> {
  if (!acting.step()) return;
  const done = await perform(step.action, acting, { ...where, fallbackId: step.key });
  if (done.chosen !== undefined) {
    await runChain(step.options[done.chosen] ?? [], acting, where, perform);
  }
  const branch = done.ok ? step.success : step.failure;
  if (branch === undefined) return;
  const place: Place = done.event ? { ...where.place, event: done.event } : where.place;
  const next = sideOf(branch, acting, place);
  if (next) await runStep(next, acting, { ...where, place }, perform);
}

function sideOf(branch: ChainBranch, acting: Acting, place: Place): ChainStep | undefined {
  const condition: JsonValue = branch.condition;
  if (condition === '') return branch.left;
  return acting.now().condition(condition, place) ? branch.left : branch.right;
}
