import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import type { CallbackForwarder } from '../../src/platform/callback-forwarder.js';
import { createHttpForwarder } from '../../src/platform/http-forwarder.js';
import { createProxy } from '../../src/platform/proxy.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import {
  type ForwardListener,
  type ForwardService,
  startForwardService,
} from '../support/forward-service.js';

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(listener?: ForwardListener): Promise<ForwardService> {
  const service = await startForwardService(listener);
  ends.push(() => service.stop());
  return service;
}

function forwarderTo(
  url: string,
  options: Partial<Parameters<typeof createHttpForwarder>[0]> = {},
): CallbackForwarder {
  const forwarder = createHttpForwarder({
    url: new URL(url),
    clock: systemClock,
    proxy: createProxy({}),
    ...options,
  });
  ends.push(() => forwarder.close());
  return forwarder;
}

/** A server that says these bytes to whoever connects, and leaves the connection open. */
async function speak(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const patient = { timeoutMs: 10_000 };
const data = JSON.stringify({ outTrackId: 'o', userId: 'u', userIdType: 1, content: '{"名":1}' });

describe('a callback over HTTP', () => {
  it('is posted as JSON to the very address, without signature when there is no secret', async () => {
    const service = await serve(() => ({ cardData: { cardParamMap: { a: '好' } } }));
    const reply = await forwarderTo(`${service.origin}/cards?app=1#x`).forward(data, patient);
    expect(reply).toMatchObject({
      kind: 'response',
      status: 200,
      body: '{"cardData":{"cardParamMap":{"a":"好"}}}',
    });
    const [callback] = service.callbacks;
    expect(callback).toMatchObject({ method: 'POST', path: '/cards?app=1' });
    expect(JSON.parse(callback?.body ?? '')).toEqual({
      outTrackId: 'o',
      userId: 'u',
      content: '{"名":1}',
    });
    expect(callback?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(callback?.body ?? '')),
    });
    for (const name of ['x-ddpaas-signature', 'authorization', 'accept-encoding']) {
      expect(callback?.headers[name], name).toBeUndefined();
    }
  });

  it('is signed with the time it was sent at', async () => {
    const service = await serve();
    const clock = new ManualClock(1_795_361_046_112);
    const forwarder = forwarderTo(service.origin, { secret: '密钥 s3cret', clock });
    await forwarder.forward(data, patient);
    clock.advance(1_000);
    await forwarder.forward(data, patient);
    const seen = service.callbacks.map(({ headers }) => [
      headers['x-ddpaas-signature-timestamp'],
      headers['x-ddpaas-signature'],
    ]);
    const expected = ['1795361046112', '1795361047112'].map((timestamp) => {
      const hmac = createHmac('sha256', '密钥 s3cret');
      hmac.update(timestamp);
      return [timestamp, hmac.digest('base64')];
    });
    expect(seen).toEqual(expected);
  });

  it('uses one connection for one after the other, several at the same time', async () => {
    const service = await serve();
    const forwarder = forwarderTo(service.origin);
    for (let i = 0; i < 3; i++) await forwarder.forward(data, patient);
    const ports = () => new Set(service.callbacks.map(({ remotePort }) => remotePort)).size;
    expect(ports()).toBe(1);
    const open: (() => void)[] = [];
    service.answer((_callback, response) => {
      open.push(() => response.end('{}'));
      if (open.length === 3) for (const end of open) end();
    });
    const replies = await Promise.all([1, 2, 3].map(() => forwarder.forward(data, patient)));
    expect(replies.map(({ kind }) => kind)).toEqual(['response', 'response', 'response']);
    expect(ports()).toBe(3);
  });

  it('carries a user name and password as Basic authorization, and shows neither', async () => {
    const service = await serve();
    const url = `http://j%C3%A9%40:p%25w@127.0.0.1:${service.port}/a?token=abc&x=1#frag`;
    const forwarder = forwarderTo(url);
    await forwarder.forward(data, patient);
    const authorization = `Basic ${Buffer.from('jé@:p%w').toString('base64')}`;
    expect(service.callbacks[0]).toMatchObject({
      path: '/a?token=abc&x=1',
      headers: { authorization },
    });
    expect(forwarder.url).toBe(`${service.origin}/a?token=***&x=***`);
  });

  it('goes to this machine directly, whatever the environment says of proxies', async () => {
    const service = await serve();
    const proxy = await startConnectProxy(service.port);
    ends.push(() => proxy.close());
    const through = createProxy({ httpProxy: proxy.url });
    await forwarderTo(service.origin, { proxy: through }).forward(data, patient);
    expect(proxy.targets).toEqual([]);
    await forwarderTo('http://cards.example/', { proxy: through }).forward(data, patient);
    expect(proxy.targets).toEqual(['cards.example:80']);
    expect(service.callbacks).toHaveLength(2);
  });
});

