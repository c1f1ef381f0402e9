/** Keeps one logical Stream connection up, over as many sockets as that takes. */
import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import type { IdSource } from '../base/ids.js';
import type { LostReason } from '../log/event.js';
import { type Subscription, topics } from '../protocol/topics.js';
import { type BackoffSettings, backoffDelayMs, defaultBackoff } from './backoff.js';
import { requestTicket, streamUa } from './connection-ticket.js';
import type { Endpoints } from './endpoints.js';
import type { Http } from './http.js';
import { OpenFailure } from './open-failure.js';
import type { Proxy } from './proxy.js';
import type {
  MalformedFrame,
  OpenStream,
  ReceivedFrame,
  StreamConnection,
  StreamListener,
  StreamState,
} from './stream-connection.js';
// Types only: the WebSocket library is loaded while the gateway is thinking about the ticket.
import type { StreamSocket, StreamSocketEvents } from './stream-socket.js';
import { defaultWatchdog, type WatchdogSettings } from './watchdog.js';

export interface SdkStreamDeps {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly endpoints: Endpoints;
  readonly http: Http;
  readonly proxy: Proxy;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Told of what a listener threw; the socket goes on. */
  readonly onListenerError: (error: unknown) => void;
  readonly subscriptions?: readonly Subscription[];
  readonly timings?: Partial<StreamTimings>;
}

export interface StreamTimings {
  readonly gatewayTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  /** How long a socket is kept after it announced its end (stream-protocol §8.2 C8). */
  readonly drainMs: number;
  /** Open for this long, or any frame received: from then on failures count from zero again. */
  readonly provenAfterMs: number;
  readonly maxFrameBytes: number;
  readonly backoff: BackoffSettings;
  readonly watchdog: WatchdogSettings;
}

const defaultTimings: StreamTimings = {
  gatewayTimeoutMs: 10_000,
  handshakeTimeoutMs: 10_000,
  drainMs: 15_000,
  provenAfterMs: 10_000,
  maxFrameBytes: 16 * 1024 * 1024,
  backoff: defaultBackoff,
  watchdog: defaultWatchdog,
};

/** No EVENT: a random connection gets each push, and events may be meant for production (§8.2 C18). */
const defaultSubscriptions: readonly Subscription[] = [
  { type: 'CALLBACK', topic: topics.botMessage },
  { type: 'CALLBACK', topic: topics.cardCallback },
];

export function createSdkStream(deps: SdkStreamDeps): OpenStream {
  return (listener) => new SdkStreamConnection(deps, listener);
}

/** Announced ends in a row, of connections that never received anything, that cost no waiting. */
const plannedWithoutDelay = 2;

type Phase = 'idle' | 'opening' | 'open' | 'backoff' | 'refused' | 'stopped';

interface Attempt {
  readonly connectionId: string;
  readonly abort: AbortController;
  readonly startedMs: number;
}

interface Live {
  readonly socket: StreamSocket;
  readonly openedMs: number;
  hasHeard: boolean;
}

/** At most one attempt and at most one live socket; any number of older ones draining. */
class SdkStreamConnection implements StreamConnection, StreamSocketEvents {
  readonly #deps: SdkStreamDeps;
  readonly #listener: StreamListener;
  readonly #timings: StreamTimings;
  #phase: Phase = 'idle';
  #attempt: Attempt | undefined;
  #live: Live | undefined;
  readonly #draining = new Map<StreamSocket, Cancel>();
  readonly #sockets = new Set<StreamSocket>();
  #cancelRetry: Cancel | undefined;
  /** Attempts in a row that did not lead to a connection that proved itself. */
  #failures = 0;
  #stopping: Promise<void> | undefined;

  constructor(deps: SdkStreamDeps, listener: StreamListener) {
    this.#deps = deps;
    this.#listener = listener;
    this.#timings = { ...defaultTimings, ...deps.timings };
  }

  start(): void {
    if (this.#phase === 'idle') this.#open();
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  onOpen(socket: StreamSocket, endpoint: string): void {
    const attempt = this.#attempt;
    if (attempt?.connectionId !== socket.connectionId) return socket.disconnect();
    const now = this.#deps.clock.monotonic();
    this.#attempt = undefined;
    this.#phase = 'open';
    this.#live = { socket, openedMs: now, hasHeard: false };
    this.#tell({
      state: 'open',
      connectionId: socket.connectionId,
      endpoint,
      tookMs: Math.round((now - attempt.startedMs) * 10) / 10,
    });
  }

