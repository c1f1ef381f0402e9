/** A service of somebody's own that answers card callbacks over HTTP, written as anybody would. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForwardedCallback {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The same for requests that came over one connection. */
  readonly remotePort: number | undefined;
}

export interface ForwardService {
  readonly origin: string;
  readonly port: number;
  /** Everything it was given, oldest first. */
  readonly callbacks: readonly ForwardedCallback[];
  /** Calls back with every request; what is returned is sent as JSON, undefined leaves it open. */
  answer(listener: ForwardListener): void;
  stop(): Promise<void>;
}

export type ForwardListener = (
  callback: ForwardedCallback,
  response: ServerResponse,
  request: IncomingMessage,
) => unknown;

export async function startForwardService(
  first: ForwardListener = () => ({}),
): Promise<ForwardService> {
  let listener = first;
  const callbacks: ForwardedCallback[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const callback: ForwardedCallback = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        remotePort: request.socket.remotePort,
      };
      callbacks.push(callback);
      const answer = listener(callback, response, request);
      if (answer === undefined) return;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    callbacks,
    answer(next) {
      listener = next;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