describe('what comes back', () => {
  it('is told with its status, redirects included, which are not followed', async () => {
    const service = await serve((callback, response) => {
      const status = Number(callback.path.slice(1));
      response.writeHead(status, { location: '/200' }).end(status === 204 ? undefined : 'text');
    });
    for (const status of [201, 302, 404, 500, 503]) {
      const reply = await forwarderTo(`${service.origin}/${status}`).forward(data, patient);
      expect(reply).toMatchObject({ kind: 'response', status, body: 'text' });
    }
    const none = await forwarderTo(`${service.origin}/204`).forward(data, patient);
    expect(none).toMatchObject({ kind: 'response', status: 204, body: '' });
    expect(service.callbacks).toHaveLength(6);
  });

  it('is put together from its pieces, characters in two of them included', async () => {
    const service = await serve((_callback, response) => {
      const bytes = Buffer.from('{"a":"好😀"}');
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    });
    const reply = await forwarderTo(service.origin).forward(data, patient);
    expect(reply).toMatchObject({ body: '{"a":"好😀"}' });
  });

  it('is cut at 1 MiB, and the rest is not waited for', async () => {
    const piece = Buffer.alloc(64 * 1024, 'x');
    const service = await serve((_callback, response) => {
      const more = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    });
    const reply = await forwarderTo(service.origin).forward(data, patient);
    expect(reply).toMatchObject({ kind: 'response', status: 200, isCut: true });
    expect(reply.kind === 'response' && reply.body.length).toBe(1024 * 1024);
  });

  it('of exactly 1 MiB is whole', async () => {
    const service = await serve((_callback, response) => {
      response.end('x'.repeat(1024 * 1024));
    });
    const reply = await forwarderTo(service.origin).forward(data, patient);
    expect(reply).toMatchObject({ kind: 'response' });
    expect(reply).not.toHaveProperty('isCut');
  });

  it('is a timeout when nothing comes, or only drop by drop', async () => {
    const service = await serve((callback, response) => {
      if (callback.path === '/silent') return;
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    });
    for (const path of ['/silent', '/drip']) {
      const forwarder = forwarderTo(`${service.origin}${path}`);
      const reply = await forwarder.forward(data, { timeoutMs: 60 });
      expect(reply.kind, path).toBe('timeout');
      expect(reply.tookMs).toBeGreaterThanOrEqual(55);
    }
  });

  it('is unreachable when nobody listens', async () => {
    const service = await serve();
    await service.stop();
    ends.splice(0);
    const reply = await forwarderTo(service.origin).forward(data, patient);
    expect(reply).toMatchObject({
      kind: 'unreachable',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('is unreachable when the service dies before or amid its answer', async () => {
    const service = await serve((callback, response) => {
      if (callback.path === '/amid') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"cardData"', () => response.destroy());
      } else response.destroy();
    });
    const before = await forwarderTo(service.origin).forward(data, patient);
    expect(before).toMatchObject({ kind: 'unreachable' });
    const amid = await forwarderTo(`${service.origin}/amid`).forward(data, patient);
    expect(amid).toMatchObject({ kind: 'unreachable', detail: 'the answer was cut off' });
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(200_000)}\r\n\r\n`],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nabcde'],
  ])('is unreachable, with a reason, when it is %s', async (_name, bytes) => {
    const url = await speak((socket) => socket.write(bytes));
    const reply = await forwarderTo(url).forward(data, { timeoutMs: 5_000 });
    expect(reply).toMatchObject({ kind: 'unreachable', detail: expect.stringMatching(/\w/) });
  });

  it('is unreachable when https meets a server without', async () => {
    const service = await serve();
    const url = service.origin.replace('http:', 'https:');
    const reply = await forwarderTo(url).forward(data, { timeoutMs: 5_000 });
    expect(reply).toMatchObject({ kind: 'unreachable' });
  });
});

describe('an end from here', () => {
  it('comes by signal, for one', async () => {
    const service = await serve(() => undefined);
    const forwarder = forwarderTo(service.origin);
    const ending = new AbortController();
    const reply = forwarder.forward(data, { timeoutMs: 10_000, signal: ending.signal });
    const other = forwarder.forward(data, { timeoutMs: 200 });
    ending.abort();
    expect(await reply).toMatchObject({ kind: 'unreachable', detail: 'aborted' });
    expect((await other).kind).toBe('timeout');
  });

  it('comes by signal before it began', async () => {
    const service = await serve();
    const signal = AbortSignal.abort();
    const reply = await forwarderTo(service.origin).forward(data, { timeoutMs: 10_000, signal });
    expect(reply).toMatchObject({ kind: 'unreachable', detail: 'aborted' });
    expect(service.callbacks).toEqual([]);
  });

  it('comes with close, for all, and for what is asked afterwards', async () => {
    const service = await serve(() => undefined);
    const forwarder = forwarderTo(service.origin);
    const replies = [forwarder.forward(data, patient), forwarder.forward(data, patient)];
    forwarder.close();
    replies.push(forwarder.forward(data, patient));
    for (const reply of await Promise.all(replies)) {
      expect(reply).toMatchObject({ kind: 'unreachable', detail: 'aborted' });
    }
  });
});
