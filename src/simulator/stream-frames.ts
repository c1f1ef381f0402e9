import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';

/** The smallest limit among the SDKs (stream-protocol §2.5). */
export const MOST_FRAME_BYTES = 262_144;

/** Whether a client with the smallest limit would accept the frame. */
export function fitsFrame(frame: string): boolean {
  // A UTF-16 unit is at most three bytes, so short frames need no counting.
  return frame.length * 3 <= MOST_FRAME_BYTES || Buffer.byteLength(frame) <= MOST_FRAME_BYTES;
}

/** Ids of pushes, shaped as seen: `<hex address>_<hex>_<hex ms>_<hex seq>` (stream-protocol §2.1). */
export interface MessageIds {
  /** For EVENT and CALLBACK. */
  push(): string;
  /** For SYSTEM: `<hex address><13 digits><hex>`. */
  system(): string;
  /** Of a bot message in the chat: `msg…==`. */
  message(): string;
}

export function createMessageIds(clock: Clock, ids: IdSource): MessageIds {
  const address = ids.hex(4);
  const node = ids.hex(2);
  let seq = Number.parseInt(ids.hex(2), 16);
  return {
    push: () => `${address}_${node}_${clock.now().toString(16)}_${(seq++).toString(16)}`,
    system: () => `${address}${Math.floor(clock.now())}${(seq++).toString(16).padStart(4, '0')}`,
    message: () => `msg${Buffer.from(ids.hex(12), 'hex').toString('base64')}==`,
  };
}

/**
 * The parts of a CALLBACK frame around what changes with each push. Every header is a string and
 * the keys stand in the order of real frames (stream-protocol §6.3).
 */
export interface FrameParts {
  readonly head: string;
  readonly tail: string;
}

export function callbackParts(appId: string, connectionId: string, topic: string): FrameParts {
  const ids = `"appId":${JSON.stringify(appId)},"connectionId":${JSON.stringify(connectionId)}`;
  return {
    head: `{"specVersion":"1.0","type":"CALLBACK","headers":{${ids},"contentType":"application/json","messageId":"`,
    tail: `","topic":${JSON.stringify(topic)}},"data":`,
  };
}

/** @param data JSON text; it goes into the frame as a string */
export function callbackFrame(
  parts: FrameParts,
  messageId: string,
  nowMs: number,
  data: string,
): string {
  return `${parts.head}${messageId}","time":"${Math.floor(nowMs)}${parts.tail}${JSON.stringify(data)}}`;
}

export function systemFrame(
  topic: string,
  messageId: string,
  nowMs: number,
  data: Readonly<Record<string, string>>,
): string {
  return JSON.stringify({
    specVersion: '1.0',
    type: 'SYSTEM',
    headers: {
      contentType: 'application/json',
      messageId,
      time: String(Math.floor(nowMs)),
      topic,
    },
    data: JSON.stringify(data),
  });
}

export interface EventFrameInput {
  readonly appId: string;
  readonly connectionId: string;
  readonly messageId: string;
  readonly nowMs: number;
  readonly eventType: string;
  readonly eventId: string;
  readonly eventCorpId: string;
  readonly eventBornTimeMs: number;
  /** JSON text. */
  readonly data: string;
}

/** Every EVENT has the topic `*`: Go routes no other (stream-protocol §2.1). */
export function eventFrame(event: EventFrameInput): string {
  return JSON.stringify({
    specVersion: '1.0',
    type: 'EVENT',
    headers: {
      appId: event.appId,
      connectionId: event.connectionId,
      contentType: 'application/json',
      messageId: event.messageId,
      time: String(Math.floor(event.nowMs)),
      topic: '*',
      eventType: event.eventType,
      eventId: event.eventId,
      eventCorpId: event.eventCorpId,
      eventBornTime: String(Math.floor(event.eventBornTimeMs)),
      eventUnifiedAppId: event.appId,
    },
    data: event.data,
  });
}
