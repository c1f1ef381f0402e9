import type { Context, Hono } from 'hono';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJsonObject,
} from '../base/json-text.js';
import { gatewayPath } from '../protocol/gateway.js';
import type { FrameType, Subscription } from '../protocol/topics.js';
import { answerJson, exchangeOf } from './api-exchange.js';
import type { SimContext } from './sim-context.js';
import type { Tickets } from './tickets.js';

/** `POST /v1.0/gateway/connections/open`: credentials in, endpoint and ticket out (stream-protocol §1). */
export function mountGateway(app: Hono, context: SimContext, tickets: Tickets): void {
  app.post(gatewayPath, (c) => {
    // Unknown keys, `extras: null`, no localIp, empty ua: all fine (stream-protocol §8.1 S1).
    const body = parseJsonObject(exchangeOf(c).body);
    const subscriptions = readSubscriptions(body?.['subscriptions']);
    const clientId = body?.['clientId'];
    const clientSecret = body?.['clientSecret'];
    if (!subscriptions || typeof clientId !== 'string' || typeof clientSecret !== 'string') {
      return refuse(c, context, 400, 'invalidParameter', '参数错误');
    }
    exchangeOf(c).clientId = clientId;
    const known = context.directory.app(clientId);
    if (!known || known.clientSecret !== clientSecret) {
      return refuse(c, context, 401, 'authFailed', '鉴权失败');
    }
    const ua = body?.['ua'];
    if (typeof ua === 'string' && ua.startsWith('java/')) {
      // The Java SDK knows no ws:// (stream-protocol §1.6), and this server has no certificate.
      const message = 'the Java SDK connects over wss only, which the simulator does not offer';
      context.report({ type: 'warning', code: 'java-needs-wss', message });
    }
    const endpoint = `${context.origin.replace('http', 'ws')}/connect`;
    const ticket = tickets.issue({ clientId, subscriptions });
    return answerJson(c, 200, JSON.stringify({ endpoint, ticket }));
  });
}

function refuse(
  c: Context,
  context: SimContext,
  status: 400 | 401,
  code: string,
  message: string,
): Response {
  const requestid = context.ids.uuid().toUpperCase();
  return answerJson(c, status, JSON.stringify({ requestid, code, message }));
}

/** Go also subscribes SYSTEM topics; an empty list is legal (stream-protocol §8.1 S2). */
function readSubscriptions(value: JsonValue | undefined): readonly Subscription[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const subscriptions = value.map((item: JsonValue) =>
    isJsonObject(item) ? readSubscription(item) : undefined,
  );
  return subscriptions.every((item) => item !== undefined) ? subscriptions : undefined;
}

function readSubscription({ type, topic }: JsonObject): Subscription | undefined {
  if (typeof type !== 'string' || typeof topic !== 'string' || !isFrameType(type)) return undefined;
  return { type, topic };
}

function isFrameType(type: string): type is FrameType {
  return type === 'SYSTEM' || type === 'EVENT' || type === 'CALLBACK';
}
