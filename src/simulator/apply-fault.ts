import type { Socket } from 'node:net';
import type { Context, Next } from 'hono';
import { sleep } from '../base/clock.js';
import { errorBody } from './api-error.js';
import { answerJson, exchangeOf } from './api-exchange.js';
import type { FaultAction } from './faults.js';
import type { SimContext } from './sim-context.js';

/** Carries out one fault; `next` is the call itself, for the faults that let it happen. */
export async function applyFault(
  c: Context,
  context: SimContext,
  action: FaultAction,
  next: Next,
): Promise<void> {
  switch (action.kind) {
    case 'answer': {
      const { body, status } = action;
      c.res = answerJson(c, status, typeof body === 'string' ? body : JSON.stringify(body));
      return;
    }
    case 'error': {
      const { status: httpStatus, code, message } = action;
      exchangeOf(c).code = code;
      const text = errorBody({ httpStatus, code, message, from: 'gateway' }, context.ids);
      c.res = answerJson(c, httpStatus, text);
      return;
    }
    case 'htmlBan':
      c.res = answerJson(c, 403, banPage, 'text/html; charset=utf-8');
      return;
    case 'truncatedJson': {
      await next();
      const text = exchangeOf(c).answer ?? (await c.res.text());
      replaceBody(c, text.slice(0, Math.ceil(text.length / 2)));
      return;
    }
    case 'emptyBody':
      await next();
      replaceBody(c, '');
      return;
    case 'slow':
      await sleep(context.clock, action.forMs);
      await next();
      return;
    case 'hang':
      await untilClosed(c);
      leaveUnanswered(c);
      return;
    case 'reset':
      socketOf(c)?.resetAndDestroy();
      leaveUnanswered(c);
      return;
    case 'loseAnswer':
      await next();
      socketOf(c)?.resetAndDestroy();
      leaveUnanswered(c);
      return;
    case 'revokeToken': {
      const token = c.req.header('x-acs-dingtalk-access-token') ?? c.req.query('access_token');
      const clientId = context.tokens.clientIdOf(token ?? '');
      if (clientId !== undefined) context.tokens.revoke(clientId);
      await next();
      return;
    }
  }
}

const banPage = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>访问被拒绝</title></head>
<body><h1>抱歉，您的访问被拒绝</h1><p>请求过于频繁，请稍后再试。</p></body></html>
`;

function replaceBody(c: Context, text: string): void {
  exchangeOf(c).answer = text;
  const { status } = c.res;
  const contentType = c.res.headers.get('content-type') ?? 'application/json;charset=utf-8';
  c.res = undefined;
  c.res = new Response(text, { status, headers: { 'content-type': contentType } });
}

/** Tells the HTTP server that nothing is to be written any more. */
function leaveUnanswered(c: Context): void {
  c.res = undefined;
  c.res = new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
}

/** Absent when the app is called without a server. */
function socketOf(c: Context): Socket | undefined {
  const env = c.env as { readonly incoming?: { readonly socket?: Socket } } | undefined;
  return env?.incoming?.socket;
}

function untilClosed(c: Context): Promise<void> {
  return new Promise((resolve) => {
    const socket = socketOf(c);
    if (socket?.destroyed || c.req.raw.signal.aborted) return resolve();
    socket?.once('close', () => resolve());
    c.req.raw.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
