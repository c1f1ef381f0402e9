import type { Context, Hono } from 'hono';
import { isJsonObject, type JsonObject } from '../base/json-text.js';
import { answerJson, exchangeOf } from './api-exchange.js';
import { readJsonBody } from './request-body.js';
import { shownText } from './robot-messages.js';
import type { SimContext } from './sim-context.js';

/** Answers to a message through its sessionWebhook: no token, always HTTP 200 (card-openapi §5.2, stream-protocol §5.4). */
export function mountWebhookRoutes(app: Hono, context: SimContext): void {
  app.post('/robot/sendBySession', (c) => {
    const session = c.req.query('session') ?? '';
    const conversationId = context.webhooks.conversationOf(session);
    if (conversationId === undefined) return answerLegacy(c, 300001, 'session 不存在');
    const body = readJsonBody(exchangeOf(c).body, c.req.header('content-type'));
    if (!body.ok) return answerLegacy(c, 40035, '缺少参数 json');
    const message = readWebhookMessage(body.value);
    if ('errcode' in message) return answerLegacy(c, message.errcode, message.errmsg);
    context.report({ type: 'bot.message', conversationId, ...message });
    return answerLegacy(c, 0, 'ok');
  });
  // The robots people add to a group by hand; none exists here.
  app.post('/robot/send', (c) =>
    c.req.query('access_token')
      ? answerLegacy(c, 300005, 'token is not exist')
      : answerLegacy(c, 40035, '缺少参数 access_token'),
  );
}

/** The form of every answer of the legacy gateway: HTTP 200 whatever happened. */
export function answerLegacy(c: Context, errcode: number, errmsg: string): Response {
  return answerJson(c, 200, JSON.stringify({ errcode, errmsg }), 'application/json');
}

type WebhookMessage =
  | { readonly msgtype: string; readonly text: string }
  | { readonly errcode: number; readonly errmsg: string };

/** What each type must hold; the first one missing is named. */
const requiredOf: Readonly<Record<string, readonly string[]>> = {
  text: ['content'],
  markdown: ['title', 'text'],
  link: ['title', 'text', 'messageUrl'],
  actionCard: ['title', 'text'],
  feedCard: ['links'],
};

function readWebhookMessage(body: JsonObject): WebhookMessage {
  const { msgtype, contentType, content } = body;
  if (contentType === 'ai_card') {
    return { msgtype: 'ai_card', text: isJsonObject(content) ? JSON.stringify(content) : '' };
  }
  if (msgtype === 'empty') return { msgtype, text: '' };
  if (typeof msgtype !== 'string' || !Object.hasOwn(requiredOf, msgtype)) {
    return { errcode: 400105, errmsg: '不支持的消息类型' };
  }
  const part = body[msgtype];
  const given = isJsonObject(part) ? part : {};
  const missing = (requiredOf[msgtype] ?? []).find((field) => isBlank(given[field]));
  if (missing !== undefined) {
    return { errcode: 400402, errmsg: `参数 ${msgtype} --》 ${missing} 缺失` };
  }
  const shown = msgtype === 'markdown' || msgtype === 'actionCard' ? given['text'] : undefined;
  return { msgtype, text: typeof shown === 'string' ? shown : shownText(given) };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
