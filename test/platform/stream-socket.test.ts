import { DWClient } from 'dingtalk-stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, ManualClock, systemClock } from '../../src/base/clock.js';
import type { LostReason } from '../../src/log/event.js';
import { OpenFailure } from '../../src/platform/open-failure.js';
import { createProxy, type ProxySettings } from '../../src/platform/proxy.js';
import type { MalformedFrame, ReceivedFrame } from '../../src/platform/stream-connection.js';
import { StreamSocket } from '../../src/platform/stream-socket.js';
import { defaultWatchdog } from '../../src/platform/watchdog.js';
import { streamResponse } from '../../src/protocol/stream-frame.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { callbackFrame, frame, HostileGateway, systemFrame } from '../support/hostile-gateway.js';

let gateway: HostileGateway;
const opened: StreamSocket[] = [];

beforeEach(async () => {
  gateway = await HostileGateway.start();
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await gateway.close();
});

interface Options {
  readonly endpoint?: string;
  readonly ticket?: string;
  readonly clock?: Clock;
  readonly proxy?: ProxySettings;
  readonly maxFrameBytes?: number;
  readonly handshakeTimeoutMs?: number;
  readonly clientId?: string;
}

/** Takes a real ticket from the gateway, so that only the socket itself is under test. */
function create(options: Options = {}) {
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
  opened.push(socket);
  return { socket, told };
}

