import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import { type DtcardEvent, eventVersion } from '../log/event.js';
import { type BotMessage, parseBotMessage } from '../protocol/bot-message.js';
import { type CardCallback, parseCardCallback } from '../protocol/card-callback.js';
import { topics } from '../protocol/topics.js';

/** Something that happened, told by a line of a recording, of `watch --json`, or from elsewhere. */
export type ToldSubject =
  | { readonly kind: 'message'; readonly message: BotMessage }
  | { readonly kind: 'callback'; readonly callback: CardCallback }
  /** Any event of ours, messages and callbacks among them. */
  | { readonly kind: 'event'; readonly event: DtcardEvent };

/** Undefined when it is nothing rules could be about. Every shape of a tap or a message that people have at hand is taken. */
export function toldSubject(content: JsonObject): ToldSubject | undefined {
  if (isEvent(content)) return { kind: 'event', event: content };
  const { callback, message, data, headers } = content;
  if (isJsonObject(callback)) return tap(callback);
  if (isJsonObject(message)) return said(message);
  if (isJsonObject(headers) && typeof data === 'string') return framed(headers['topic'], data);
  if ('outTrackId' in content || 'actionIds' in content) return tap(content);
  if ('msgId' in content || 'senderStaffId' in content) return said(content);
  return undefined;
}

function framed(topic: JsonValue | undefined, data: string): ToldSubject | undefined {
  if (topic === topics.cardCallback) {
    return { kind: 'callback', callback: parseCardCallback(data).callback };
  }
  const message = topic === topics.botMessage ? parseBotMessage(data)?.message : undefined;
  return message && { kind: 'message', message };
}

/** As events have it, or as it is on the wire. */
function tap(content: JsonObject): ToldSubject {
  const { callback } = parseCardCallback(JSON.stringify(content));
  return {
    kind: 'callback',
    callback: Array.isArray(content['actionIds']) ? opened(content, callback) : callback,
  };
}

/** `actionIds` and `params` stand directly in events. */
function opened({ actionIds, params }: JsonObject, callback: CardCallback): CardCallback {
  const ids = Array.isArray(actionIds) ? (actionIds as readonly JsonValue[]) : [];
  return {
    ...callback,
    actionIds: ids.filter((id) => typeof id === 'string'),
    params: isJsonObject(params) ? params : {},
  };
}

function said(content: JsonObject): ToldSubject | undefined {
  const { text } = content;
  const message = parseBotMessage(JSON.stringify(content))?.message;
  if (!message) return undefined;
  return { kind: 'message', message: typeof text === 'string' ? { ...message, text } : message };
}

function isEvent(content: unknown): content is DtcardEvent {
  return (
    isJsonObject(content) &&
    content['v'] === eventVersion &&
    typeof content['type'] === 'string' &&
    Number.isSafeInteger(content['seq']) &&
    Number.isFinite(content['atMs'])
  );
}

/** What an event is about, every field there; the event may come from anywhere. */
export function subjectOfEvent(event: DtcardEvent): ToldSubject | undefined {
  const { message, callback } = event as {
    readonly message?: unknown;
    readonly callback?: unknown;
  };
  if (event.type === 'message.received' && isJsonObject(message)) return said(message);
  if (event.type === 'callback.received' && isJsonObject(callback)) return tap(callback);
  return undefined;
}
