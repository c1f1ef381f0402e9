import type { Context } from 'hono';

/** What is noted about one call on its way, for the request log. */
export interface ApiExchange {
  /** The request body as text, decoded by its charset. */
  readonly body: string;
  /** Set by whoever answers; read from the response otherwise. */
  answer?: string;
  code?: string;
  clientId?: string;
}

const KEY = 'dtcardExchange';

export function keepExchange(c: Context, exchange: ApiExchange): void {
  c.set(KEY, exchange);
}

/** Present for every path that belongs to DingTalk. */
export function exchangeOf(c: Context): ApiExchange {
  return c.get(KEY) as ApiExchange;
}

/** Answers with JSON text and notes it. */
export function answerJson(
  c: Context,
  status: number,
  text: string,
  contentType = 'application/json;charset=utf-8',
): Response {
  exchangeOf(c).answer = text;
  // A body of no bytes is no body: statuses such as 204 must not have one.
  return new Response(text === '' ? null : text, {
    status,
    headers: { 'content-type': contentType },
  });
}
