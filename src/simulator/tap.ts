import type { JsonObject } from '../base/json-text.js';
import type { CardCallbackResponse } from '../protocol/card-callback.js';
import type { AnswerWarning } from './answer-frame.js';

/** A person touching a card. */
export interface TapInput {
  /** `latest`: the card created or delivered last. */
  readonly outTrackId: string;
  /** A userId or a name. */
  readonly userId: string;
  readonly actionIds: readonly string[];
  readonly params?: JsonObject;
}

/** Why a tap sent no callback. */
export type UndeliverableReason =
  /** Created without `callbackType`, or with one that is neither STREAM nor HTTP. */
  | 'no-callback-type'
  /** `callbackType` HTTP: the card calls a URL, not the Stream. */
  | 'http-callback'
  /** No delivery of the card reaches this person. */
  | 'not-visible'
  | 'no-connection'
  | 'not-subscribed'
  | 'frame-too-large'
  | 'simulator-stopped';

interface TapBase {
  readonly outTrackId: string;
  readonly userId: string;
}

interface TapAnswered extends TapBase {
  readonly outcome: 'answered';
  readonly messageId: string;
  readonly connectionId: string;
  readonly code: number;
  readonly tookMs: number;
  /** False: acknowledged without an update, refused, or not applicable. */
  readonly applied: boolean;
  /** What was applied; absent for an empty acknowledgement. */
  readonly response?: CardCallbackResponse | undefined;
  /** Who sees different data now: `*` for everyone, else user ids. */
  readonly viewers: readonly string[];
  readonly warnings: readonly AnswerWarning[];
}

interface TapExpired extends TapBase {
  readonly outcome: 'expired';
  readonly messageId: string;
  readonly connectionId: string;
  readonly afterMs: number;
}

interface TapUndeliverable extends TapBase {
  readonly outcome: 'undeliverable';
  readonly reason: UndeliverableReason;
}

export type TapResult = TapAnswered | TapExpired | TapUndeliverable;
