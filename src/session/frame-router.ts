import { type Duplicates, duplicateKeys } from '../answer/duplicates.js';
import { redactText } from '../base/redact.js';
import type { EventLog } from '../log/event-log.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { type StreamResponse, streamResponse } from '../protocol/stream-frame.js';
import { topics } from '../protocol/topics.js';

export interface FrameRoutes {
  readonly message: (received: ReceivedFrame) => void;
  readonly callback: (received: ReceivedFrame) => void;
  readonly eventStatus: 'SUCCESS' | 'LATER';
}

/** Brings each frame to who takes it; what nobody takes is answered as the protocol says, and logged. */
export function createFrameRouter(
  log: EventLog,
  routes: FrameRoutes,
  duplicates: Duplicates<StreamResponse>,
): (received: ReceivedFrame) => void {
  function other(received: ReceivedFrame, response?: StreamResponse): void {
    const { connectionId, frame } = received;
    const { topic, messageId } = frame.headers;
    const sent = response ? received.respond(response) : false;
    const told = {
      type: 'frame.received',
      connectionId,
      frameType: frame.type,
      topic,
      messageId,
      raw: redactText(received.raw),
    } as const;
    if (!response) log.append(told);
    else log.append(told, { type: 'frame.answered', messageId, topic, code: response.code, sent });
  }

  function event(received: ReceivedFrame): void {
    const { messageId } = received.frame.headers;
    const push = duplicates.arrived(duplicateKeys(received.frame));
    const answer =
      push.answer ?? streamResponse(messageId, JSON.stringify({ status: routes.eventStatus }));
    duplicates.answered(push, answer);
    // A redelivery may carry a messageId of its own, which the answer has to name (stream-protocol §3.1).
    other(received, { ...answer, headers: { ...answer.headers, messageId } });
  }

  return (received) => {
    const { frame } = received;
    if (frame.type === 'CALLBACK') {
      const { topic, messageId } = frame.headers;
      if (topic === topics.cardCallback) routes.callback(received);
      else if (topic === topics.botMessage) routes.message(received);
      // stream-protocol §8.2 C15
      else other(received, streamResponse(messageId, '', 404, 'topic not exist'));
    } else if (frame.type === 'EVENT') event(received);
    else other(received);
  };
}
