import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { DtcardError } from '../base/errors.js';
import { isLoopbackOrigin, isOwnHost } from './host-guard.js';

/** The one port of the simulator: who may call is checked here, for every path and the upgrade. */
export interface HttpFront {
  /** Listens on 127.0.0.1; resolves with the port. @throws E5003 */
  listen(port: number): Promise<number>;
  /** Ends every connection at once: idle, half-sent, upgraded. */
  close(): Promise<void>;
}

export interface HttpFrontDeps {
  /** DingTalk's own paths. */
  readonly platform: Hono;
  /** Everything under `/_dtcard`. */
  readonly control: Hono;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A client that dribbles its headers or body does not hold a connection for long. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 };

const FOREIGN_HOST = JSON.stringify({
  error: { code: 'foreign-host', message: 'the Host header must name this machine and port' },
});

export function createHttpFront({ platform, control, upgrade }: HttpFrontDeps): HttpFront {
  const sockets = new Set<Socket>();
  let ownPort = 0;
  const listener = getRequestListener(
    (request, env) =>
      isControlPath(new URL(request.url).pathname)
        ? control.fetch(request, env)
        : platform.fetch(request, env),
    { overrideGlobalObjects: false },
  );
  const server = createServer(TIMEOUTS, (request, response) => {
    if (isOwnHost(request.headers.host, ownPort)) {
      void listener(request, response);
      return;
    }
    response.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
    response.end(FOREIGN_HOST);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    if (isOwnHost(host, ownPort) && isLoopbackOrigin(origin)) upgrade(request, socket, head);
    else refuseUpgrade(socket, 403, 'Forbidden');
  });
  return {
    async listen(port) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', (cause: NodeJS.ErrnoException) => {
          const detail = cause.code ?? cause.message;
          reject(new DtcardError('E5003', { params: { port, detail }, cause }));
        });
        server.listen(port, '127.0.0.1', resolve);
      });
      ownPort = (server.address() as AddressInfo).port;
      return ownPort;
    },
    close() {
      if (!server.listening) return Promise.resolve();
      return new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

/** Ends a socket that asked for an upgrade with a plain HTTP answer. */
export function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function isControlPath(path: string): boolean {
  return path === '/_dtcard' || path.startsWith('/_dtcard/');
}
