import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';

/** Addresses that let a bot answer in a chat, one per message it was sent (card-openapi §5.2). */
export interface SessionWebhooks {
  /** `<origin>/robot/sendBySession?session=<32 hex>` and when it stops working, in ms since the epoch. */
  issue(conversationId: string): SessionWebhook;
  /** The conversation an unexpired session belongs to. */
  conversationOf(session: string): string | undefined;
}

export interface SessionWebhook {
  readonly sessionWebhook: string;
  readonly sessionWebhookExpiredTime: number;
}

/** Not published; the sample difference to `createAt` is 5 400 180 ms (card-openapi §5.2). */
const SESSION_LIFE_MS = 90 * 60 * 1000;
const SESSION_LIMIT = 100_000;

export function createSessionWebhooks(
  clock: Clock,
  ids: IdSource,
  origin: () => string,
): SessionWebhooks {
  // All live equally long, so insertion order is order of expiry.
  const sessions = new Map<string, { readonly conversationId: string; readonly untilMs: number }>();
  const dropOldest = () => {
    for (const [session, { untilMs }] of sessions) {
      if (clock.now() < untilMs && sessions.size < SESSION_LIMIT) return;
      sessions.delete(session);
    }
  };
  return {
    issue(conversationId) {
      dropOldest();
      const session = ids.hex(16);
      const untilMs = clock.now() + SESSION_LIFE_MS;
      sessions.set(session, { conversationId, untilMs });
      return {
        sessionWebhook: `${origin()}/robot/sendBySession?session=${session}`,
        sessionWebhookExpiredTime: untilMs,
      };
    },
    conversationOf(session) {
      const found = sessions.get(session);
      return found && clock.now() < found.untilMs ? found.conversationId : undefined;
    },
  };
}