  onFrame(socket: StreamSocket, received: ReceivedFrame): void {
    if (this.#phase === 'stopped') return;
    const live = this.#live;
    if (live?.socket === socket && received.frame.headers.topic !== topics.disconnect) {
      live.hasHeard = true;
    }
    try {
      this.#listener.onFrame(received);
    } catch (error) {
      this.#deps.onListenerError(error);
    }
  }

  onMalformed(malformed: MalformedFrame): void {
    if (this.#phase === 'stopped') return;
    try {
      this.#listener.onMalformed(malformed);
    } catch (error) {
      this.#deps.onListenerError(error);
    }
  }

  onPlannedDisconnect(socket: StreamSocket, detail: string): void {
    // Said twice, or said on a socket that is already draining: the successor is on its way.
    if (this.#live?.socket !== socket) return;
    this.#leave(this.#live);
    this.#draining.set(
      socket,
      this.#deps.clock.after(this.#timings.drainMs, () => socket.disconnect()),
    );
    this.#tell({ state: 'draining', connectionId: socket.connectionId, detail });
    // At once, unless connections are being ended faster than they are of any use.
    const tooMany = this.#failures - plannedWithoutDelay;
    if (tooMany > 0) this.#retryLater(tooMany, 'planned');
    else this.#open();
  }

  onClosed(socket: StreamSocket, reason: LostReason, detail: string): void {
    const { connectionId } = socket;
    const cancelDrain = this.#draining.get(socket);
    if (cancelDrain) {
      cancelDrain();
      this.#draining.delete(socket);
      this.#tell({ state: 'lost', connectionId, reason: 'planned', detail, wasOpen: true });
    } else if (this.#live?.socket === socket) {
      this.#leave(this.#live);
      this.#tell({ state: 'lost', connectionId, reason, detail, wasOpen: true });
      this.#retryLater(this.#failures, reason);
    }
  }

  #open(): void {
    if (this.#phase === 'stopped') return;
    const { clock, ids } = this.#deps;
    const attempt: Attempt = {
      connectionId: ids.uuid(),
      abort: new AbortController(),
      startedMs: clock.monotonic(),
    };
    this.#phase = 'opening';
    this.#attempt = attempt;
    this.#tell({
      state: 'opening',
      connectionId: attempt.connectionId,
      attempt: this.#failures + 1,
    });
    void this.#run(attempt);
  }

  async #run(attempt: Attempt): Promise<void> {
    try {
      attempt.abort.signal.throwIfAborted();
      await this.#connect(attempt);
    } catch (error) {
      if (this.#attempt !== attempt) return;
      this.#attempt = undefined;
      const isExpected = error instanceof OpenFailure;
      this.#onOpenFailure(
        attempt,
        isExpected ? error : new OpenFailure('network', messageOf(error), { cause: error }),
      );
    }
  }

  async #connect(attempt: Attempt): Promise<void> {
    const deps = this.#deps;
    const { signal } = attempt.abort;
    const subscriptions = deps.subscriptions ?? defaultSubscriptions;
    let onSent = (): void => undefined;
    const isSent = new Promise<void>((resolve) => {
      onSent = resolve;
    });
    const ticket = requestTicket({
      http: deps.http,
      endpoints: deps.endpoints,
      clientId: deps.clientId,
      clientSecret: deps.clientSecret,
      subscriptions,
      timeoutMs: this.#timings.gatewayTimeoutMs,
      signal,
      onSent,
    });
    // The WebSocket library is loaded while the gateway thinks, not while the request waits to leave.
    await Promise.race([isSent, ticket.then(noted, noted)]);
    const { StreamSocket: Socket } = await import('./stream-socket.js');
    signal.throwIfAborted();
    const socket = new Socket({
      connectionId: attempt.connectionId,
      clientId: deps.clientId,
      ua: streamUa,
      subscriptions,
      getTicket: () => ticket,
      proxy: deps.proxy,
      clock: deps.clock,
      handshakeTimeoutMs: this.#timings.handshakeTimeoutMs,
      watchdog: this.#timings.watchdog,
      maxFrameBytes: this.#timings.maxFrameBytes,
      events: this,
    });
    this.#sockets.add(socket);
    void socket.closed.then(() => this.#sockets.delete(socket));
    await socket.connect();
  }

  #onOpenFailure(attempt: Attempt, failure: OpenFailure): void {
    const { connectionId } = attempt;
    const { reason, refusal } = failure;
    if (refusal) {
      this.#phase = 'refused';
      this.#tell({ state: 'refused', fault: refusal });
      return;
    }
    this.#failures += 1;
    this.#tell({ state: 'lost', connectionId, reason, detail: failure.message, wasOpen: false });
    this.#retryLater(this.#failures, reason);
  }

  #retryLater(failures: number, reason: LostReason): void {
    if (this.#phase === 'stopped') return;
    const { clock, ids } = this.#deps;
    const delayMs = backoffDelayMs(failures, ids.fraction(), this.#timings.backoff);
    this.#phase = 'backoff';
    this.#cancelRetry = clock.after(delayMs, () => {
      this.#cancelRetry = undefined;
      this.#open();
    });
    this.#tell({ state: 'retrying', attempt: this.#failures + 1, delayMs, reason });
  }

  /** The live socket is live no more; was it worth anything? */
  #leave(live: Live): void {
    this.#live = undefined;
    const openMs = this.#deps.clock.monotonic() - live.openedMs;
    const isProven = live.hasHeard || openMs >= this.#timings.provenAfterMs;
    this.#failures = isProven ? 0 : this.#failures + 1;
  }

  async #stop(): Promise<void> {
    this.#phase = 'stopped';
    this.#cancelRetry?.();
    this.#attempt?.abort.abort();
    this.#attempt = undefined;
    this.#live = undefined;
    for (const cancelDrain of this.#draining.values()) cancelDrain();
    this.#draining.clear();
    for (const socket of this.#sockets) socket.disconnect();
    await Promise.all([...this.#sockets].map((socket) => socket.closed));
    this.#say({ state: 'stopped' });
  }

  /** After `stop` only the end itself is told. */
  #tell(state: StreamState): void {
    if (this.#phase !== 'stopped') this.#say(state);
  }

  #say(state: StreamState): void {
    try {
      this.#listener.onState(state);
    } catch (error) {
      this.#deps.onListenerError(error);
    }
  }
}

function noted(): void {}
