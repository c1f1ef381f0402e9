/** One socket of ours against a hostile gateway, with everything it told written down. */
import { type Clock, systemClock } from '../../src/base/clock.js';
import type { LostReason } from '../../src/log/event.js';
import { createProxy, type ProxySettings } from '../../src/platform/proxy.js';
import type { MalformedFrame, ReceivedFrame } from '../../src/platform/stream-connection.js';
import { StreamSocket } from '../../src/platform/stream-socket.js';
import { defaultWatchdog } from '../../src/platform/watchdog.js';
import type { HostileGateway } from './hostile-gateway.js';

export interface SocketOptions {
  readonly endpoint?: string;
  readonly ticket?: string;
  readonly clock?: Clock;
  readonly proxy?: ProxySettings;
  readonly maxFrameBytes?: number;
  readonly handshakeTimeoutMs?: number;
  readonly clientId?: string;
}

/** Takes a real ticket from the gateway, so that only the socket itself is under test. */
export function createSocket(gateway: HostileGateway, options: SocketOptions = {}) {
  const told = {
    endpoints: [] as string[],
    frames: [] as ReceivedFrame[],
    malformed: [] as MalformedFrame[],
    planned: [] as string[],
    closed: [] as { reason: LostReason; detail: string }[],
  };
  const socket = new StreamSocket({
    connectionId: 'c1',
    clientId: options.clientId ?? 'dingkey',
    ua: 'ua/1',
    subscriptions: [{ type: 'CALLBACK', topic: 't' }],
    getTicket: async () => {
      const answer = await fetch(gateway.origin, { method: 'POST', body: '{}' });
      const body = (await answer.json()) as { endpoint: string; ticket: string };
      return {
        endpoint: options.endpoint ?? body.endpoint,
        ticket: options.ticket ?? body.ticket,
      };
    },
    proxy: createProxy(options.proxy ?? {}),
    clock: options.clock ?? systemClock,
    handshakeTimeoutMs: options.handshakeTimeoutMs ?? 10_000,
    watchdog: defaultWatchdog,
    maxFrameBytes: options.maxFrameBytes ?? 16 * 1024 * 1024,
    events: {
      onOpen: (_socket, endpoint) => told.endpoints.push(endpoint),
      onFrame: (_socket, received) => {
        told.frames.push(received);
        gateway.noteChange();
      },
      onMalformed: (malformed) => {
        told.malformed.push(malformed);
        gateway.noteChange();
      },
      onPlannedDisconnect: (_socket, detail) => {
        told.planned.push(detail);
        gateway.noteChange();
      },
      onClosed: (_socket, reason, detail) => {
        told.closed.push({ reason, detail });
        gateway.noteChange();
      },
    },
  });
  return { socket, told };
}

export async function connectSocket(gateway: HostileGateway, options: SocketOptions = {}) {
  const client = createSocket(gateway, options);
  await client.socket.connect();
  return { ...client, server: await gateway.socket() };
}
