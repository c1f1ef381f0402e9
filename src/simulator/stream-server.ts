import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { refuseUpgrade } from './http-front.js';
import type { PendingAnswers } from './pending-answers.js';
import type { SimContext } from './sim-context.js';
import { StreamConnection, type StreamConnections } from './stream-connections.js';
import { type MessageIds, systemFrame } from './stream-frames.js';
import type { TicketHolder, Tickets } from './tickets.js';

/** The server's own limit is not published; no real answer comes near this. */
const MOST_ANSWER_BYTES = 1_048_576;

export interface StreamServerDeps {
  readonly context: SimContext;
  readonly tickets: Tickets;
  readonly connections: StreamConnections;
  readonly answers: PendingAnswers;
  readonly messageIds: MessageIds;
}

/** The WebSocket side of the simulator: `/connect?ticket=…` (stream-protocol §2). */
export interface StreamServer {
  /** Takes over a socket whose Host and Origin were checked. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** The next `count` handshakes are refused, whatever their ticket. */
  refuseTickets(count: number): void;
  close(): void;
}

export function createStreamServer(deps: StreamServerDeps): StreamServer {
  const { context, tickets, connections } = deps;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Offers of compression are declined, which every client accepts; WebSocket pings are answered by ws.
    perMessageDeflate: false,
    maxPayload: MOST_ANSWER_BYTES,
  });
  let refusals = 0;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const [path, query] = (request.url ?? '').split('?', 2);
    if (path !== '/connect') return refuseUpgrade(socket, 404, 'Not Found');
    const ticket = new URLSearchParams(query).get('ticket') ?? '';
    const holder = tickets.redeem(ticket, context.settings.ticketLifeMs);
    if (refusals > 0) {
      refusals--;
      return refuseUpgrade(socket, 401, 'Unauthorized');
    }
    // The status for a used or expired ticket is not documented (stream-protocol §8.1 S5).
    if (!holder) return refuseUpgrade(socket, 401, 'Unauthorized');
    if (connections.of(holder.clientId).length >= context.settings.connectionLimit) {
      const message = `${holder.clientId} has ${context.settings.connectionLimit} connections already`;
      context.report({ type: 'warning', code: 'connection-limit', message });
      return refuseUpgrade(socket, 403, 'Forbidden');
    }
    server.handleUpgrade(request, socket, head, (client) => open(client, socket, holder));
  }

  function open(client: WebSocket, transport: Duplex, holder: TicketHolder): void {
    const connection = new StreamConnection(
      {
        connectionId: context.ids.uuid(),
        clientId: holder.clientId,
        appId: appIdOf(holder.clientId),
        openedAtMs: context.clock.now(),
      },
      holder.subscriptions,
      client,
      transport,
    );
    const { clientId, connectionId } = connection;
    connections.add(connection);
    // Any way a client leaves is fine (stream-protocol §8.1 S21); `close` follows an error.
    client.on('error', () => {});
    client.on('message', (data: RawData) => {
      if (connection.state !== 'stalled') deps.answers.receive(connection, textOf(data));
    });
    client.on('close', (code) => {
      connection.state = 'closed';
      connections.remove(connection);
      deps.answers.closed(connection);
      context.report({ type: 'connection.closed', clientId, connectionId, code });
    });
    const topics = holder.subscriptions.map((subscription) => subscription.topic);
    context.report({ type: 'connection.opened', clientId, connectionId, topics });
    if (!context.settings.legacySystemFrames) return;
    for (const topic of ['CONNECTED', 'REGISTERED']) {
      connection.send(systemFrame(topic, deps.messageIds.system(), context.clock.now(), {}));
    }
  }

  return {
    upgrade,
    refuseTickets(count) {
      refusals = count;
    },
    close() {
      for (const connection of connections.all()) connection.socket.terminate();
      server.close();
    },
  };
}

function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString();
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString();
}

/** Any UUID does; one per app, so that it stays the same over connections. */
function appIdOf(clientId: string): string {
  const hex = Buffer.from(clientId).toString('hex').padEnd(32, '0').slice(-32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