async function connected(options: Options = {}) {
  const client = create(options);
  await client.socket.connect();
  return { ...client, server: await gateway.socket() };
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

describe('frames', () => {
  it('are handed over as they came and answered where they came from', async () => {
    const { told, server } = await connected();
    const sent = JSON.stringify(callbackFrame('m1', { outTrackId: '跟踪-1' }));
    server.send(sent);
    await gateway.until(() => told.frames.length === 1, 'frame');
    const [received] = told.frames as [ReceivedFrame];
    expect(received).toMatchObject({ connectionId: 'c1', raw: sent });
    expect(received.frame.data).toBe('{"outTrackId":"跟踪-1"}');
    expect(received.respond(streamResponse('m1', '{"response":{}}'))).toBe(true);
    await gateway.until(() => server.received.length === 1, 'answer');
    expect(server.answers[0]).toMatchObject({ code: 200, headers: { messageId: 'm1' } });
  });

  it('that came in fragments are one frame', async () => {
    const { told, server } = await connected();
    const text = Buffer.from(JSON.stringify(callbackFrame('m1')));
    const half = Math.floor(text.byteLength / 2);
    const head = (opcode: number, length: number) =>
      Buffer.from([opcode, 126, length >> 8, length & 255]);
    server.sendBytes(head(0x01, half));
    server.sendBytes(text.subarray(0, half));
    server.sendBytes(head(0x80, text.byteLength - half));
    server.sendBytes(text.subarray(half));
    await gateway.until(() => told.frames.length === 1, 'frame');
    expect(told.frames[0]?.frame.headers.messageId).toBe('m1');
  });

  it('of every known and unknown kind come through', async () => {
    const { told, server } = await connected();
    server.send(frame('EVENT', '*', 'e1', { a: 1 }));
    server.send(frame('NEWKIND', 'x', 'n1', {}));
    server.send({ type: 'CALLBACK', headers: {} });
    await gateway.until(() => told.frames.length === 3, 'frames');
    expect(told.frames.map((received) => received.frame.type)).toEqual([
      'EVENT',
      'NEWKIND',
      'CALLBACK',
    ]);
    expect(server.received).toEqual([]);
  });

  it('cannot be answered once the socket is gone', async () => {
    const { socket, told, server } = await connected();
    server.send(callbackFrame('m1'));
    await gateway.until(() => told.frames.length === 1, 'frame');
    server.kill();
    await socket.closed;
    expect(told.frames[0]?.respond(streamResponse('m1', '{}'))).toBe(false);
  });
});

describe('SYSTEM frames', () => {
  it('ping is answered with the same data before it is told', async () => {
    const { told, server } = await connected();
    const data = '{ "opaque" : "7b1f-22", "名":1 }';
    server.send({ ...systemFrame('ping', 'p1', {}), data });
    await gateway.until(() => server.received.length === 1 && told.frames.length === 1, 'pong');
    expect(server.answers).toEqual([
      {
        code: 200,
        headers: { contentType: 'application/json', messageId: 'p1' },
        message: 'OK',
        data,
      },
    ]);
    expect(told.frames[0]?.respond(streamResponse('p1', '{}'))).toBe(false);
  });

  it.each(['CONNECTED', 'REGISTERED', 'KEEPALIVE', 'brand-new'])(
    '%s is answered 200',
    async (topic) => {
      const { told, server } = await connected();
      server.send(systemFrame(topic, 's1', {}));
      await gateway.until(() => server.received.length === 1 && told.frames.length === 1, 'answer');
      expect(server.answers[0]).toMatchObject({ code: 200, headers: { messageId: 's1' } });
    },
  );

  it('disconnect is told with its reason and not answered', async () => {
    const { told, server } = await connected();
    server.disconnectFrame('connection is expired');
    await gateway.until(() => told.planned.length === 1, 'told');
    expect(told.planned).toEqual(['connection is expired']);
    expect(told.frames[0]?.frame.headers.topic).toBe('disconnect');
    server.send({ type: 'SYSTEM', headers: { topic: 'disconnect' }, data: 'plain' });
    await gateway.until(() => told.planned.length === 2, 'told again');
    expect(told.planned[1]).toBe('plain');
    expect(server.received).toEqual([]);
  });

  it('a thousand pings at once are answered in order', async () => {
    const { server } = await connected();
    const ids = Array.from({ length: 1_000 }, (_, i) => `p${i}`);
    server.atOnce(() => {
      for (const id of ids) server.send(systemFrame('ping', id, { opaque: id }));
    });
    await gateway.until(() => server.received.length === 1_000, 'answers');
    expect(server.answers.map((answer) => answer.headers.messageId)).toEqual(ids);
    expect(server.isOpen).toBe(true);
  });

  it('a thousand WebSocket pings at once are answered in order too', async () => {
    const { server } = await connected();
    const ids = Array.from({ length: 1_000 }, (_, i) => `w${i}`);
    server.atOnce(() => {
      for (const id of ids) server.ping(id);
    });
    await gateway.until(() => server.pongs.length === 1_000, 'pongs');
    expect(server.pongs).toEqual(ids);
  });
});

describe('what is no frame', () => {
  it.each([
    ['not JSON', 'hello', 'not-json'],
    ['empty', '', 'not-json'],
    ['cut JSON', '{"type":"CALL', 'not-json'],
    ['a number', '7', 'not-object'],
    ['an array', '[]', 'not-object'],
    ['null', 'null', 'not-object'],
    ['without type', '{"headers":{}}', 'no-type'],
    ['without headers', '{"type":"CALLBACK"}', 'no-headers'],
    ['with headers that are text', '{"type":"CALLBACK","headers":"x"}', 'no-headers'],
    ['with data that is a number', '{"type":"CALLBACK","headers":{},"data":7}', 'bad-data'],
  ])('%s is told as malformed and the socket stays', async (_name, text, problem) => {
    const { told, server } = await connected();
    server.send(text);
    server.send(callbackFrame('after'));
    await gateway.until(() => told.frames.length === 1, 'the next frame');
    expect(told.malformed).toMatchObject([{ connectionId: 'c1', problem, raw: text }]);
    expect(server.isOpen).toBe(true);
  });

  it('binary is told as such, cut to 64 KiB, and the socket stays', async () => {
    const { told, server } = await connected();
    server.sendBinary(Buffer.alloc(100_000, 'x'));
    server.send(callbackFrame('after'));
    await gateway.until(() => told.frames.length === 1, 'the next frame');
    expect(told.malformed[0]).toMatchObject({ problem: 'binary', detail: '100000 bytes' });
    expect(told.malformed[0]?.raw.length).toBe(65_536);
  });

  it('a long malformed text is cut to 64 KiB', async () => {
    const { told, server } = await connected();
    server.send('y'.repeat(300_000));
    await gateway.until(() => told.malformed.length === 1, 'malformed');
    expect(told.malformed[0]?.raw.length).toBe(65_536);
  });

  it('a frame of 1 MiB is none of that', async () => {
    const { told, server } = await connected();
    server.send(callbackFrame('big', { text: 'z'.repeat(1024 * 1024) }));
    await gateway.until(() => told.frames.length === 1, 'frame');
    expect(told.malformed).toEqual([]);
  });

  it('an oversized message is told and ends the socket at once', async () => {
    const { socket, told, server } = await connected({ maxFrameBytes: 1_000 });
    server.send('x'.repeat(1_001));
    await socket.closed;
    expect(told.malformed).toMatchObject([
      { problem: 'oversized', detail: 'more than 1000 bytes' },
    ]);
    expect(told.closed).toMatchObject([{ reason: 'closed' }]);
  });

  it('bytes that are not UTF-8 are told and end the socket', async () => {
    const { socket, told, server } = await connected();
    server.sendBytes(Buffer.from([0x81, 0x02, 0xc3, 0x28]));
    await socket.closed;
    expect(told.malformed).toMatchObject([{ problem: 'not-json', detail: 'not UTF-8' }]);
  });

  it('bytes that are not WebSocket end the socket and nothing else', async () => {
    const { socket, told, server } = await connected();
    server.sendBytes(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await socket.closed;
    expect(told.closed).toHaveLength(1);
    expect(told.closed[0]?.detail).toContain('RSV');
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
