import { createHmac } from 'node:crypto';
import type { Clock } from '../base/clock.js';
import { DtcardError, messageOf } from '../base/errors.js';
import {
  httpCallbackBody,
  signatureHeader,
  signatureTimestampHeader,
} from '../protocol/http-callback.js';
import type { CallbackForwarder, ForwardOptions, ForwardReply } from './callback-forwarder.js';
import { forwardAddress } from './forward-address.js';
import { createHttp, type HttpResponse } from './http.js';
import type { Proxy } from './proxy.js';

export interface HttpForwarderOptions {
  /** http or https. A user name and password in it are sent as Basic authorization. */
  readonly url: URL;
  /** The `apiSecret` of the callback address; absent: nothing is signed. */
  readonly secret?: string;
  readonly clock: Clock;
  readonly proxy: Proxy;
}

/** Longer answers are no card data. */
const mostBodyBytes = 1024 * 1024;

/** Hands callbacks to an address as DingTalk does for cards with an HTTP callback (stream-protocol §6.1). */
export function createHttpForwarder(options: HttpForwarderOptions): CallbackForwarder {
  const { secret, clock, proxy } = options;
  const http = createHttp({ proxy, clock, maxBodyBytes: mostBodyBytes, cutsBody: true });
  const address = forwardAddress(options.url);
  const underWay = new Set<AbortController>();
  let isClosed = false;

  function headers(): Record<string, string> {
    const timestamp = String(clock.now());
    return {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(address.authorization === undefined ? {} : { Authorization: address.authorization }),
      ...(secret === undefined
        ? {}
        : {
            [signatureTimestampHeader]: timestamp,
            [signatureHeader]: createHmac('sha256', secret).update(timestamp).digest('base64'),
          }),
    };
  }

  return {
    url: address.shown,
    secrets: secret === undefined ? address.secrets : [secret, ...address.secrets],
    async forward(data: string, { timeoutMs, signal }: ForwardOptions): Promise<ForwardReply> {
      const startMs = clock.monotonic();
      const tookMs = () => clock.monotonic() - startMs;
      const ending = new AbortController();
      const end = () => ending.abort();
      if (isClosed || signal?.aborted) end();
      signal?.addEventListener('abort', end, { once: true });
      underWay.add(ending);
      try {
        const answer = await http({
          method: 'POST',
          url: address.target,
          headers: headers(),
          body: httpCallbackBody(data),
          timeoutMs,
          signal: ending.signal,
        });
        return responseOf(answer, tookMs());
      } catch (error) {
        if (ending.signal.aborted) {
          return { kind: 'unreachable', detail: 'aborted', tookMs: tookMs() };
        }
        return failureOf(error, tookMs());
      } finally {
        signal?.removeEventListener('abort', end);
        underWay.delete(ending);
      }
    },
    close() {
      isClosed = true;
      for (const ending of underWay) ending.abort();
    },
  };
}

function responseOf({ status, text, isCut }: HttpResponse, tookMs: number): ForwardReply {
  return { kind: 'response', status, body: text, ...(isCut ? { isCut } : {}), tookMs };
}

function failureOf(error: unknown, tookMs: number): ForwardReply {
  if (!(error instanceof DtcardError)) {
    return { kind: 'unreachable', detail: messageOf(error), tookMs };
  }
  if (error.code === 'E3002') return { kind: 'timeout', tookMs };
  const detail = error.code === 'E3003' ? 'the answer was cut off' : detailOf(error);
  return { kind: 'unreachable', detail, tookMs };
}

function detailOf({ params, code }: DtcardError): string {
  const { detail } = params;
  return typeof detail === 'string' ? detail : code;
}
