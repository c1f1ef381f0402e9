import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { IdSource } from '../base/ids.js';
import type { Subscription } from '../protocol/topics.js';
import { callbackParts, type FrameParts } from './stream-frames.js';

/**
 * `draining`: a planned disconnect was announced, nothing new is delivered. `stalled`: half-open,
 * pushes still choose it and vanish, as with a peer that lost its network.
 */
export type ConnectionState = 'open' | 'draining' | 'stalled' | 'closed';

/** One WebSocket of a client. */
export class StreamConnection {
  readonly connectionId: string;
  readonly clientId: string;
  readonly appId: string;
  readonly subscriptions: readonly Subscription[];
  readonly openedAtMs: number;
  readonly socket: WebSocket;
  state: ConnectionState = 'open';
  readonly #topics: ReadonlySet<string>;
  readonly #parts = new Map<string, FrameParts>();
  readonly #transport: Pick<Duplex, 'cork' | 'uncork'>;
  #isCorked = false;

  constructor(
    identity: Pick<StreamConnection, 'connectionId' | 'clientId' | 'appId' | 'openedAtMs'>,
    subscriptions: readonly Subscription[],
    socket: WebSocket,
    transport: Pick<Duplex, 'cork' | 'uncork'>,
  ) {
    this.connectionId = identity.connectionId;
    this.clientId = identity.clientId;
    this.appId = identity.appId;
    this.openedAtMs = identity.openedAtMs;
    this.subscriptions = subscriptions;
    this.socket = socket;
    this.#transport = transport;
    this.#topics = new Set(subscriptions.map(({ type, topic }) => `${type} ${topic}`));
  }

  isSubscribed(subscription: string): boolean {
    return this.#topics.has(subscription);
  }

  /** The constant parts of a CALLBACK frame to this connection. */
  partsFor(topic: string): FrameParts {
    let parts = this.#parts.get(topic);
    if (!parts) {
      parts = callbackParts(this.appId, this.connectionId, topic);
      this.#parts.set(topic, parts);
    }
    return parts;
  }

  /** Sends one unfragmented text frame; into the void when stalled or closed. */
  send(frame: string): void {
    if (this.state === 'stalled' || this.state === 'closed') return;
    // What is sent within one turn goes out in one write: under load that is most of the cost.
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#transport.cork();
      queueMicrotask(() => {
        this.#isCorked = false;
        this.#transport.uncork();
      });
    }
    this.socket.send(frame);
  }
}

/** Why a push found no connection. */
export type NoConnection = 'no-connection' | 'not-subscribed';

/** The open connections of all apps. */
export interface StreamConnections {
  add(connection: StreamConnection): void;
  remove(connection: StreamConnection): void;
  /** One at random among those that subscribed (stream-protocol §2.5). */
  choose(clientId: string, type: string, topic: string): StreamConnection | NoConnection;
  of(clientId: string): readonly StreamConnection[];
  all(): readonly StreamConnection[];
}

const NONE: readonly StreamConnection[] = [];

export function createStreamConnections(ids: IdSource): StreamConnections {
  const byClient = new Map<string, StreamConnection[]>();
  return {
    add(connection) {
      const list = byClient.get(connection.clientId);
      if (list) list.push(connection);
      else byClient.set(connection.clientId, [connection]);
    },
    remove(connection) {
      const left = (byClient.get(connection.clientId) ?? NONE).filter((c) => c !== connection);
      if (left.length > 0) byClient.set(connection.clientId, left);
      else byClient.delete(connection.clientId);
    },
    choose(clientId, type, topic) {
      const alive = (byClient.get(clientId) ?? NONE).filter(
        (c) => c.state === 'open' || c.state === 'stalled',
      );
      const subscription = `${type} ${topic}`;
      const eligible = alive.filter((c) => c.isSubscribed(subscription));
      if (eligible.length === 0) return alive.length > 0 ? 'not-subscribed' : 'no-connection';
      const at = eligible.length === 1 ? 0 : Math.floor(ids.fraction() * eligible.length);
      return eligible[at] as StreamConnection;
    },
    of: (clientId) => byClient.get(clientId) ?? NONE,
    all: () => [...byClient.values()].flat(),
  };
}
