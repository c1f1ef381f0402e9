import type { JsonObject } from '../base/json-text.js';
import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';

/** A change of what one viewer alone has. */
export interface OwnDataChange {
  readonly userId: string;
  /** Their private data, or public data that only they were answered (setting `answerCardData`). */
  readonly layer: 'private' | 'answered';
  /** Undefined: there was none. */
  readonly before: CardParamMap | undefined;
  readonly after: CardParamMap | undefined;
  /** `answered` before the change had taken the place of all public data. */
  readonly wasReplaced?: boolean;
}

/** What the simulator did or was asked; the page, the control API and tests read these. */
export type SimEventBody =
  /** An OpenAPI or gateway call. `code` is the error code of the answer. Bodies stay in the request log. */
  | {
      readonly type: 'request';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly code?: string;
      readonly clientId?: string;
    }
  | {
      readonly type: 'connection.opened';
      readonly clientId: string;
      readonly connectionId: string;
      /** Topics it may be sent. */
      readonly topics: readonly string[];
    }
  | {
      readonly type: 'connection.closed';
      readonly clientId: string;
      readonly connectionId: string;
      readonly code: number;
    }
  /** `connectionId` is absent when nobody was there to receive it. */
  | {
      readonly type: 'message.sent';
      readonly msgId: string;
      readonly conversationId: string;
      readonly userId: string;
      readonly text: string;
      readonly connectionId?: string;
    }
  /** A plain message of the bot: by sessionWebhook or by the robot API. */
  | {
      readonly type: 'bot.message';
      readonly conversationId: string;
      readonly msgtype: string;
      readonly text: string;
    }
  | {
      readonly type: 'card.created';
      readonly outTrackId: string;
      readonly cardTemplateId: string;
      readonly clientId: string;
    }
  | {
      readonly type: 'card.delivered';
      readonly outTrackId: string;
      readonly spaceType: string;
      readonly spaceId: string;
    }
  | {
      readonly type: 'card.changed';
      readonly outTrackId: string;
      readonly by: 'update' | 'answer' | 'streaming';
      /** Who sees different data now: `*` for everyone, else user ids. */
      readonly viewers: readonly string[];
      /** Public data after the change. */
      readonly cardParamMap: CardParamMap;
      /** Public data before it. */
      readonly before: CardParamMap;
      /** Data of single viewers that changed; absent when none did. */
      readonly own?: readonly OwnDataChange[] | undefined;
    }
  | {
      readonly type: 'callback.sent';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
      readonly actionIds: readonly string[];
      readonly params: JsonObject;
      readonly connectionId: string;
    }
  | {
      readonly type: 'callback.answered';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
      readonly code: number;
      readonly tookMs: number;
      /** False: acknowledged without an update, refused, or not applicable. */
      readonly applied: boolean;
      /** What the answer held, applied or not; absent for an empty acknowledgement. */
      readonly response?: CardCallbackResponse | undefined;
    }
  | {
      readonly type: 'callback.expired';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
      readonly afterMs: number;
    }
  /** Its clock was stopped: it waits until it is answered, or released. */
  | {
      readonly type: 'callback.held';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
    }
  /** Its clock goes on, with the time it had left. */
  | {
      readonly type: 'callback.released';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
      readonly remainingMs: number;
    }
  /** The answer came after the deadline, or to a push sent again; it changed nothing. */
  | {
      readonly type: 'callback.late';
      readonly messageId: string;
      readonly outTrackId: string;
      readonly userId: string;
      readonly code: number;
      readonly tookMs: number;
    }
  /** No connection subscribed, or the card cannot call back. */
  | {
      readonly type: 'callback.undeliverable';
      readonly outTrackId: string;
      readonly userId: string;
      readonly reason: string;
    }
  /** Sent again for want of an answer; `attempt` counts from 1, so this starts at 2. */
  | {
      readonly type: 'message.redelivered';
      readonly msgId: string;
      readonly messageId: string;
      readonly attempt: number;
      readonly connectionId: string;
    }
  | {
      readonly type: 'message.answered';
      readonly msgId: string;
      readonly messageId: string;
      readonly code: number;
      readonly tookMs: number;
    }
  /** A push of `eventType`; `attempt` counts from 1. */
  | {
      readonly type: 'event.sent';
      readonly eventId: string;
      readonly eventType: string;
      readonly messageId: string;
      readonly attempt: number;
      readonly connectionId: string;
    }
  /** `done`: acknowledged; false: LATER or an error, so it comes again. */
  | {
      readonly type: 'event.answered';
      readonly eventId: string;
      readonly messageId: string;
      readonly code: number;
      readonly done: boolean;
    }
  /** A template was registered, or its exported file changed: cards made from it are drawn anew. */
  | { readonly type: 'template.changed'; readonly cardTemplateId: string }
  | { readonly type: 'settings.changed'; readonly names: readonly string[] }
  /** Accepted, but worth saying loudly. `code` is stable, `message` English. */
  | {
      readonly type: 'warning';
      readonly code: string;
      readonly message: string;
      readonly outTrackId?: string;
    };

export type SimEvent = SimEventBody & { readonly seq: number; readonly atMs: number };
