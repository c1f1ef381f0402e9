import type { CardCallbackResponse } from '../protocol/card-callback.js';

/** What goes back for a callback. */
export type Answer =
  | { readonly kind: 'update'; readonly response: CardCallbackResponse }
  | { readonly kind: 'empty' }
  /** A frame code other than 200 (stream-protocol §3.1); the person sees an error. */
  | { readonly kind: 'fail'; readonly code: number; readonly message: string };

export const emptyAnswer: Answer = { kind: 'empty' };

/** `update` where there is something to change. */
export function answerOf(response: CardCallbackResponse | undefined): Answer {
  return response ? { kind: 'update', response } : emptyAnswer;
}
