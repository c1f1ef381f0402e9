import type { Context, Hono } from 'hono';
import type { JsonObject } from '../base/json-text.js';
import { done, type Outcome, refuse } from './api-error.js';
import { answerJson, exchangeOf } from './api-exchange.js';
import { answerError } from './api-gate.js';
import { checkRequired, readJsonBody } from './request-body.js';
import type { SimContext } from './sim-context.js';
import type { SimApp } from './world.js';

/** Access tokens of the new gateway; no token and no permission is needed to ask (card-openapi §1.1, §1.2). */
export function mountOauthRoutes(app: Hono, context: SimContext): void {
  app.post('/v1.0/oauth2/accessToken', (c) =>
    answer(c, context, ['appKey', 'appSecret'], ({ appKey, appSecret }) => {
      const owner = appOf(context, appKey, appSecret);
      if (!owner) return refuse('invalidClientIdOrSecret', '无效的clientId或者clientSecret');
      exchangeOf(c).clientId = owner.clientId;
      const { accessToken, expireIn } = context.tokens.issue(owner.clientId);
      return done({ expireIn, accessToken });
    }),
  );
  app.post('/v1.0/oauth2/:corpId/token', (c) =>
    answer(c, context, ['client_id', 'client_secret', 'grant_type'], (body) => {
      // Seen live for a corpId that does not exist (card-openapi §1.2).
      if (c.req.param('corpId') !== context.world.corpId) {
        return refuse('unknownError', '未知错误', 500);
      }
      if (body['grant_type'] !== 'client_credentials') return refuse('unsupported.grant.type');
      const owner = appOf(context, body['client_id'], body['client_secret']);
      if (!owner) return refuse('invalid.client');
      exchangeOf(c).clientId = owner.clientId;
      const { accessToken, expireIn } = context.tokens.issue(owner.clientId);
      return done({ access_token: accessToken, expires_in: expireIn });
    }),
  );
}

/** The app a client id and its secret belong to; both are compared exactly (card-openapi §8 item 22). */
export function appOf(
  context: SimContext,
  clientId: unknown,
  clientSecret: unknown,
): SimApp | undefined {
  if (typeof clientId !== 'string') return undefined;
  const app = context.directory.app(clientId);
  return app?.clientSecret === clientSecret ? app : undefined;
}

function answer(
  c: Context,
  context: SimContext,
  required: readonly string[],
  run: (body: JsonObject) => Outcome<JsonObject>,
): Response {
  const body = readJsonBody(exchangeOf(c).body, c.req.header('content-type'));
  const complete = body.ok ? checkRequired(body.value, required) : body;
  const outcome = complete.ok ? run(complete.value) : complete;
  if (!outcome.ok) return answerError(c, context, outcome.error);
  return answerJson(c, 200, JSON.stringify(outcome.value));
}
