import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  request as plainRequest,
} from 'node:http';
import type { Clock } from '../base/clock.js';
import { DtcardError, messageOf } from '../base/errors.js';
import { connectionReuse, type Proxy } from './proxy.js';

/**
 * One HTTP exchange over node:http(s): `fetch` would cost more than the rest of the start-up.
 * Resolves for every status; redirects are not followed. Connections are kept for a while, so a server
 * that closes one just when it is used again shows as E3001; nothing is repeated here, as only the
 * caller knows whether that may be done.
 * @throws DtcardError E3001 unreachable, E3002 timeout, E3003 body cut off or too large, each with the
 *   param `sent`: whether the whole request had gone out, so that it may have taken effect;
 *   the signal's reason when it was aborted. The param `sent` of the errors tells whether the whole
 *   request had left, so that the server may have acted on it.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, from looking up the name to the last byte of the body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Told when the whole request has been handed to the system. */
  readonly onSent?: () => void;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; several values of one name joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body was longer than `maxBodyBytes`; the rest was not read. Only where `cutsBody` is set. */
  readonly isCut?: true;
}

export interface HttpDeps {
  readonly proxy: Proxy;
  readonly clock: Clock;
  /** Longest body accepted, in bytes. */
  readonly maxBodyBytes?: number;
  /** A longer body is cut off instead of failing with E3003. */
  readonly cutsBody?: boolean;
}

const defaultMaxBodyBytes = 8 * 1024 * 1024;

export function createHttp(deps: HttpDeps): Http {
  const { proxy, clock } = deps;
  const limit: BodyLimit = {
    bytes: deps.maxBodyBytes ?? defaultMaxBodyBytes,
    cuts: deps.cutsBody ?? false,
  };
  const plain = new Agent(connectionReuse);
  let secure: Agent | undefined;
  return async (request) => {
    const url = new URL(request.url);
    let agent = await proxy.proxyAgentFor(request.url);
    let open = plainRequest;
    if (url.protocol === 'https:') {
      const https = await import('node:https');
      open = https.request;
      secure ??= new https.Agent(connectionReuse);
      agent ??= secure;
    }
    request.signal?.throwIfAborted();
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const length = body ? { 'Content-Length': body.byteLength } : {};
    const sent = open(url, {
      method: request.method,
      headers: { ...request.headers, ...length },
      agent: agent ?? plain,
    });
    const answer = settled(sent, request, clock, limit);
    sent.end(body);
    return answer;
  };
}

interface BodyLimit {
  readonly bytes: number;
  readonly cuts: boolean;
}

function settled(
  sent: ClientRequest,
  request: HttpRequest,
  clock: Clock,
  limit: BodyLimit,
): Promise<HttpResponse> {
  const { signal, timeoutMs } = request;
  const { host } = new URL(request.url);
  let isSent = false;
  let hasAnswer = false;
  sent.on('finish', () => {
    isSent = true;
    request.onSent?.();
  });
  return new Promise((resolve, reject) => {
    const release = () => {
      cancelTimeout();
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (error: unknown) => {
      release();
      reject(error as Error);
      sent.destroy();
    };
    const failBody = (detail: string, cause?: unknown) =>
      fail(new DtcardError('E3003', { params: { host, detail, sent: true }, cause }));
    const onAbort = () => fail(signal?.reason);
    const cancelTimeout = clock.after(timeoutMs, () => {
      const seconds = Math.round(timeoutMs / 100) / 10;
      fail(new DtcardError('E3002', { params: { host, seconds, sent: isSent } }));
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    sent.on('error', (error) => {
      if (hasAnswer) return failBody('truncated', error);
      const params = { host, detail: networkDetail(error), sent: isSent };
      fail(new DtcardError('E3001', { params, cause: error }));
    });
    sent.on('response', (incoming) => {
      hasAnswer = true;
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = (body: Buffer, isCut: boolean) => {
        release();
        resolve({
          status: incoming.statusCode ?? 0,
          headers: headersOf(incoming),
          text: body.toString('utf8'),
          ...(isCut ? { isCut } : {}),
        });
      };
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size <= limit.bytes) return void chunks.push(chunk);
        if (!limit.cuts) return failBody(`larger than ${limit.bytes} bytes`);
        finish(Buffer.concat([...chunks, chunk], limit.bytes), true);
        sent.destroy();
      });
      incoming.on('error', (error) => failBody('truncated', error));
      incoming.on('end', () => {
        if (!incoming.complete) return failBody('truncated');
        finish(Buffer.concat(chunks), false);
      });
    });
  });
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const out = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) out[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return out;
}

/** `ECONNREFUSED 127.0.0.1:1` and the like: the system's code first, it is what people search for. */
export function networkDetail(error: unknown): string {
  // Happy eyeballs: one error per address that was tried.
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(networkDetail).join('; ').slice(0, 300);
  }
  const code = (error as { code?: unknown } | undefined)?.code;
  const message = messageOf(error);
  if (typeof code !== 'string' || message.includes(code)) return message.slice(0, 300);
  return `${code} ${message}`.slice(0, 300);
}
