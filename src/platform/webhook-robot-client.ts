import type { Clock } from '../base/clock.js';
import type { ApiObserver } from './card-client.js';
import { checkWebhook, type Endpoints } from './endpoints.js';
import type { Http } from './http.js';
import { callApi } from './open-api.js';
import type { RobotClient } from './robot-client.js';

export interface WebhookRobotClientDeps {
  readonly clock: Clock;
  readonly http: Http;
  readonly endpoints: Endpoints;
  readonly observer: ApiObserver;
  /** 10 s by default. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Replies through `sessionWebhook` (card-openapi §5.2): no token, no repeat, as a repeated message
 * would be seen twice.
 */
export function createWebhookRobotClient(deps: WebhookRobotClientDeps): RobotClient {
  const { clock, http, endpoints, observer } = deps;
  return {
    async replyText(sessionWebhook, content) {
      checkWebhook(endpoints, sessionWebhook);
      const url = new URL(sessionWebhook);
      const startedAt = clock.monotonic();
      const told = () => ({
        method: 'POST',
        // Without the query: the session in it is a secret.
        path: url.pathname,
        attempt: 1,
        tookMs: clock.monotonic() - startedAt,
      });
      try {
        const answer = await callApi(http, {
          method: 'POST',
          url: sessionWebhook,
          headers: {},
          body: JSON.stringify({ msgtype: 'text', text: { content } }),
          timeoutMs: deps.timeoutMs ?? DEFAULT_TIMEOUT_MS,
          secrets: [url.searchParams.get('session') ?? ''],
        });
        observer.called({ ...told(), status: answer.status });
      } catch (error) {
        observer.failed(told(), error);
        throw error;
      }
    },
  };
}
