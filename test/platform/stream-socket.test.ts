import { DWClient } from 'dingtalk-stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { OpenFailure } from '../../src/platform/open-failure.js';
import type { StreamSocket } from '../../src/platform/stream-socket.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { callbackFrame, HostileGateway } from '../support/hostile-gateway.js';
import { connectSocket, createSocket, type SocketOptions } from '../support/socket-harness.js';

let gateway: HostileGateway;
const opened: StreamSocket[] = [];

beforeEach(async () => {
  gateway = await HostileGateway.start();
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await gateway.close();
});

function create(options: SocketOptions = {}) {
  const client = createSocket(gateway, options);
  opened.push(client.socket);
  return client;
}

async function connected(options: SocketOptions = {}) {
  const client = await connectSocket(gateway, options);
  opened.push(client.socket);
  return client;
}

async function failure(promise: Promise<unknown>): Promise<OpenFailure> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OpenFailure);
  return error as OpenFailure;
}

describe('a socket', () => {
  it("is the SDK's client, without its secret and with subscriptions of its own", () => {
    const { socket } = create();
    expect(socket).toBeInstanceOf(DWClient);
    expect(socket.getConfig()).toMatchObject({
      clientId: 'dingkey',
      clientSecret: '***',
      autoReconnect: false,
      keepAlive: false,
      debug: false,
      subscriptions: [{ type: 'CALLBACK', topic: 't' }],
    });
  });

  it('opens with the encoded ticket, offers no compression, and tells host and path only', async () => {
    const client = create({ ticket: 'a b/ü+&c' });
    await failure(client.socket.connect());
    expect(gateway.handshakes[0]?.ticket).toBe('a b/ü+&c');
    const { told } = await connected();
    expect(told.endpoints).toEqual([`127.0.0.1:${gateway.port}/connect`]);
    const { headers } = gateway.handshakes[1] as (typeof gateway.handshakes)[number];
    expect(headers['sec-websocket-extensions']).toBeUndefined();
  });

  it('goes through the proxy', async () => {
    const proxy = await startConnectProxy(gateway.port);
    const { told } = await connected({
      endpoint: 'ws://stream.example:8443/connect',
      proxy: { httpProxy: proxy.url },
    });
    expect(proxy.targets).toEqual(['stream.example:8443']);
    expect(told.endpoints).toEqual(['stream.example:8443/connect']);
    opened.pop()?.disconnect();
    await proxy.close();
  });

  it('says nothing on the console, whatever happens to it', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    try {
      gateway.nextHandshake({ kind: 'status', status: 403 });
      await failure(create({ clientId: '' }).socket.connect());
      const { socket, server } = await connected();
      server.send('not json');
      server.close(1011);
      await socket.closed;
      expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it('refuses to fetch a token the way the SDK does', async () => {
    await expect(create().socket.getAccessToken()).rejects.toThrow('not used');
  });
});

describe('a handshake that fails', () => {
  it.each([401, 403, 503])('with %s names the status and not the ticket', async (status) => {
    gateway.nextHandshake({ kind: 'status', status });
    const { socket } = create();
    const error = await failure(socket.connect());
    expect(error).toMatchObject({ reason: 'handshake' });
    expect(error.message).toContain(String(status));
    expect(error.message).not.toContain('00000000-0000');
    await socket.closed;
  });

  it('by a reset or a closed port is a matter of the network', async () => {
    gateway.nextHandshake({ kind: 'reset' });
    expect((await failure(create().socket.connect())).reason).toBe('network');
    const nobody = create({ endpoint: 'ws://127.0.0.1:1/connect' });
    expect((await failure(nobody.socket.connect())).reason).toBe('network');
    await nobody.socket.closed;
  });

  it('by silence ends after the time it was given', async () => {
    const clock = new ManualClock();
    gateway.nextHandshake({ kind: 'hang' });
    const { socket } = create({ clock });
    const pending = failure(socket.connect());
    await gateway.until(() => gateway.handshakes.length === 1, 'handshake');
    expect(clock.pending).toBe(1);
    clock.advance(10_000);
    expect((await pending).reason).toBe('timeout');
    await socket.closed;
    expect(clock.pending).toBe(0);
  });

  it('on an endpoint the library does not take is told without the ticket', async () => {
    const { socket } = create({ endpoint: 'ws://127.0.0.1:9/connect#x', ticket: 'tick-et-1' });
    const error = await failure(socket.connect());
    expect(error.reason).toBe('handshake');
    expect(error.message).not.toContain('tick-et-1');
    await socket.closed;
  });

  it('because it was told to go meanwhile leaves nothing', async () => {
    gateway.nextHandshake({ kind: 'hang' });
    const { socket } = create();
    const pending = failure(socket.connect());
    await gateway.until(() => gateway.handshakes.length === 1, 'handshake');
    socket.disconnect();
    await pending;
    await socket.closed;
  });
});

describe('the end', () => {
  it('by the server is told once, with code and reason', async () => {
    const { socket, told, server } = await connected();
    server.close(1001, 'restart');
    await socket.closed;
    expect(told.closed).toEqual([{ reason: 'closed', detail: '1001 restart' }]);
    expect(socket.connected).toBe(false);
  });

  it('by ourselves says goodbye with 1000', async () => {
    const { socket, server } = await connected();
    socket.disconnect();
    await socket.closed;
    await gateway.until(() => !server.isOpen, 'closed');
    expect(server.closeCode).toBe(1000);
  });

  it('by ourselves comes within a second even from a server that is deaf', async () => {
    const { socket, server } = await connected();
    server.goSilent();
    socket.disconnect();
    // The library's own patience is 30 s, longer than a test may take.
    await socket.closed;
  });

  it('of a silent server is found by unanswered pings', async () => {
    const clock = new ManualClock();
    const { socket, told, server } = await connected({ clock });
    server.goSilent();
    clock.advance(10_000);
    await socket.closed;
    expect(told.closed).toMatchObject([{ reason: 'idle' }]);
    expect(clock.pending).toBe(0);
  });

  it('does not come for a server that answers pings', async () => {
    const clock = new ManualClock();
    const { told, server } = await connected({ clock });
    for (let i = 1; i <= 5; i++) {
      clock.advance(5_000);
      await gateway.until(() => server.pings === i, `ping ${i}`);
      // The pong has arrived when an answer sent after it has.
      server.send(callbackFrame(`m${i}`));
      await gateway.until(() => told.frames.length === i, 'frame');
    }
    expect(told.closed).toEqual([]);
  });
});
