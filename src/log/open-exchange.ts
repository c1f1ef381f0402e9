import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';

/** A callback that a run left without its end: it can still be decided, as an update of the card. */
export interface OpenExchange {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  /** Wall clock. */
  readonly receivedAtMs: number;
  /** `update-uncertain`: decided late, and nothing is known of the update. */
  readonly was: 'unanswered' | 'acknowledged' | 'update-uncertain';
  /** The decision whose update is uncertain. */
  readonly decided?: CardCallbackResponse;
}
