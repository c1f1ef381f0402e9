import type { Push } from '../answer/duplicates.js';
import type { Cancel } from '../base/clock.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import { cardResponseData } from '../protocol/card-callback.js';
import { type StreamResponse, streamResponse } from '../protocol/stream-frame.js';

/** What goes back for a callback. */
export type Answer =
  | { readonly kind: 'update'; readonly response: CardCallbackResponse }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fail'; readonly code: number; readonly message: string };

export const emptyAnswer: Answer = { kind: 'empty' };

/** A callback that was received and, while it is in the desk's books, what became of it so far. */
export interface Exchange {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  readonly received: ReceivedFrame;
  readonly push: Push<StreamResponse>;
  readonly startedMs: number;
  /** Stops the deadline or the rule's delay. */
  cancel: Cancel | undefined;
  /** Decided by a rule that waits before it answers. */
  planned: { readonly answer: Answer; readonly rule: string } | undefined;
}

/** The wire form (stream-protocol §3.2, §6.4). An empty answer is code 200 with an empty object (§8.2 C14). */
export function answerFrame(messageId: string, answer: Answer): StreamResponse {
  switch (answer.kind) {
    case 'update':
      return streamResponse(messageId, cardResponseData(answer.response));
    case 'empty':
      return streamResponse(messageId, cardResponseData(undefined));
    case 'fail':
      return streamResponse(messageId, '', answer.code, answer.message);
  }
}
