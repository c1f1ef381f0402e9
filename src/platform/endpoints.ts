import { DtcardError } from '../base/errors.js';

/**
 * Where this run talks to. The rule behind every check here: a secret goes to DingTalk's own hosts
 * over TLS, or to a loopback origin that the caller named, and nowhere else.
 */
export interface Endpoints {
  readonly kind: 'dingtalk' | 'loopback';
  /** Serves `/v1.0/…`; no trailing slash. */
  readonly apiOrigin: string;
  /** Serves `/gettoken`, `/topapi/…`, `/robot/…`; the same as `apiOrigin` on loopback. */
  readonly oapiOrigin: string;
}

type ApiOriginProblem =
  | 'empty'
  | 'not-url'
  | 'scheme'
  | 'userinfo'
  | 'path'
  | 'query'
  | 'port'
  | 'http-to-dingtalk'
  | 'host';

/** Official, pre-release and overseas hosts (stream-protocol §1.1), each with its legacy twin. */
const dingtalkHosts = new Map(
  ['dingtalk.com', 'dingtalk.io'].flatMap((domain) =>
    ['', 'pre-'].flatMap((stage) => {
      const pair = { api: `${stage}api.${domain}`, oapi: `${stage}oapi.${domain}` };
      return [[pair.api, pair] as const, [pair.oapi, pair] as const];
    }),
  ),
);

/**
 * @param api what `--api` or `DTCARD_API` named: one origin that serves both hosts' paths
 * @throws DtcardError E1006 with the reason
 */
export function resolveEndpoints(api: string | undefined): Endpoints {
  if (api === undefined) return dingtalk('api.dingtalk.com', 'oapi.dingtalk.com');
  const url = parseOrigin(api);
  const pair = dingtalkHosts.get(url.hostname);
  if (pair) {
    if (url.protocol !== 'https:') throw refused(api, 'http-to-dingtalk');
    if (url.port !== '') throw refused(api, 'port');
    return dingtalk(pair.api, pair.oapi);
  }
  if (!isLoopback(url.hostname)) throw refused(api, 'host');
  return { kind: 'loopback', apiOrigin: url.origin, oapiOrigin: url.origin };
}

/**
 * The gateway says where the socket goes and the ticket goes with it, so its answer is not trusted.
 * @throws DtcardError E3004 when the endpoint is not DingTalk's (or, for a loopback api, not loopback)
 */
export function checkStreamEndpoint(endpoints: Endpoints, endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  // The host alone: path and query may hold the ticket.
  const host = url?.host ?? '';
  const refuse = (reason: string) => new DtcardError('E3004', { params: { host, reason } });
  if (!url || url.host === '') throw refuse('not-url');
  if (url.protocol !== 'wss:' && url.protocol !== 'ws:') throw refuse('scheme');
  if (url.username !== '' || url.password !== '') throw refuse('userinfo');
  if (url.port === '0') throw refuse('port');
  if (endpoints.kind === 'loopback') {
    if (!isLoopback(url.hostname)) throw refuse('not-loopback');
    return;
  }
  if (!isDingTalk(url.hostname)) throw refuse('not-dingtalk');
  if (url.protocol !== 'wss:') throw refuse('not-encrypted');
}

function parseOrigin(api: string): URL {
  if (api.trim() === '') throw refused(api, 'empty');
  const url = URL.canParse(api) ? new URL(api) : undefined;
  // `127.0.0.1:7700` parses as scheme `127.0.0.1`, `localhost:7700` as scheme `localhost`.
  if (!url || !api.includes('://')) throw refused(api, 'not-url');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(api, 'scheme');
  if (api.includes('@')) throw refused(api, 'userinfo');
  if (api.includes('?') || api.includes('#')) throw refused(api, 'query');
  if (url.pathname !== '/') throw refused(api, 'path');
  if (url.port === '0') throw refused(api, 'port');
  return url;
}

/** 127.0.0.0/8, localhost, ::1. The URL parser has already normalised `127.1`, `0x7f.1` and the like. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

function isDingTalk(hostname: string): boolean {
  return hostname.endsWith('.dingtalk.com') || hostname.endsWith('.dingtalk.io');
}

function dingtalk(api: string, oapi: string): Endpoints {
  return { kind: 'dingtalk', apiOrigin: `https://${api}`, oapiOrigin: `https://${oapi}` };
}

function refused(api: string, reason: ApiOriginProblem): DtcardError {
  // What stands before an @ may be a password.
  const shown = api.replace(/^(.*:\/\/)?.*@/s, '$1***@').slice(0, 200);
  return new DtcardError('E1006', { params: { api: shown, reason } });
}
