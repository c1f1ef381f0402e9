import type { Hono } from 'hono';
import { messageOf } from '../base/errors.js';
import { refuse } from './api-error.js';
import { exchangeOf } from './api-exchange.js';
import { answerError, mountApiRoute } from './api-gate.js';
import { cardCreateRoute } from './card-create.js';
import { cardCreateAndDeliverRoute } from './card-create-and-deliver.js';
import { cardDeliverRoute, cardSpacesRoute } from './card-deliver.js';
import { cardStreamingRoute } from './card-streaming.js';
import { cardUpdateRoute } from './card-update.js';
import { mountLegacyRoutes } from './legacy-routes.js';
import { mountOauthRoutes } from './oauth-routes.js';
import { createQpsLimit } from './qps-limit.js';
import { mountRequestGate } from './request-gate.js';
import { robotBatchSendRoute, robotGroupSendRoute } from './robot-routes.js';
import type { SimContext } from './sim-context.js';
import { mountUnknownPaths } from './unknown-paths.js';
import { mountWebhookRoutes } from './webhook-routes.js';

/**
 * The REST half of DingTalk. Call it before other routes are added: faults and the request log
 * then cover those too. Paths nobody serves are answered through `app.notFound`, exceptions through
 * `app.onError`.
 */
export function mountOpenApi(app: Hono, context: SimContext): void {
  mountRequestGate(app, context);
  mountOauthRoutes(app, context);
  mountLegacyRoutes(app, context);
  mountWebhookRoutes(app, context);
  mountUnknownPaths(app, context);
  const qps = createQpsLimit(context.clock);
  for (const route of routes) mountApiRoute(app, context, qps, route);
  app.onError((error, c) => {
    context.report({ type: 'warning', code: 'simulator-bug', message: messageOf(error) });
    return exchangeOf(c)
      ? answerError(c, context, refuse('unknownError', '未知错误', 500).error)
      : c.text('internal error', 500);
  });
}

const routes = [
  cardCreateRoute,
  cardCreateAndDeliverRoute,
  cardDeliverRoute,
  cardUpdateRoute,
  cardSpacesRoute,
  cardStreamingRoute,
  robotBatchSendRoute,
  robotGroupSendRoute,
];
