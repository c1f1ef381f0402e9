import { RingBuffer } from '../base/ring-buffer.js';

/** One call with everything needed to look into it. Secrets are masked before it gets here. */
interface LoggedRequest {
  /** Number in the log, counted from 0. */
  readonly index: number;
  readonly atMs: number;
  readonly tookMs: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As text, cut at `BODY_LIMIT` characters. */
  readonly body: string;
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly answer: string;
  /** Error code of the answer. */
  readonly code?: string;
  readonly clientId?: string;
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'index'>): LoggedRequest;
  /** Newest last. @param from index to start at */
  list(from?: number): readonly LoggedRequest[];
  at(index: number): LoggedRequest | undefined;
}

/** Bodies and answers are kept up to this many characters. */
export const BODY_LIMIT = 16_384;

/** @param capacity how many of the newest calls are kept */
export function createRequestLog(capacity = 1000): RequestLog {
  const buffer = new RingBuffer<LoggedRequest>(capacity);
  return {
    add(request) {
      const logged = { ...request, index: buffer.end };
      buffer.push(logged);
      return logged;
    },
    list: (from) => buffer.slice(from),
    at: (index) => buffer.at(index),
  };
}
