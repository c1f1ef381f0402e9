import type { Clock } from '../base/clock.js';
import { DtcardError, isDtcardError, messageOf } from '../base/errors.js';
import type { IdSource } from '../base/ids.js';
import type { JsonObject } from '../base/json-text.js';
import { createAndDeliverBody, updateBody } from '../protocol/card-request.js';
import { readDeliverResults } from '../protocol/deliver-results.js';
import { createAccessTokenCache, type IssuedToken } from './access-token.js';
import type { AlicloudSdk, SdkCall } from './alicloud-sdk.js';
import { isTokenFault } from './api-fault.js';
import { type CallPace, createCallPace } from './call-pace.js';
import type { ApiObserver, CardClient, SentCard } from './card-client.js';
import type { Endpoints } from './endpoints.js';
import type { Http } from './http.js';
import { callApi } from './open-api.js';
import { callRepeatedly, GivenUp, kindOf } from './repeated-call.js';

export interface SdkCardClientDeps {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Brings the proxy with it. */
  readonly http: Http;
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For groups; an enterprise-internal app's robotCode is its clientId (card-openapi §5.1). */
  readonly robotCode?: string;
  readonly observer: ApiObserver;
  /** For one HTTP exchange; 10 s by default. */
  readonly timeoutMs?: number;
  /** Of each API; 20 by default. */
  readonly callsPerSecond?: number;
}

export interface SdkCardClient extends CardClient {
  /** Fetches a token, so that wrong credentials show before anything is done. @throws DtcardError as `CardClient` */
  checkCredentials(): Promise<void>;
}

type Send = (call: SdkCall) => Promise<void>;

/** Makes one SDK call; `token` is empty for the call that fetches one. */
type Invoke = (sdk: AlicloudSdk, send: Send, token: string) => Promise<unknown>;

const DEFAULT_TIMEOUT_MS = 10_000;

