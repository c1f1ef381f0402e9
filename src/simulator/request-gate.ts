import type { Context, Hono } from 'hono';
import { isJsonObject, parseJson } from '../base/json-text.js';
import { redactText } from '../base/redact.js';
import { type ApiExchange, answerJson, exchangeOf, keepExchange } from './api-exchange.js';
import { applyFault } from './apply-fault.js';
import { type BodyRead, readBody } from './request-body.js';
import { BODY_LIMIT } from './request-log.js';
import type { SimContext } from './sim-context.js';

/** Through this every call of DingTalk's own paths goes: its body is read, faults strike, it is logged. */
export function mountRequestGate(app: Hono, context: SimContext): void {
  app.use('*', async (c, next) => {
    if (!isDingTalkPath(c.req.path)) return next();
    const startedAt = context.clock.monotonic();
    const read = await readBody(c, context.settings.bodyLimitBytes);
    keepExchange(c, { body: read.ok ? read.text : '' });
    const fault = context.faults.take(c.req.method, c.req.path);
    if (!read.ok) c.res = refuseBody(c, read);
    else if (fault) await applyFault(c, context, fault, next);
    else await next();
    await log(c, context, context.clock.monotonic() - startedAt);
  });
}

/** Everything but the simulator's own control paths and page. */
function isDingTalkPath(path: string): boolean {
  return path !== '/' && path !== '/favicon.ico' && !path.startsWith('/_dtcard');
}

/** What a front server does with a body beyond its limit; DingTalk's own limit is not published. */
function refuseBody(c: Context, read: BodyRead & { ok: false }): Response {
  if (read.reason === 'broken-off') return answerJson(c, 400, '');
  exchangeOf(c).code = 'RequestEntityTooLarge';
  const title = '<title>413 Request Entity Too Large</title>';
  const page = `<html>\n<head>${title}</head>\n<body>\n<center><h1>413 Request Entity Too Large</h1></center>\n</body>\n</html>\n`;
  const answer = answerJson(c, 413, page, 'text/html');
  // What is left of the body is not read, so the connection cannot be used again.
  answer.headers.set('connection', 'close');
  return answer;
}

async function log(c: Context, context: SimContext, tookMs: number): Promise<void> {
  const exchange = exchangeOf(c);
  const { method, path, url } = c.req;
  const isAnswered = !c.res.headers.has('x-hono-already-sent');
  const status = isAnswered ? c.res.status : 0;
  const answer = isAnswered ? await answerOf(c, exchange) : '';
  const code = exchange.code ?? codeOf(answer);
  const known = {
    ...(code !== undefined && { code }),
    ...(exchange.clientId !== undefined && { clientId: exchange.clientId }),
  };
  const secrets = context.world.apps.map((app) => app.clientSecret);
  context.requests.add({
    atMs: context.clock.now(),
    tookMs,
    method,
    path: redactText(path + new URL(url).search, secrets),
    headers: headersOf(c, secrets),
    body: redactText(exchange.body.slice(0, BODY_LIMIT), secrets),
    status,
    answer: redactText(answer.slice(0, BODY_LIMIT), secrets),
    ...known,
  });
  context.report({ type: 'request', method, path, status, ...known });
}

async function answerOf(c: Context, exchange: ApiExchange): Promise<string> {
  if (exchange.answer !== undefined) return exchange.answer;
  const isJson = c.res.headers.get('content-type')?.includes('json') === true;
  return isJson ? await c.res.clone().text() : '';
}

/** `code`, or an `errcode` that is no success. */
function codeOf(answer: string): string | undefined {
  const parsed = answer === '' ? undefined : parseJson(answer);
  if (!parsed?.ok || !isJsonObject(parsed.value)) return undefined;
  const { code, errcode } = parsed.value;
  if (typeof code === 'string') return code;
  return typeof errcode === 'number' && errcode !== 0 ? String(errcode) : undefined;
}

const secretHeaders = new Set(['x-acs-dingtalk-access-token', 'authorization', 'cookie']);

function headersOf(c: Context, secrets: readonly string[]): Record<string, string> {
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(c.req.header())) {
    headers[name] = secretHeaders.has(name) ? '***' : redactText(value, secrets);
  }
  return headers;
}
