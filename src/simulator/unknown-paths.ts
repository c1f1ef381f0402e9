import type { Hono } from 'hono';
import { refuseAtGateway } from './api-error.js';
import { exchangeOf } from './api-exchange.js';
import { answerError } from './api-gate.js';
import type { SimContext } from './sim-context.js';
import { answerLegacy } from './webhook-routes.js';

/** What both gateways say to a path or method they do not know (card-openapi §1.6 G14, G15). */
export function mountUnknownPaths(app: Hono, context: SimContext): void {
  app.notFound((c) => {
    const { method, path } = c.req;
    if (exchangeOf(c) === undefined) return c.text('not found', 404);
    if (!/^\/v\d+\.\d+\//.test(path)) return answerLegacy(c, 404, '请求的URI地址不存在');
    if (notSimulated.has(`${method} ${path}`)) {
      const message = `${method} ${path} exists at DingTalk, but not in the simulator`;
      context.report({ type: 'warning', code: 'api-not-simulated', message });
    }
    const refusal = refuseAtGateway(
      'InvalidAction.NotFound',
      'Specified api is not found, please check your url and method.',
      Number(context.settings.unknownApiStatus),
    );
    return answerError(c, context, refusal.error);
  });
}

/** Documented calls of cards and robots that are answered like unknown ones, with a warning. */
const notSimulated = new Set([
  'POST /v1.0/card/callbacks/register',
  'POST /v1.0/card/tops/close',
  'POST /v1.0/card/templates/copy',
  'POST /v1.0/robot/otoMessages/batchRecall',
  'POST /v1.0/robot/groupMessages/recall',
  'GET /v1.0/robot/oToMessages/readStatus',
  'POST /v1.0/robot/groupMessages/query',
  'POST /v1.0/robot/messageFiles/download',
  'POST /v1.0/oauth2/corpAccessToken',
  'POST /v1.0/oauth2/userAccessToken',
  'POST /v1.0/im/v1.0/robot/interactiveCards/send',
  'PUT /v1.0/im/robots/interactiveCards',
  'POST /v1.0/im/interactiveCards/send',
  'PUT /v1.0/im/interactiveCards',
]);
