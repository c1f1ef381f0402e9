/** One WebSocket to the Stream server, from ticket to close: the SDK's client with its own seams. */
import type { Socket } from 'node:net';
import { DWClient } from 'dingtalk-stream';
import WebSocket, { type ClientOptions } from 'ws';
import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import { parseJsonObject } from '../base/json-text.js';
import { REDACTED, redactText } from '../base/redact.js';
import type { LostReason } from '../log/event.js';
import { type OpenConnectionAnswer, streamUrl } from '../protocol/gateway.js';
import {
  formatStreamResponse,
  parseStreamFrame,
  type StreamFrame,
  streamResponse,
} from '../protocol/stream-frame.js';
import { type Subscription, topics } from '../protocol/topics.js';
import { networkDetail } from './http.js';
import { InboundFrame } from './inbound-frame.js';
import { OpenFailure } from './open-failure.js';
import type { Proxy } from './proxy.js';
import { createRoundTrip, type RoundTrip } from './round-trip.js';
import type { MalformedFrame, ReceivedFrame } from './stream-connection.js';
import { Watchdog, type WatchdogSettings } from './watchdog.js';

export interface StreamSocketDeps {
  readonly connectionId: string;
  readonly clientId: string;
  readonly ua: string;
  readonly subscriptions: readonly Subscription[];
  /** A fresh ticket; called once. @throws OpenFailure */
  readonly getTicket: () => Promise<OpenConnectionAnswer>;
  readonly proxy: Proxy;
  readonly clock: Clock;
  readonly handshakeTimeoutMs: number;
  readonly watchdog: WatchdogSettings;
  readonly maxFrameBytes: number;
  readonly events: StreamSocketEvents;
}

/** Called synchronously from the socket; none of them may throw. */
export interface StreamSocketEvents {
  /** @param endpoint host and path without the ticket */
  onOpen(socket: StreamSocket, endpoint: string): void;
  onFrame(socket: StreamSocket, received: ReceivedFrame): void;
  onMalformed(malformed: MalformedFrame): void;
  /** The server will close soon and delivers nothing here any more; told after `onFrame`. */
  onPlannedDisconnect(socket: StreamSocket, detail: string): void;
  /** Once, after `onOpen`. A socket that never opened rejects `connect()` instead. */
  onClosed(socket: StreamSocket, reason: LostReason, detail: string): void;
}

const rawLimit = 64 * 1024;
/** Pongs are not queued without end for a peer that pings and does not read. */
const pongBacklogBytes = 1024 * 1024;
const closeTimeoutMs = 1_000;

/**
 * The methods below replace the SDK's and never call `super`: those print to the console, retry on
 * their own, and let a bad frame end the process (stream-protocol §7.1, §7.2).
 */
export class StreamSocket extends DWClient {
  readonly connectionId: string;
  /** Resolves when nothing of this socket is left, whether or not it ever opened. */
  readonly closed: Promise<void>;
  readonly #deps: StreamSocketDeps;
  readonly #watchdog: Watchdog;
  readonly #trip: RoundTrip;
  readonly #endTurn = () => {
    this.#hasWritten = false;
    if (!this.#isCorked) return;
    this.#isCorked = false;
    this.#tcp?.uncork();
  };
  #ws: WebSocket | undefined;
  #tcp: Socket | undefined;
  #isCorked = false;
  #hasWritten = false;
  #answer: OpenConnectionAnswer | undefined;
  #isDisconnected = false;
  #isIdle = false;
  #problem = '';
  #setClosed: () => void = () => undefined;

