import type { Answer } from '../answer/answer.js';
import type { Deadline } from '../answer/deadline.js';
import type { Push } from '../answer/duplicates.js';
import type { OpenCallback } from '../answer/open-callback.js';
import type { Cancel } from '../base/clock.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import { cardResponseData } from '../protocol/card-callback.js';
import { type StreamResponse, streamResponse } from '../protocol/stream-frame.js';

/** A callback whose card can still be decided about, be it of an earlier run. */
export interface LateExchange {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  /** Monotonic; before the start of the program for one of an earlier run. */
  readonly startedMs: number;
}

/** A callback that was received and, while it is in the desk's books, what became of it so far. */
export interface Exchange extends LateExchange {
  readonly connectionId: string;
  /** Of the frame, as it came. */
  readonly data: string;
  readonly received: ReceivedFrame;
  readonly push: Push<StreamResponse>;
  readonly deadline: Deadline;
  /** While somebody may decide it in time, or thinks about it. */
  open: OpenCallback | undefined;
  /** The last thing decided that a frame can be answered with. */
  newest: Answer | undefined;
  /** Deliveries of the same callback that wait for its answer. */
  redeliveries: readonly Redelivery[];
  guesses: number;
}

export interface Redelivery {
  readonly received: ReceivedFrame;
  readonly push: Push<StreamResponse>;
  /** It has a messageId of its own, which wants an answer of its own. */
  readonly isGuess: boolean;
  readonly cancel: Cancel;
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
