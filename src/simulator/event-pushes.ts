import type { JsonObject } from '../base/json-text.js';
import { parseJsonObject } from '../base/json-text.js';
import type { AnswerFrame } from './answer-frame.js';
import { type PushDeps, type Pushed, startPush } from './pushes.js';
import type { StreamConnection } from './stream-connections.js';
import { eventFrame } from './stream-frames.js';

export interface EventInput {
  readonly clientId: string;
  /** E.g. `user_add_org`. */
  readonly eventType: string;
  readonly data: JsonObject;
}

export type EventResult = Pushed & { readonly eventId: string };

/**
 * Pushes an EVENT; the same eventId comes again until it is acknowledged, as long as the settings
 * `eventRedeliverAfterMs` and `redeliverLimit` say (stream-protocol §3.4).
 */
export function pushEvent(deps: PushDeps, input: EventInput): EventResult {
  const { context } = deps;
  const eventId = context.ids.hex(16);
  const eventBornTimeMs = context.clock.now();
  const data = JSON.stringify(input.data);
  let lastId = '';
  const pushed = startPush(deps, {
    kind: 'event',
    clientId: input.clientId,
    type: 'EVENT',
    topic: '*',
    retriesUnconnected: true,
    frame: ({ appId, connectionId }: StreamConnection, messageId) =>
      eventFrame({
        appId,
        connectionId,
        messageId,
        nowMs: context.clock.now(),
        eventType: input.eventType,
        eventId,
        eventCorpId: context.world.corpId,
        eventBornTimeMs,
        data,
      }),
    retryAfterMs: () => context.settings.eventRedeliverAfterMs,
    onSent({ connectionId }, messageId, attempt) {
      lastId = messageId;
      const { eventType } = input;
      context.report({ type: 'event.sent', eventId, eventType, messageId, attempt, connectionId });
    },
    onAnswer(answer) {
      const done = isAcknowledged(answer);
      const { code } = answer;
      context.report({ type: 'event.answered', eventId, messageId: lastId, code, done });
      return done;
    },
  });
  return { ...pushed, eventId };
}

/** Python echoes the event instead of a status; code 200 without `status` counts (S28). */
function isAcknowledged({ code, data }: AnswerFrame): boolean {
  return code === 200 && parseJsonObject(data)?.['status'] !== 'LATER';
}
