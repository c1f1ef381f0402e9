import type { Answer } from '../answer/answer.js';
import type { Deadline } from '../answer/deadline.js';
import type { Push } from '../answer/duplicates.js';
import type { Cancel } from '../base/clock.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import { cardResponseData } from '../protocol/card-callback.js';
import { type StreamResponse, streamResponse } from '../protocol/stream-frame.js';

/** A callback that was received and, while it is in the desk's books, what became of it so far. */
export interface Exchange {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  readonly received: ReceivedFrame;
  readonly push: Push<StreamResponse>;
  readonly startedMs: number;
  readonly deadline: Deadline;
  /** The same callback once more, on whatever connection, before it was answered. */
  redelivered: ReceivedFrame | undefined;
  /** Stops the deadline or the rule's delay. */
  cancel: Cancel | undefined;
  /** Decided by a rule that waits before it answers. */
  planned: { readonly answer: Answer; readonly rule: string } | undefined;
}

/** The wire form of answers. The text of an answer that is given again, as rules do, is worked out once. */
export function createAnswerFrames(): (messageId: string, answer: Answer) => StreamResponse {
  const known = new WeakMap<CardCallbackResponse, { data: string; dataJson: string }>();
  const empty = cardResponseData(undefined);

  function dataOf(response: CardCallbackResponse): { data: string; dataJson: string } {
    let found = known.get(response);
    if (!found) {
      const data = cardResponseData(response);
      found = { data, dataJson: JSON.stringify(data) };
      known.set(response, found);
    }
    return found;
  }

  // stream-protocol §3.2, §6.4. An empty answer is code 200 with an empty object (§8.2 C14).
  return (messageId, answer) => {
    switch (answer.kind) {
      case 'update': {
        const { data, dataJson } = dataOf(answer.response);
        return { ...streamResponse(messageId, data), dataJson };
      }
      case 'empty':
        return streamResponse(messageId, empty);
      case 'fail':
        return streamResponse(messageId, '', answer.code, answer.message);
    }
  };
}
