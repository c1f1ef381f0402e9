/**
 * A gateway and Stream server for tests only, written against the protocol and not with our own
 * code: it does what a broken, slow or hostile server does.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** What the next gateway call gets; the last one given with `always` repeats for ever. */
export type GatewayReply =
  | { readonly kind: 'ticket'; readonly delayMs?: number; readonly endpoint?: string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Answers the head and then one byte a time, for ever. */
  | { readonly kind: 'drip' }
  /** Promises more bytes than it sends, and hangs up. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'reset' };

/** What the next upgrade request gets. */
export type HandshakeReply =
  | { readonly kind: 'accept'; readonly firstFrame?: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

export interface GatewayCall {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

export interface HandshakeCall {
  readonly atMs: number;
  readonly ticket: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export class HostileGateway {
  readonly calls: GatewayCall[] = [];
  readonly handshakes: HandshakeCall[] = [];
  /** Every socket that was ever accepted, oldest first. */
  readonly sockets: HostileSocket[] = [];
  /** The most sockets that were open and had not been told to go, at one time. */
  mostLive = 0;
  readonly #http = createServer((request, response) => void this.#onRequest(request, response));
  readonly #ws = new WebSocketServer({ noServer: true, autoPong: true });
  readonly #tcp = new Set<Socket>();
  #replies: GatewayReply[] = [];
  #always: GatewayReply = { kind: 'ticket' };
  #handshakeReplies: HandshakeReply[] = [];
  #alwaysHandshake: HandshakeReply = { kind: 'accept' };
  #issued = new Set<string>();
  #nextTicket = 0;
  #changed: (() => void)[] = [];

  static async start(): Promise<HostileGateway> {
    const gateway = new HostileGateway();
    gateway.#http.on('connection', (socket) => {
      gateway.#tcp.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => gateway.#tcp.delete(socket));
    });
    gateway.#http.on('upgrade', (request, socket, head) =>
      gateway.#onUpgrade(request, socket, head),
    );
    gateway.#http.listen(0, '127.0.0.1');
    await once(gateway.#http, 'listening');
    return gateway;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get endpoint(): string {
    return `ws://127.0.0.1:${this.port}/connect`;
  }

  /** TCP connections that are open right now, of whatever kind. */
  get tcpConnections(): number {
    return this.#tcp.size;
  }

  /** Sockets that are open and were not told to go. */
  get live(): readonly HostileSocket[] {
    return this.sockets.filter((socket) => socket.isOpen && !socket.isDraining);
  }

  get open(): readonly HostileSocket[] {
    return this.sockets.filter((socket) => socket.isOpen);
  }

  /** Answers for the next gateway calls, one each; then tickets again. */
  next(...replies: readonly GatewayReply[]): void {
    this.#replies.push(...replies);
  }

  always(reply: GatewayReply): void {
    this.#always = reply;
  }

  nextHandshake(...replies: readonly HandshakeReply[]): void {
    this.#handshakeReplies.push(...replies);
  }

  alwaysHandshake(reply: HandshakeReply): void {
    this.#alwaysHandshake = reply;
  }

  /** Resolves as soon as the condition holds; looked at whenever anything happens here. */
  async until(
    condition: () => boolean,
    what: string | (() => string),
    withinMs = 5_000,
  ): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!condition()) {
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) {
        const shown = typeof what === 'string' ? what : what();
        throw new Error(`not within ${withinMs} ms: ${shown}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(leftMs, 20));
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** The n-th accepted socket, from 0. */
  async socket(index = 0, withinMs = 5_000): Promise<HostileSocket> {
    await this.until(() => this.sockets.length > index, `socket ${index}`, withinMs);
    return this.sockets[index] as HostileSocket;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.kill();
    this.#ws.close();
    const closed = once(this.#http, 'close');
    this.#http.close();
    for (const socket of this.#tcp) socket.destroy();
    await closed;
  }

  noteChange(): void {
    this.mostLive = Math.max(this.mostLive, this.live.length);
    const waiting = this.#changed;
    this.#changed = [];
    for (const wake of waiting) wake();
  }

  async #onRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    request.on('error', () => undefined);
    for await (const chunk of request) text += String(chunk);
    this.calls.push({
      atMs: Date.now(),
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(text || '{}') as Record<string, unknown>,
    });
    this.noteChange();
    const reply = this.#replies.shift() ?? this.#always;
    const json = { 'Content-Type': 'application/json;charset=utf-8' };
    switch (reply.kind) {
      case 'ticket': {
        this.#nextTicket += 1;
        const ticket = `00000000-0000-4000-8000-${String(this.#nextTicket).padStart(12, '0')}`;
        this.#issued.add(ticket);
        const body = JSON.stringify({ endpoint: reply.endpoint ?? this.endpoint, ticket });
        setTimeout(() => response.writeHead(200, json).end(body), reply.delayMs ?? 0);
        return;
      }
      case 'status':
        response.writeHead(reply.status, json).end(reply.body ?? '');
        return;
      case 'body':
        response.writeHead(200, { 'Content-Type': reply.contentType ?? 'application/json' });
        response.end(reply.body);
        return;
      case 'hang':
        return;
      case 'drip': {
        response.writeHead(200, json).write('{');
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
        return;
      }
      case 'truncated':
        response.writeHead(200, { ...json, 'Content-Length': '100' });
        response.write('{"endpoint":"ws', () => response.destroy());
        return;
      case 'reset':
        request.socket.resetAndDestroy();
    }
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '', this.origin);
    const ticket = url.searchParams.get('ticket') ?? '';
    const { headers } = request;
    this.handshakes.push({ atMs: Date.now(), ticket, path: url.pathname, headers });
    const reply = this.#handshakeReplies.shift() ?? this.#alwaysHandshake;
    const isFresh = this.#issued.delete(ticket);
    if (reply.kind === 'hang') {
      // Nothing is said; reading goes on, so that the other end's leaving is noticed.
      socket.on('end', () => socket.end()).resume();
    } else if (reply.kind === 'reset') {
      (socket as Socket).resetAndDestroy();
    } else if (reply.kind === 'status' || !isFresh) {
      const status = reply.kind === 'status' ? reply.status : 401;
      socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    } else {
      this.#ws.handleUpgrade(request, socket, head, (accepted) => {
        this.sockets.push(new HostileSocket(this, accepted, socket as Socket));
        if (reply.firstFrame !== undefined) accepted.send(reply.firstFrame);
        this.noteChange();
      });
    }
    this.noteChange();
  }
}