  constructor(deps: StreamSocketDeps) {
    super(
      // The constructor's type lacks what it reads: `subscriptions` must be our own array (the
      // default one is shared by all clients), and the secret is kept out of `getConfig()`.
      {
        clientId: deps.clientId || REDACTED,
        clientSecret: REDACTED,
        ua: deps.ua,
        keepAlive: false,
        debug: false,
        autoReconnect: false,
        subscriptions: deps.subscriptions.map((entry) => ({ ...entry })),
      } as ConstructorParameters<typeof DWClient>[0],
    );
    this.#deps = deps;
    this.connectionId = deps.connectionId;
    this.closed = new Promise((resolve) => {
      this.#setClosed = resolve;
    });
    this.#trip = createRoundTrip(deps.clock);
    this.#watchdog = new Watchdog({
      clock: deps.clock,
      settings: deps.watchdog,
      ping: () => this.#ws?.ping(this.#trip.pinged()),
      onDead: () => {
        this.#isIdle = true;
        this.#ws?.terminate();
      },
    });
  }

  /** Of this connection; 0 before it was measured. */
  get roundTripMs(): number {
    return this.#trip.ms;
  }

  /** Ticket, then handshake; one try. @throws OpenFailure */
  override async connect(): Promise<void> {
    try {
      await this.getEndpoint();
      await this._connect();
    } catch (error) {
      if (!this.#ws) this.#setClosed();
      throw error;
    }
  }

  override async getEndpoint(): Promise<this> {
    this.#answer = await this.#deps.getTicket();
    return this;
  }

  override async _connect(): Promise<void> {
    const answer = this.#answer;
    this.#answer = undefined;
    if (!answer) throw new OpenFailure('gateway-answer', 'no ticket');
    const agent = await this.#deps.proxy.proxyAgentFor(answer.endpoint);
    if (this.#isDisconnected) throw new OpenFailure('closed', 'stopped');
    const options: ClientOptions & { readonly closeTimeout: number } = {
      ...(this['sslopts'] as ClientOptions),
      ...(agent ? { agent } : {}),
      perMessageDeflate: false,
      maxPayload: this.#deps.maxFrameBytes,
      autoPong: false,
      closeTimeout: closeTimeoutMs,
    };
    let ws: WebSocket;
    try {
      ws = new WebSocket(streamUrl(answer), options);
    } catch (error) {
      throw new OpenFailure('handshake', redactText(messageOf(error), [answer.ticket]));
    }
    this.#ws = ws;
    this['socket'] = ws;
    return this.#handshake(ws, answer);
  }

  /** Says goodbye; `closed` follows within a second even when the server does not answer. */
  override disconnect(): void {
    this.#isDisconnected = true;
    if (this.#ws?.readyState === WebSocket.CONNECTING) this.#ws.terminate();
    else this.#ws?.close(1000);
  }

  /** Not the SDK's token call: it puts the secret into a URL. Tokens have a module of their own. */
  override getAccessToken(): Promise<never> {
    return Promise.reject(new Error('not used'));
  }

  override onDownStream(data: string | Buffer): void {
    const raw = typeof data === 'string' ? data : data.toString('utf8');
    const parsed = parseStreamFrame(raw);
    if (!parsed.ok) {
      this.#tellMalformed(parsed.problem, parsed.detail, raw);
      return;
    }
    const frame = parsed.frame;
    if (frame.type === 'SYSTEM') this.#onSystemFrame(frame, raw);
    else {
      const received = new InboundFrame(this.connectionId, frame, raw, this);
      this.#deps.events.onFrame(this, received);
    }
  }

  /** Writes one text message. False when the socket is not open. */
  write(text: string): boolean {
    const ws = this.#ws;
    if (ws?.readyState !== WebSocket.OPEN) return false;
    this.#beginWrite();
    ws.send(text);
    return true;
  }

  /**
   * The first answer of a turn leaves at once; answers to frames that came together with it leave
   * together at the turn's end: one system call and not one per answer.
   */
  #beginWrite(): void {
    if (!this.#hasWritten) {
      this.#hasWritten = true;
      queueMicrotask(this.#endTurn);
    } else if (!this.#isCorked && this.#tcp) {
      this.#isCorked = true;
      this.#tcp.cork();
    }
  }

  /** `disconnect` wants no answer; topics nobody knows yet get 200 (stream-protocol §2.2, §8.2 C7). */
  #onSystemFrame(frame: StreamFrame, raw: string): void {
    const { topic, messageId } = frame.headers;
    if (topic !== topics.disconnect) {
      this.write(formatStreamResponse(streamResponse(messageId, frame.data)));
    }
    const answered = new InboundFrame(this.connectionId, frame, raw, undefined);
    this.#deps.events.onFrame(this, answered);
    if (topic === topics.disconnect) {
      this.#deps.events.onPlannedDisconnect(this, reasonIn(frame.data));
    }
  }

  #handshake(ws: WebSocket, answer: OpenConnectionAnswer): Promise<void> {
    const { clock, events, handshakeTimeoutMs } = this.#deps;
    const url = new URL(answer.endpoint);
    return new Promise((resolve, reject) => {
      let isOpen = false;
      const cancelTimeout: Cancel = clock.after(handshakeTimeoutMs, () => {
        reject(new OpenFailure('timeout', `no handshake within ${handshakeTimeoutMs} ms`));
        ws.terminate();
      });
      ws.on('upgrade', (response) => {
        this.#tcp = response.socket;
      });
      ws.on('open', () => {
        cancelTimeout();
        isOpen = true;
        this.connected = true;
        this.#watchdog.start();
        this.#tcp?.on('data', () => this.#watchdog.sawBytes());
        events.onOpen(this, url.host + url.pathname);
        if (ws.readyState === WebSocket.OPEN) ws.ping(this.#trip.pinged());
        resolve();
      });
      ws.on('message', (data: Buffer, isBinary) => {
        if (isBinary) this.#tellMalformed('binary', `${data.byteLength} bytes`, cut(data));
        else this.onDownStream(data);
      });
      ws.on('ping', (data) => {
        if (ws.readyState === WebSocket.OPEN && ws.bufferedAmount < pongBacklogBytes) ws.pong(data);
      });
      ws.on('pong', (data) => this.#trip.ponged(data.toString()));
      ws.on('error', (error) => {
        if (isOpen) return this.#onSocketError(ws, error);
        cancelTimeout();
        const detail = redactText(networkDetail(error), [answer.ticket]);
        reject(new OpenFailure(isNetwork(error) ? 'network' : 'handshake', detail));
      });
      ws.on('close', (code, reason) => {
        cancelTimeout();
        this.#watchdog.stop();
        this.connected = false;
        this.#setClosed();
        if (!isOpen) return reject(new OpenFailure('handshake', 'closed during the handshake'));
        const text = [String(code), reason.toString('utf8'), this.#problem];
        const detail = this.#isIdle
          ? 'nothing was received and pings stayed unanswered'
          : text.filter((part) => part !== '').join(' ');
        events.onClosed(this, this.#isIdle ? 'idle' : 'closed', detail);
      });
    });
  }

  #onSocketError(ws: WebSocket, error: Error): void {
    this.#problem = networkDetail(error);
    const code = (error as { readonly code?: unknown }).code;
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
      this.#tellMalformed('oversized', `more than ${this.#deps.maxFrameBytes} bytes`, '');
    } else if (code === 'WS_ERR_INVALID_UTF8') {
      this.#tellMalformed('not-json', 'not UTF-8', '');
    }
    // The library would wait for the peer to close; until then there would be no connection at all.
    ws.terminate();
  }

  #tellMalformed(problem: MalformedFrame['problem'], detail: string, raw: string): void {
    this.#deps.events.onMalformed({
      connectionId: this.connectionId,
      problem,
      detail,
      raw: raw.slice(0, rawLimit),
    });
  }
}

function reasonIn(data: string): string {
  const reason = parseJsonObject(data)?.['reason'];
  return (typeof reason === 'string' ? reason : data).slice(0, 500);
}

function cut(data: Buffer): string {
  return data.subarray(0, rawLimit).toString('utf8');
}

/** System errors have a code; a refused upgrade has none. */
function isNetwork(error: Error): boolean {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === 'string' && !code.startsWith('WS_ERR_');
}