/** `CardClient` over `@alicloud/dingtalk`. Nothing is loaded before the first call or `warmUp`. */
export function createSdkCardClient(deps: SdkCardClientDeps): SdkCardClient {
  const { clock, endpoints, clientId, clientSecret, observer } = deps;
  const tokens = createAccessTokenCache({ clock, fetchToken });
  let loading: Promise<AlicloudSdk> | undefined;

  function sdk(): Promise<AlicloudSdk> {
    loading ??= import('./alicloud-sdk.js').then(({ loadAlicloudSdk }) =>
      loadAlicloudSdk(endpoints.apiOrigin),
    );
    return loading;
  }

  /** One attempt: one HTTP exchange, told to the observer. */
  async function attempt(invoke: Invoke, token: string, number: number): Promise<JsonObject> {
    const loaded = await sdk();
    let body: JsonObject = {};
    await invoke(
      loaded,
      async ({ method, path, headers, body: sent }) => {
        const startedAt = clock.monotonic();
        const told = () => ({
          method,
          path,
          attempt: number,
          tookMs: clock.monotonic() - startedAt,
        });
        try {
          const answer = await callApi(deps.http, {
            method,
            url: endpoints.apiOrigin + path,
            headers,
            body: sent,
            timeoutMs: deps.timeoutMs ?? DEFAULT_TIMEOUT_MS,
            secrets: [clientSecret, token],
          });
          observer.called({ ...told(), status: answer.status });
          body = answer.body;
        } catch (error) {
          observer.failed(told(), error);
          throw error;
        }
      },
      token,
    );
    return body;
  }

  async function fetchToken(): Promise<IssuedToken> {
    let number = 0;
    const body = await callRepeatedly(deps, {
      run: () =>
        attempt(
          ({ oauth, oauthModels, runtimeOptions }, send) =>
            oauth(send).getAccessTokenWithOptions(
              new oauthModels.GetAccessTokenRequest({ appKey: clientId, appSecret: clientSecret }),
              {},
              runtimeOptions(),
            ),
          '',
          ++number,
        ),
    }).catch(rethrowLast);
    const { accessToken, expireIn } = body;
    if (typeof accessToken !== 'string' || accessToken === '') {
      throw unusable('/v1.0/oauth2/accessToken', 'accessToken is missing');
    }
    return { accessToken, expireIn: Number(expireIn) };
  }

  const paceOf = () => createCallPace(clock, deps.callsPerSecond);
  const paces = { create: paceOf(), update: paceOf(), stream: paceOf() };

  /** @throws GivenUp */
  function call(
    pace: CallPace,
    invoke: Invoke,
    onUncertain?: (detail: string) => void,
  ): Promise<JsonObject> {
    let number = 0;
    let isRenewed = false;
    const run = async (): Promise<JsonObject> => {
      const token = await tokens.get(clientId).catch((error: unknown) => {
        // It says nothing about this call, which was not even tried.
        throw new GivenUp(error, false);
      });
      await pace.turn();
      try {
        return await attempt(invoke, token, ++number);
      } catch (error) {
        const fault = isDtcardError(error) ? error.fault : undefined;
        if (isRenewed || !fault || !isTokenFault(fault)) throw error;
        isRenewed = true;
        tokens.invalidate(clientId, token);
        return run();
      }
    };
    return callRepeatedly(deps, {
      run,
      ...(onUncertain ? { onUncertain: (error) => onUncertain(brief(error)) } : {}),
    });
  }

  return {
    async createAndDeliver(draft): Promise<SentCard> {
      const { outTrackId } = draft;
      const robotCode = deps.robotCode ?? clientId;
      const plain = createAndDeliverBody(draft, { robotCode, nowMs: clock.now() });
      const body = await call(
        paces.create,
        ({ cards, cardModels, runtimeOptions }, send, token) =>
          cards(send).createAndDeliverWithOptions(
            new cardModels.CreateAndDeliverRequest(plain as unknown as Record<string, unknown>),
            new cardModels.CreateAndDeliverHeaders({ xAcsDingtalkAccessToken: token }),
            runtimeOptions(),
          ),
        (detail) => observer.uncertain(outTrackId, detail),
      ).catch((error: unknown) => rethrowCreate(error, outTrackId));
      const deliverResults = readDeliverResults(body);
      if (!deliverResults) {
        throw unusable('/v1.0/card/instances/createAndDeliver', 'deliverResults is missing');
      }
      return { outTrackId, deliverResults };
    },
    async update(update) {
      const plain = updateBody(update);
      await call(paces.update, ({ cards, cardModels, runtimeOptions }, send, token) =>
        cards(send).updateCardWithOptions(
          new cardModels.UpdateCardRequest(plain as unknown as Record<string, unknown>),
          new cardModels.UpdateCardHeaders({ xAcsDingtalkAccessToken: token }),
          runtimeOptions(),
        ),
      ).catch(rethrowLast);
    },
    async stream(update) {
      await call(paces.stream, ({ cards, cardModels, runtimeOptions }, send, token) =>
        cards(send).streamingUpdateWithOptions(
          new cardModels.StreamingUpdateRequest({ ...update }),
          new cardModels.StreamingUpdateHeaders({ xAcsDingtalkAccessToken: token }),
          runtimeOptions(),
        ),
      ).catch(rethrowLast);
    },
    async checkCredentials() {
      await tokens.get(clientId);
    },
    async warmUp(withToken = true) {
      // The first real call meets the same failure and reports it; the observer knows already.
      await Promise.all([sdk(), withToken && tokens.get(clientId)]).catch(() => undefined);
    },
  };
}

function rethrowLast(error: unknown): never {
  throw error instanceof GivenUp ? error.last : error;
}

/** Says so when the card may exist in spite of the failure. */
function rethrowCreate(error: unknown, outTrackId: string): never {
  if (!(error instanceof GivenUp)) throw error;
  const { last, wasUncertain } = error;
  const fault = isDtcardError(last) ? last.fault : undefined;
  // A repeat that is told «exists already» proves that the silent attempt got through.
  const exists = fault?.code === 'param.cardAlreadyExist';
  const wasRefused = fault !== undefined && fault.httpStatus < 500 && kindOf(last) === 'final';
  if (!wasUncertain || (wasRefused && !exists)) throw last;
  throw new DtcardError('E4003', {
    params: { outTrackId, detail: brief(last), reason: exists ? 'exists' : 'silent' },
    cause: last,
    ...(fault ? { fault } : {}),
  });
}

function unusable(path: string, detail: string): DtcardError {
  return new DtcardError('E4004', { params: { path, detail } });
}

/** A few words for inside another sentence. */
function brief(error: unknown): string {
  if (!isDtcardError(error)) return messageOf(error);
  const { code, fault, params } = error;
  if (code === 'E3002') return `no answer within ${params['seconds']} s`;
  const detail = params['detail'];
  if (typeof detail === 'string') return detail;
  return fault ? `${fault.code} ${fault.message}`.trim() : error.message;
}
