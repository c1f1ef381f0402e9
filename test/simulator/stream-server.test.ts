import { once } from 'node:events';
import { request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ManualClock } from '../../src/base/clock.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { connect, ticketUrl } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

/** Status of an upgrade by hand, with any headers. 101 when it succeeds. */
function upgradeStatus(url: string, headers: Record<string, string>): Promise<number> {
  const target = new URL(url.replace('ws:', 'http:'));
  return new Promise((resolve, reject) => {
    const call = request(target, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    call.on('error', reject);
    call.end();
  });
}

async function refusedWith(url: string): Promise<string> {
  const socket = new WebSocket(url);
  const [error] = (await once(socket, 'error')) as [Error];
  return error.message;
}

const connectionsOf = (simulator: Simulator) => simulator.connections().length;

describe('the upgrade', () => {
  it('S5 takes a ticket once', async () => {
    const simulator = await useSimulator();
    const url = await ticketUrl(simulator);
    const socket = new WebSocket(url);
    await once(socket, 'open');
    expect(await refusedWith(url)).toContain('401');
    socket.terminate();
  });

  it('S5 refuses a ticket after its 90 s, and takes it just before', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock });
    const inTime = await ticketUrl(simulator);
    clock.advance(89_999);
    const socket = new WebSocket(inTime);
    await once(socket, 'open');
    socket.terminate();
    const tooLate = await ticketUrl(simulator);
    clock.advance(90_000);
    expect(await refusedWith(tooLate)).toContain('401');
  });

  it('S5 refuses no ticket and a made-up one', async () => {
    const simulator = await useSimulator();
    const origin = simulator.origin.replace('http', 'ws');
    expect(await refusedWith(`${origin}/connect`)).toContain('401');
    expect(await refusedWith(`${origin}/connect?ticket=nonsense`)).toContain('401');
  });

  it('S10 accepts a percent-encoded ticket, with and without Origin and compression', async () => {
    const simulator = await useSimulator();
    const url = await ticketUrl(simulator);
    const [base, ticket = ''] = url.split('ticket=');
    const encoded = ticket.replaceAll(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    expect(await upgradeStatus(`${base}ticket=${encoded}`, {})).toBe(101);
    const { host } = new URL(url);
    for (const headers of [
      { origin: `https://${host}` },
      { origin: 'http://localhost:1' },
      { 'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits' },
      { connection: 'upgrade' },
    ]) {
      expect(await upgradeStatus(await ticketUrl(simulator), headers)).toBe(101);
    }
  });

  it('refuses a foreign Host and a foreign Origin with 403, and leaves the ticket unused', async () => {
    const simulator = await useSimulator();
    const url = await ticketUrl(simulator);
    const { port } = new URL(url);
    expect(await upgradeStatus(url, { host: `evil.example:${port}` })).toBe(403);
    expect(await upgradeStatus(url, { host: '127.0.0.1:1' })).toBe(403);
    expect(await upgradeStatus(url, { origin: 'https://evil.example' })).toBe(403);
    expect(await upgradeStatus(url, { host: `localhost:${port}` })).toBe(101);
  });

  it('serves no other path', async () => {
    const simulator = await useSimulator();
    const url = await ticketUrl(simulator);
    expect(await upgradeStatus(url.replace('/connect', '/other'), {})).toBe(404);
  });

  it('survives a request target that is no URL', async () => {
    const simulator = await useSimulator();
    const { port } = new URL(simulator.origin);
    const socket = connectTcp(Number(port), '127.0.0.1');
    socket.write(
      `GET http://[ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 40\d/);
    socket.destroy();
    await connect(simulator);
  });

  it('refuses the next handshakes on demand', async () => {
    const simulator = await useSimulator();
    simulator.refuseTickets(2);
    expect(await refusedWith(await ticketUrl(simulator))).toContain('401');
    expect(await refusedWith(await ticketUrl(simulator))).toContain('401');
    await connect(simulator);
  });

  it('S20 keeps to the connection limit', async () => {
    const simulator = await useSimulator({ settings: { connectionLimit: 2 } });
    await connect(simulator);
    const second = await connect(simulator);
    expect(await refusedWith(await ticketUrl(simulator))).toContain('403');
    second.socket.terminate();
    await expect.poll(() => connectionsOf(simulator)).toBe(1);
    await connect(simulator);
  });
});

describe('an open connection', () => {
  it('S17 gets a SYSTEM ping with a fresh opaque at the interval, and its echo is taken', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock });
    const client = await connect(simulator);
    clock.advance(29_999);
    clock.advance(1);
    const first = await client.next('ping');
    clock.advance(30_000);
    const second = await client.next('ping');
    const opaque = (frame: typeof first) => (JSON.parse(frame.data) as { opaque: string }).opaque;
    expect(opaque(first)).not.toBe(opaque(second));
    expect(client.frames).toHaveLength(2);
    // Node echoes all request headers; Python puts blanks after colons.
    client.socket.send(
      JSON.stringify({ code: 200, headers: first.headers, message: 'OK', data: first.data }),
    );
    client.socket.send(
      `{"code": 200, "headers": {"contentType": "application/json", "messageId": "${second.headers['messageId']}"}, "message": "OK", "data": ${JSON.stringify(second.data)}}\n`,
    );
    await expect
      .poll(() => simulator.acks.slice().map(({ kind, outcome }) => [kind, outcome]))
      .toEqual([
        ['ping', 'taken'],
        ['ping', 'taken'],
      ]);
  });

  it('S17 is pinged at another interval as soon as the setting changes, and not at all with 0', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock });
    const client = await connect(simulator);
    simulator.set({ pingIntervalMs: 1000 });
    clock.advance(1000);
    await client.next('ping');
    simulator.set({ pingIntervalMs: 0 });
    clock.advance(120_000);
    simulator.ping();
    await client.next('ping');
    expect(client.frames).toHaveLength(2);
  });

  it('S18 has its WebSocket pings answered with the same payload', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    client.socket.ping('0f7cf1d2-5a0b');
    const [payload] = (await once(client.socket, 'pong')) as [Buffer];
    expect(payload.toString()).toBe('0f7cf1d2-5a0b');
  });

  it('S16 is greeted with CONNECTED and REGISTERED only when the setting says so', async () => {
    const plain = await useSimulator();
    const quiet = await connect(plain);
    plain.ping();
    expect((await quiet.next()).headers['topic']).toBe('ping');
    const legacy = await useSimulator({ settings: { legacySystemFrames: true } });
    const greeted = await connect(legacy);
    expect((await greeted.next()).headers['topic']).toBe('CONNECTED');
    expect((await greeted.next()).headers['topic']).toBe('REGISTERED');
  });

  it('S21 may close with any code, break off, or break the protocol', async () => {
    const simulator = await useSimulator();
    const ways: ((socket: WebSocket) => void)[] = [
      (socket) => socket.close(1000),
      (socket) => socket.close(4321, 'because'),
      (socket) => socket.terminate(),
      (socket) =>
        (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
          Buffer.from([0xff, 0xff, 0x00]),
        ),
      (socket) => socket.send('x'.repeat(1_100_000)),
    ];
    for (const leave of ways) {
      const client = await connect(simulator);
      leave(client.socket);
      await client.closed;
      await expect.poll(() => connectionsOf(simulator)).toBe(0);
    }
    const closes = simulator.events().filter((event) => event.type === 'connection.closed');
    expect(closes).toHaveLength(ways.length);
    await connect(simulator);
  });
});
