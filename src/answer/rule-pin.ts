import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';

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
  /** Refuse with this code instead. */
  readonly fail?: { readonly code: number };
  /** The tap it is made from: the rule is put before the first one that would take it. */
  readonly tap?: { readonly callback: CardCallback; readonly cardTemplateId?: string };
}

export type PinOutcome =
  | { readonly ok: true; readonly file: string; readonly rule: string; readonly line: number }
  /** E1004 when the file cannot be written, E1005 when it is not in order. */
  | { readonly ok: false; readonly code: string; readonly detail: string };