/** The server's end of one accepted WebSocket. */
export class HostileSocket {
  readonly openedAtMs = Date.now();
  /** Text messages of the client, oldest first. */
  readonly received: string[] = [];
  /** WebSocket pings of the client, the first of which measures the network. */
  pings = -1;
  pongs: string[] = [];
  closeCode: number | undefined;
  closedAtMs: number | undefined;
  isDraining = false;
  readonly #gateway: HostileGateway;
  readonly #ws: WebSocket;
  readonly #tcp: Socket;

  constructor(gateway: HostileGateway, ws: WebSocket, tcp: Socket) {
    this.#gateway = gateway;
    this.#ws = ws;
    this.#tcp = tcp;
    ws.on('message', (data: Buffer) => {
      this.received.push(data.toString('utf8'));
      gateway.noteChange();
    });
    ws.on('ping', () => {
      this.pings += 1;
      gateway.noteChange();
    });
    ws.on('pong', (data) => {
      this.pongs.push(data.toString('utf8'));
      gateway.noteChange();
    });
    ws.on('error', () => undefined);
    ws.on('close', (code) => {
      this.closeCode = code;
      this.closedAtMs = Date.now();
      gateway.noteChange();
    });
  }

  get isOpen(): boolean {
    return this.closedAtMs === undefined;
  }

  /** Answers of the client, parsed. */
  get answers(): readonly Answer[] {
    return this.received.map((text) => JSON.parse(text) as Answer);
  }

  send(message: string | Record<string, unknown>): void {
    this.#ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  sendBinary(data: Buffer): void {
    this.#ws.send(data, { binary: true });
  }

  /** Bytes below the WebSocket layer. */
  sendBytes(bytes: Buffer): void {
    this.#tcp.write(bytes);
  }

  ping(text: string): void {
    this.#ws.ping(text);
  }

  /** Everything of `run` leaves in as few TCP segments as possible. */
  atOnce(run: () => void): void {
    this.#tcp.cork();
    run();
    this.#tcp.uncork();
  }

  disconnectFrame(reason = 'persistent connection is timeout'): void {
    this.isDraining = true;
    this.send(systemFrame('disconnect', 'dis-1', { reason }));
    this.#gateway.noteChange();
  }

  /** Stops reading and says nothing more, as if the cable had been pulled. */
  goSilent(): void {
    this.#tcp.pause();
  }

  close(code = 1000, reason = ''): void {
    this.#ws.close(code, reason);
  }

  kill(): void {
    this.#ws.terminate();
  }
}

export interface Answer {
  readonly code: number;
  readonly headers: { readonly messageId: string; readonly contentType: string };
  readonly message: string;
  readonly data: string;
}

export function systemFrame(
  topic: string,
  messageId: string,
  data: Record<string, unknown>,
): Record<string, unknown> {
  return frame('SYSTEM', topic, messageId, data);
}

export function callbackFrame(messageId: string, data: Record<string, unknown> = {}) {
  return frame('CALLBACK', '/v1.0/card/instances/callback', messageId, data);
}

export function frame(
  type: string,
  topic: string,
  messageId: string,
  data: Record<string, unknown>,
): Record<string, unknown> {
  return {
    specVersion: '1.0',
    type,
    headers: { topic, messageId, contentType: 'application/json', time: '1795361046112' },
    data: JSON.stringify(data),
  };
}
