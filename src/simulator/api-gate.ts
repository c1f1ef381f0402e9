import type { Context, Hono } from 'hono';
import type { JsonObject } from '../base/json-text.js';
import {
  type ApiError,
  done,
  errorBody,
  type Outcome,
  type Refused,
  refuse,
  refuseAtGateway,
} from './api-error.js';
import { answerJson, exchangeOf } from './api-exchange.js';
import type { QpsLimit } from './qps-limit.js';
import { checkRequired, readJsonBody } from './request-body.js';
import type { SimContext } from './sim-context.js';
import type { SimApp } from './world.js';

/** One call of the new gateway that needs an access token. */
export interface ApiRoute {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  /** Permission point it needs (card-openapi §1.8). */
  readonly scope: string;
  /** Required top-level fields in the order of the documentation (card-openapi §1.6 G13). */
  readonly required: readonly string[];
  /** The service behind the gateway; every gateway check has passed. */
  run(call: ApiCall): Outcome<JsonObject>;
}

export interface ApiCall {
  readonly context: SimContext;
  readonly app: SimApp;
  readonly body: JsonObject;
  /** Said loudly if the call is accepted in the end. `code` is stable, `message` English. */
  warn(code: string, message: string): void;
}

/** Serves a route behind the checks of the gateway, in the order of card-openapi §1.6. */
export function mountApiRoute(
  app: Hono,
  context: SimContext,
  qps: QpsLimit,
  route: ApiRoute,
): void {
  app.on(route.method, route.path, (c) => {
    const caller = admit(c, context, qps, route);
    if (!caller.ok) return answerError(c, context, caller.error);
    const exchange = exchangeOf(c);
    const body = readJsonBody(exchange.body, c.req.header('content-type'));
    if (!body.ok) return answerError(c, context, body.error);
    const complete = checkRequired(body.value, route.required);
    if (!complete.ok) return answerError(c, context, complete.error);

    const warnings: { readonly code: string; readonly message: string }[] = [];
    const outcome = route.run({
      context,
      app: caller.value,
      body: body.value,
      warn: (code, message) => warnings.push({ code, message }),
    });
    if (!outcome.ok) return answerError(c, context, outcome.error);
    const { outTrackId } = body.value;
    for (const warning of warnings) {
      const about = typeof outTrackId === 'string' ? { outTrackId } : {};
      context.report({ type: 'warning', ...warning, ...about });
    }
    return answerJson(c, 200, JSON.stringify(outcome.value));
  });
}

export function answerError(c: Context, context: SimContext, error: ApiError): Response {
  exchangeOf(c).code = error.code;
  return answerJson(c, error.httpStatus, errorBody(error, context.ids));
}

/** Who calls, and whether they may: header, token, address, permission, quota, rate. */
function admit(c: Context, context: SimContext, qps: QpsLimit, route: ApiRoute): Outcome<SimApp> {
  const { settings } = context;
  const token = c.req.header('x-acs-dingtalk-access-token');
  if (!token) {
    return refuseAtGateway(
      'AuthenticationFailed.MissingParameter',
      '缺少参数：x-acs-dingtalk-access-token',
    );
  }
  const clientId = context.tokens.clientIdOf(token);
  const caller = clientId === undefined ? undefined : context.directory.app(clientId);
  if (!caller) return refuse('InvalidAuthentication', '不合法的access_token');
  exchangeOf(c).clientId = caller.clientId;
  if (settings.ipNotInWhiteList) return denied('IpNotInWhiteList', '访问ip不在白名单之中');
  if (!caller.scopes.includes(route.scope)) return permissionDenied(route.scope);
  if (settings.monthlyQuotaUsed) {
    // The real sentence is not published (card-openapi §1.6 G9).
    return denied('ApiCountLimitForOrg', '您的企业本月调用钉钉开放平台接口的次数已用完');
  }
  if (!qps.allows(caller.clientId, `${route.method} ${route.path}`, settings.qpsLimit)) {
    return tooFrequent();
  }
  return done(caller);
}

/** More calls than the app may make to this API (card-openapi §1.6 G5): 403, never 429. */
export function tooFrequent(): Refused {
  return denied(
    'QpsLimitForAppkeyAndApi',
    '您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了',
  );
}

function denied(reason: string, message: string): Refused {
  return refuseAtGateway(`Forbidden.AccessDenied.${reason}`, message, 403);
}

function permissionDenied(scope: string): Refused {
  return {
    ok: false,
    error: {
      httpStatus: 403,
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      message: `应用尚未开通所需的权限：[${scope}]，点击链接申请并开通即可：https://open.dingtalk.com/document/orgapp-server/add-api-permission`,
      from: 'gateway',
      requiredScopes: [scope],
    },
  };
}
