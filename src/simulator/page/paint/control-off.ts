import type { TapInfo } from '../../../card/act/tap-info.js';
import type { ControlState } from '../../../card/view/view-node.js';
import type { Painting } from './painting.js';

export interface ControlOff {
  readonly off: boolean;
  /** Why it is off, else its tooltip. */
  readonly title: string | undefined;
}

/** Whether a field takes anything now, and what is said of it under the pointer. */
export function controlOff(
  node: {
    readonly state: ControlState;
    readonly tap?: TapInfo;
    readonly tooltip?: string;
  },
  word: Painting['word'],
): ControlOff {
  const { state, tap, tooltip } = node;
  const off = state !== 'normal' || tap?.enabled === false;
  return { off, title: off && tap?.why ? word(`why.${tap.why}`) : tooltip };
}
