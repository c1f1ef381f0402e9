import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import type { Evaluation, Place } from '../../evaluate/evaluation.js';
import type { ControlState } from '../view-node.js';

export interface ControlStatus {
  readonly state: ControlState;
  /** Why it cannot be touched; absent when it can. */
  readonly why?: 'status' | 'status-unset';
}

/**
 * The `status` prop of a control: clients compare it with `normal`, so a value that is missing is as
 * dead as a disabled one (template-format §2.5). The setting `missingStatus` decides about files
 * that have no such prop at all.
 */
export function controlStatus(
  evaluation: Evaluation,
  props: JsonObject,
  place: Place,
): ControlStatus {
  const raw = Object.hasOwn(props, 'status') ? props['status'] : undefined;
  if (raw === undefined || raw === null) {
    return evaluation.settings.missingStatus === 'normal'
      ? { state: 'normal' }
      : statusOf(undefined);
  }
  return statusOf(evaluation.value(raw, place));
}

/** The same for a status that came as data, e.g. of a buttonGroup item (template-format §2.7). */
export function statusOf(value: JsonValue | undefined): ControlStatus {
  switch (value) {
    case 'normal':
      return { state: 'normal' };
    case 'loading':
      return { state: 'loading', why: 'status' };
    case undefined:
    case null:
    case '':
      return { state: 'disabled', why: 'status-unset' };
    default:
      return { state: 'disabled', why: 'status' };
  }
}
