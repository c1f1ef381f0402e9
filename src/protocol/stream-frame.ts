import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../base/json-text.js';

/** A frame as the server pushes it (stream-protocol §2.1). Every field but `type` may be missing. */
export interface StreamFrame {
  readonly specVersion: string;
  /** `SYSTEM`, `EVENT`, `CALLBACK`, or something not known yet. */
  readonly type: string;
  readonly headers: StreamHeaders;
  /** JSON text. An object that came instead of a string is turned into its text. */
  readonly data: string;
}

export interface StreamHeaders {
  readonly topic: string;
  /** Empty when the frame had none; such a frame cannot be answered. */
  readonly messageId: string;
  readonly contentType: string;
  /** Milliseconds as text; tolerated as a number (stream-protocol Q2). */
  readonly time: string;
  readonly [name: string]: string;
}

export type ParsedFrame =
  | { readonly ok: true; readonly frame: StreamFrame }
  | { readonly ok: false; readonly problem: FrameProblem; readonly detail: string };

export type FrameProblem = 'not-json' | 'not-object' | 'no-type' | 'no-headers' | 'bad-data';

/** Reads a frame without ever throwing; what cannot be used says why (stream-protocol §8.2 C11, C23). */
export function parseStreamFrame(text: string): ParsedFrame {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: 'not-json', detail: parsed.problem };
  const value = parsed.value;
  if (!isJsonObject(value)) return { ok: false, problem: 'not-object', detail: typeof value };
  if (typeof value['type'] !== 'string' || value['type'] === '') {
    return { ok: false, problem: 'no-type', detail: excerpt(value['type']) };
  }
  const headers = value['headers'];
  if (!isJsonObject(headers)) {
    return { ok: false, problem: 'no-headers', detail: excerpt(headers) };
  }
  const data = textOf(value['data']);
  if (data === undefined) {
    return { ok: false, problem: 'bad-data', detail: typeof value['data'] };
  }
  return {
    ok: true,
    frame: {
      specVersion: typeof value['specVersion'] === 'string' ? value['specVersion'] : '',
      type: value['type'],
      headers: readHeaders(headers),
      data,
    },
  };
}

function excerpt(value: JsonValue | undefined): string {
  return (JSON.stringify(value) ?? 'absent').slice(0, 200);
}

function readHeaders(headers: JsonObject): StreamHeaders {
  // What servers send: nothing to convert, nothing to add.
  if (isComplete(headers)) return headers;
  const out: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string') out[name] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') out[name] = String(value);
  }
  out['topic'] ??= '';
  out['messageId'] ??= '';
  out['contentType'] ??= '';
  out['time'] ??= '';
  return out as StreamHeaders;
}

function isComplete(headers: JsonObject): headers is StreamHeaders {
  for (const name in headers) if (typeof headers[name] !== 'string') return false;
  return required.every((name) => Object.hasOwn(headers, name));
}

const required = ['topic', 'messageId', 'contentType', 'time'] as const;

function textOf(data: unknown): string | undefined {
  if (typeof data === 'string') return data;
  if (data === undefined || data === null) return '';
  return typeof data === 'object' ? JSON.stringify(data) : undefined;
}

/** An answer (stream-protocol §3.1). */
export interface StreamResponse {
  readonly code: number;
  readonly headers: { readonly contentType: 'application/json'; readonly messageId: string };
  readonly message: string;
  /** JSON text. */
  readonly data: string;
  /** `data` as a JSON string, where it was worked out before: rules give the same answer many times. */
  readonly dataJson?: string;
}

/** @param data JSON text, put into the frame as the string it is */
export function streamResponse(
  messageId: string,
  data: string,
  code = 200,
  message = 'OK',
): StreamResponse {
  return { code, headers: { contentType: 'application/json', messageId }, message, data };
}

/** The wire form, keys in the order the official Node SDK writes them (stream-protocol §3.3). */
export function formatStreamResponse(response: StreamResponse): string {
  const { code, headers, message, data, dataJson } = response;
  const { contentType, messageId } = headers;
  return `{"code":${code},"headers":{"contentType":"${contentType}","messageId":${JSON.stringify(messageId)}},"message":${JSON.stringify(message)},"data":${dataJson ?? JSON.stringify(data)}}`;
}
