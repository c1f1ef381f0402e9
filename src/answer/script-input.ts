import type { JsonObject } from '../base/json-text.js';
import { publicOf } from '../log/card-layers.js';
import type { CardInstance } from '../log/cards.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';

export interface ScriptTap {
  readonly callback: CardCallback;
  /** The card that was tapped, as far as it is known. */
  readonly card?: CardInstance | undefined;
  /** What the one who tapped is called. */
  readonly nick?: string | undefined;
  /** Wall clock. */
  readonly nowMs: number;
}

/** What a rule's script is told of a callback (docs/scripts.md). */
export function scriptCallbackInput({ callback, card, nick, nowMs }: ScriptTap): JsonObject {
  return {
    on: 'callback',
    callback: { ...callback },
    ...(card && { card: scriptCard(card, callback.userId) }),
    ...(nick !== undefined && { user: nick }),
    now: isoTime(nowMs),
  };
}

/** The same of a message. */
export function scriptMessageInput(message: BotMessage, nowMs: number): JsonObject {
  return { on: 'message', message: { ...message }, now: isoTime(nowMs) };
}

/** Its public data is what the one who tapped sees of it. */
function scriptCard(card: CardInstance, userId: string): JsonObject {
  const { outTrackId, cardTemplateId, privateData, openSpaceId } = card;
  const people = Object.entries(privateData).map(([userId, own]) => [userId, own.cardParamMap]);
  return {
    outTrackId,
    cardTemplateId,
    openSpaceId,
    cardParamMap: publicOf(card, userId),
    // As replies have it: the variables directly under the userId.
    privateData: Object.fromEntries(people) as JsonObject,
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
