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
 * bound to a variable without value is dead (template-format §2.5); a status that the template does not
 * set at all is the editor's default, or what the setting `missingStatus` says. Checkboxes and lists
 * have `disabled` instead.
 */
export function statusOf(evaluation: Evaluation, props: JsonObject, place: Place): ControlStatus {
  if (evaluation.boolean(ownProp(props, 'disabled'), place, false)) {
    return { state: 'disabled', why: 'status' };
  }
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

/** @param does what touching it would do if it were enabled */
export function tapWithStatus(does: TapInfo['does'], { why }: ControlStatus): TapInfo {
  return why === undefined ? { does, enabled: true } : { does, enabled: false, why };
}
