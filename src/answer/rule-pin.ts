import type { CardCallbackResponse } from '../protocol/card-callback.js';

/** An answer that is to become a rule. */
export interface RulePin {
  /** Made unique where the file has it already. */
  readonly name: string;
  /** The rule holds for this action; absent: for every one. */
  readonly action?: string;
  readonly cardTemplateId?: string;
  readonly userId?: string;
  /** Absent: acknowledge. */
  readonly response?: CardCallbackResponse;
}

export type PinOutcome =
  | { readonly ok: true; readonly file: string; readonly rule: string; readonly line: number }
  /** E1004 when the file cannot be written, E1005 when it is not in order. */
  | { readonly ok: false; readonly code: string; readonly detail: string };
