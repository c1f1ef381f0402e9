import type { ReceivedFrame } from '../platform/stream-connection.js';
import { cardResponseData } from '../protocol/card-callback.js';
import { type StreamFrame, type StreamResponse, streamResponse } from '../protocol/stream-frame.js';
import { topics } from '../protocol/topics.js';

export interface NotedFrame extends ReceivedFrame {
  /** An answer was written, or tried. */
  isAnswered: boolean;
}

/** The frame, and whether anybody answered it. */
export function noteAnswer(received: ReceivedFrame): NotedFrame {
  const { connectionId, frame, raw, roundTripMs = 0 } = received;
  return {
    connectionId,
    frame,
    raw,
    roundTripMs,
    isAnswered: false,
    respond(response) {
      this.isAnswered = true;
      return received.respond(response);
    },
  };
}

/**
 * What a frame gets that could not be worked on: a tap an empty acknowledgement (stream-protocol
 * §8.2 C14), anything else that wants an answer 500, so that it comes again (C16).
 */
export function answerOfFailure(frame: StreamFrame): StreamResponse | undefined {
  const { messageId, topic } = frame.headers;
  if (frame.type !== 'CALLBACK' && frame.type !== 'EVENT') return undefined;
  return topic === topics.cardCallback
    ? streamResponse(messageId, cardResponseData(undefined))
    : streamResponse(messageId, '', 500, 'internal error');
}
