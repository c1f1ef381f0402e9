import type { Context, Hono } from 'hono';
import { answerJson, exchangeOf } from './api-exchange.js';
import { appOf } from './oauth-routes.js';
import type { SimContext } from './sim-context.js';
import { answerLegacy } from './webhook-routes.js';

/** The older gateway: failures are HTTP 200 with an `errcode` (card-openapi §1.3). */
export function mountLegacyRoutes(app: Hono, context: SimContext): void {
  app.get('/gettoken', (c) => {
    const appkey = c.req.query('appkey') ?? c.req.query('corpid');
    const appsecret = c.req.query('appsecret') ?? c.req.query('corpsecret');
    if (!appkey) return answerLegacy(c, 40035, '缺少参数 corpid or appkey');
    if (!appsecret) return answerLegacy(c, 40035, '缺少参数 corpsecret or appsecret');
    const owner = appOf(context, appkey, appsecret);
    if (!owner) return answerLegacy(c, 40096, '不合法的appKey或appSecret');
    exchangeOf(c).clientId = owner.clientId;
    const { accessToken, expireIn } = context.tokens.issue(owner.clientId);
    const answer = { errcode: 0, access_token: accessToken, errmsg: 'ok', expires_in: expireIn };
    return answerJson(c, 200, JSON.stringify(answer), 'application/json');
  });
  app.all('/topapi/*', (c) => answerTopApi(c, context));
}

/** Calls that exist at DingTalk; any other name is refused before the token is looked at (card-openapi §1.3). */
const knownTopApis = new Set([
  '/topapi/v2/user/get',
  '/topapi/v2/user/getbymobile',
  '/topapi/user/getbyunionid',
  '/topapi/user/listid',
  '/topapi/im/chat/scenegroup/create',
  '/topapi/message/corpconversation/asyncsend_v2',
]);

function answerTopApi(c: Context, context: SimContext): Response {
  const { path } = c.req;
  if (!knownTopApis.has(path)) return unknownTopApi(c, context);
  const token = accessTokenOf(c);
  if (token === '') return topApiError(c, context, '40000', 'access_token is blank');
  const clientId = context.tokens.clientIdOf(token);
  if (clientId === undefined) return topApiError(c, context, '40014', '不合法的access_token');
  exchangeOf(c).clientId = clientId;
  const message = `${path} exists at DingTalk, but not in the simulator`;
  context.report({ type: 'warning', code: 'api-not-simulated', message });
  return unknownTopApi(c, context);
}

/** From the query or a form body; the header of the new gateway does not count here. */
function accessTokenOf(c: Context): string {
  const inQuery = c.req.query('access_token');
  if (inQuery) return inQuery;
  const isForm = c.req.header('content-type')?.includes('x-www-form-urlencoded') === true;
  return isForm ? (new URLSearchParams(exchangeOf(c).body).get('access_token') ?? '') : '';
}

function topApiError(c: Context, context: SimContext, subCode: string, subMsg: string): Response {
  return answerJson(
    c,
    200,
    JSON.stringify({
      errcode: 88,
      sub_code: subCode,
      sub_msg: subMsg,
      errmsg: `ding talk error[subcode=${subCode},submsg=${subMsg}]`,
      request_id: topRequestId(context),
    }),
    'application/json;charset=UTF-8',
  );
}

function unknownTopApi(c: Context, context: SimContext): Response {
  const name = `dingtalk.oapi.${c.req.path.slice('/topapi/'.length).replaceAll('/', '.')}`;
  const subMsg = `不合法ApiName，ApiName = ${name}`;
  return answerJson(
    c,
    200,
    JSON.stringify({
      errcode: 22,
      sub_msg: subMsg,
      errmsg: `Invalid method[submsg=${subMsg}]`,
      request_id: topRequestId(context),
    }),
    'application/json;charset=UTF-8',
  );
}

/** Thirteen characters of base 36 beginning with `1`, like the sample of card-openapi §1.3. */
function topRequestId(context: SimContext): string {
  return `1${BigInt(`0x${context.ids.hex(8)}`)
    .toString(36)
    .padStart(13, '0')
    .slice(-12)}`;
}
