import { isJsonObject, type JsonObject, parseJsonObject } from '../base/json-text.js';

/** A message to the bot (stream-protocol §5.1). Only fields that tools need are named; all may be empty. */
export interface BotMessage {
  readonly msgId: string;
  readonly conversationId: string;
  /** `1` one to one, `2` group, as on the wire. */
  readonly conversationType: string;
  readonly conversationTitle: string;
  /** userId in the organisation; empty for people outside it or an unpublished app. */
  readonly senderStaffId: string;
  /** Encrypted (`$:LWCP_v1:$…`); useless as a recipient. */
  readonly senderId: string;
  readonly senderNick: string;
  readonly robotCode: string;
  readonly msgtype: string;
  /** The text of a text message, without the blank a removed mention leaves; else a short description. */
  readonly text: string;
  /** `errCode`/`errMsg` of a message whose content was withheld because the push quota is used up. */
  readonly errCode?: string;
  readonly createAt: number;
}

export interface ReceivedBotMessage {
  readonly message: BotMessage;
  /** Lets anybody write to the chat until it expires: kept in memory, never in the log. */
  readonly sessionWebhook: string;
  readonly sessionWebhookExpiredTime: number;
}

/** Undefined when `data` is not an object. Tolerates every field missing (stream-protocol §8.2 C23). */
export function parseBotMessage(data: string): ReceivedBotMessage | undefined {
  const body = parseJsonObject(data);
  if (!body) return undefined;
  const errCode = body['errCode'];
  return {
    message: {
      msgId: str(body, 'msgId'),
      conversationId: str(body, 'conversationId'),
      conversationType: str(body, 'conversationType'),
      conversationTitle: str(body, 'conversationTitle'),
      senderStaffId: str(body, 'senderStaffId'),
      senderId: str(body, 'senderId'),
      senderNick: str(body, 'senderNick'),
      robotCode: str(body, 'robotCode'),
      msgtype: str(body, 'msgtype'),
      text: describe(body),
      createAt: ms(body, 'createAt'),
      ...(typeof errCode === 'string' || typeof errCode === 'number'
        ? { errCode: String(errCode) }
        : {}),
    },
    sessionWebhook: str(body, 'sessionWebhook'),
    sessionWebhookExpiredTime: ms(body, 'sessionWebhookExpiredTime'),
  };
}

function describe(body: JsonObject): string {
  const text = body['text'];
  if (isJsonObject(text) && typeof text['content'] === 'string') return text['content'].trim();
  // Old samples carried `content` as JSON text (stream-protocol §5.1).
  const content = parseJsonObject(body['content']);
  if (!content) return '';
  const rich = content['richText'];
  if (Array.isArray(rich)) return rich.map(richPart).join('');
  for (const key of ['text', 'recognition', 'fileName', 'title', 'unknownMsgType']) {
    const value = content[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function richPart(part: unknown): string {
  if (!isJsonObject(part)) return '';
  if (typeof part['text'] === 'string') return part['text'];
  if (part['type'] === 'at') return `@${str(part, 'atName')}`;
  return part['type'] === 'picture' ? '[图片]' : '';
}

function str(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** 0 for what is no point in time: `new Date` of it would throw when printed. */
function ms(object: JsonObject, key: string): number {
  const value = Number(str(object, key));
  return value >= 0 && value <= LAST_DATE_MS ? Math.trunc(value) : 0;
}

const LAST_DATE_MS = 8_640_000_000_000_000;
