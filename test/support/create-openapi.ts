import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import type { JsonObject, JsonValue } from '../../src/base/json-text.js';
import { createSimContext, type SimContextParts } from '../../src/simulator/create-sim-context.js';
import { mountOpenApi } from '../../src/simulator/openapi-routes.js';
import type { SimContext } from '../../src/simulator/sim-context.js';
import type { SimEvent } from '../../src/simulator/sim-event.js';

export interface ApiAnswer {
  readonly status: number;
  readonly json: JsonObject;
  /** `code` of the answer, `''` when it has none. */
  readonly code: string;
  readonly text: string;
  readonly headers: Headers;
}

/** The REST half of a simulator, called in process or over a real socket. */
export interface OpenApi {
  readonly app: Hono;
  readonly context: SimContext;
  readonly clock: ManualClock;
  readonly events: SimEvent[];
  /** The token of the built-in app, or another one. */
  token(clientId?: string): string;
  /** A call with the token and a JSON body. */
  call(method: string, path: string, body?: JsonValue, token?: string): Promise<ApiAnswer>;
  /** A call exactly as given. */
  raw(path: string, init?: RequestInit): Promise<ApiAnswer>;
  warnings(): string[];
}

export function createOpenApi(parts: Partial<SimContextParts> = {}): OpenApi {
  const clock = new ManualClock();
  const ids = seededIds(7);
  const events: SimEvent[] = [];
  const context = createSimContext({
    clock,
    ids,
    origin: 'http://127.0.0.1:7700',
    report(body) {
      const event: SimEvent = { ...body, seq: events.length, atMs: clock.now() };
      events.push(event);
      return event;
    },
    ...parts,
    settings: { qpsLimit: 0, ...parts.settings },
  });
  const app = new Hono();
  mountOpenApi(app, context);
  const token = (clientId: string = builtinCredentials.clientId) =>
    context.tokens.issue(clientId).accessToken;
  const raw = async (path: string, init?: RequestInit): Promise<ApiAnswer> => {
    const response = await app.request(path, init);
    const text = await response.text();
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject;
    const code = typeof json['code'] === 'string' ? json['code'] : '';
    return { status: response.status, json, code, text, headers: response.headers };
  };
  return {
    app,
    context,
    clock,
    events,
    token,
    raw,
    call: (method, path, body, given = token()) =>
      raw(path, {
        method,
        headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': given },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    warnings: () => events.flatMap((event) => (event.type === 'warning' ? [event.code] : [])),
  };
}

export interface Listening {
  /** `127.0.0.1:port` */
  readonly host: string;
  close(): Promise<void>;
}

/** Serves an app on a free port of this machine. */
export async function listen(app: Hono): Promise<Listening> {
  const answer = getRequestListener(app.fetch);
  const server: Server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
