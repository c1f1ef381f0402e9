import type { JsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import { ownProp } from './prop.js';
import type { TapInfo } from './tap-info.js';

export interface ControlStatus {
  readonly state: 'normal' | 'disabled' | 'loading';
  readonly why?: 'status' | 'status-unset';
}

const NORMAL: ControlStatus = { state: 'normal' };

/**
 * The state of a button, an input or a form. The compiled check is equality with `normal`, so a status
 * bound to a variable without value is dead (template-format §2.5); what a status that is not set at
 * all means is the setting `missingStatus`.
 */
export function statusOf(evaluation: Evaluation, props: JsonObject, place: Place): ControlStatus {
  const disabled = disabledOf(evaluation, props, place);
  if (disabled.why !== undefined) return disabled;
  const wrapper = ownProp(props, 'status');
  if (wrapper === undefined || wrapper === null) {
    return evaluation.settings.missingStatus === 'normal'
      ? NORMAL
      : { state: 'disabled', why: 'status-unset' };
  }
  const status = evaluation.value(wrapper, place);
  if (status === 'normal') return NORMAL;
  if (status === 'loading') return { state: 'loading', why: 'status' };
  const unset = status === undefined || status === null || status === '';
  return { state: 'disabled', why: unset ? 'status-unset' : 'status' };
}

/** Checkboxes, lists and tags have `disabled` and no status. */
export function disabledOf(evaluation: Evaluation, props: JsonObject, place: Place): ControlStatus {
  return evaluation.boolean(ownProp(props, 'disabled'), place, false)
    ? { state: 'disabled', why: 'status' }
    : NORMAL;
}

/** @param does what touching it would do if it were enabled */
export function tapWithStatus(does: TapInfo['does'], { why }: ControlStatus): TapInfo {
  return why === undefined ? { does, enabled: true } : { does, enabled: false, why };
}
