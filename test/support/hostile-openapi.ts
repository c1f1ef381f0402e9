import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Reply = (request: SeenRequest, response: ServerResponse) => void;

/** An OpenAPI host that answers each path with what was scripted for it, in order; the last stays. */
export interface HostileOpenApi {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** @param path without the query; `*` for every path that has no script of its own */
  script(path: string, ...replies: readonly Reply[]): void;
  requestsTo(path: string): readonly SeenRequest[];
  stop(): Promise<void>;
}

export async function startHostileOpenApi(): Promise<HostileOpenApi> {
  const requests: SeenRequest[] = [];
  const scripts = new Map<string, Reply[]>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('error', () => undefined);
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = incoming.url ?? '';
      const seen = {
        method: incoming.method ?? '',
        url,
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      requests.push(seen);
      const path = url.split('?')[0] ?? '';
      const replies = scripts.get(path) ?? scripts.get('*') ?? [];
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      (reply ?? json(404, { code: 'InvalidAction.NotFound', message: 'no script' }))(
        seen,
        response,
      );
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const api: HostileOpenApi = {
    origin: `http://127.0.0.1:${port}`,
    requests,
    script(path, ...replies) {
      scripts.set(path, [...replies]);
    },
    requestsTo: (path) => requests.filter((request) => request.url.split('?')[0] === path),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  api.script('/v1.0/oauth2/accessToken', token());
  return api;
}

export function json(status: number, body: unknown): Reply {
  return text(status, JSON.stringify(body), 'application/json;charset=utf-8');
}

export function text(status: number, body: string, contentType = 'text/html'): Reply {
  return (_request, response) => {
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  };
}

/** A new token each time: `token-1`, `token-2` … */
export function token(expireIn = 7200): Reply {
  let issued = 0;
  return (request, response) =>
    json(200, { expireIn, accessToken: `token-${++issued}` })(request, response);
}

/** Never answers. */
export const hang: Reply = () => undefined;

/** Takes the whole request, then drops the connection. */
export const reset: Reply = (_request, response) => {
  response.socket?.resetAndDestroy();
};

/** Announces more than it sends. */
export const cutOff: Reply = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
  response.write('{"success":true,"result":{"outTra');
  setImmediate(() => response.socket?.destroy());
};

export const delivered: Reply = json(200, {
  success: true,
  result: {
    outTrackId: 'ot-1',
    deliverResults: [
      {
        spaceType: 'IM_ROBOT',
        spaceId: 'user1',
        success: true,
        carrierId: 'carrier',
        errorMsg: '',
      },
    ],
  },
});

export const done: Reply = json(200, { success: true, result: true });

export function refusal(status: number, code: string, extra: object = {}): Reply {
  return json(status, { code, message: code, requestid: 'REQ-1', ...extra });
}
