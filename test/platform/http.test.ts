import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { createHttp, type HttpRequest, networkDetail } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';

const servers: Server[] = [];
const proxies: ConnectProxy[] = [];

afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
  for (const server of servers.splice(0)) {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
});

async function serve(listener: RequestListener): Promise<{ port: number; origin: string }> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}` };
}

const http = createHttp({ proxy: createProxy({}), clock: systemClock });

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, headers: {}, timeoutMs: 5_000, ...more };
}

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DtcardError);
  return error as DtcardError;
}

describe('an exchange', () => {
  it('sends method, headers and a body with its length in bytes', async () => {
    const seen: Record<string, unknown>[] = [];
    const { origin } = await serve((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        response.writeHead(201, { 'X-Two': ['a', 'b'], 'Content-Type': 'text/plain' }).end('好');
      });
    });
    const answer = await http(
      get(`${origin}/p?q=1`, { method: 'POST', body: '{"名":1}', headers: { 'X-One': '1' } }),
    );
    expect(answer.status).toBe(201);
    expect(answer.text).toBe('好');
    expect(answer.headers['x-two']).toBe('a, b');
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/p?q=1',
        body: '{"名":1}',
        headers: { 'x-one': '1', 'content-length': '9' },
      },
    ]);
  });

  it('resolves for error statuses and does not follow redirects', async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/to') response.end('followed');
      else response.writeHead(302, { Location: '/to' }).end('moved');
    });
    expect(await http(get(`${origin}/from`))).toMatchObject({ status: 302, text: 'moved' });
  });

  it('uses one connection for several exchanges, unless told to close it', async () => {
    const ports = new Set<number | undefined>();
    const { origin } = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('x');
    });
    for (let i = 0; i < 3; i++) await http(get(origin));
    expect(ports.size).toBe(1);
    await http(get(origin, { headers: { Connection: 'close' } }));
    await http(get(origin));
    expect(ports.size).toBe(2);
  });

  it('runs beside others', async () => {
    const { origin } = await serve((request, response) => {
      setTimeout(() => response.end(request.url), 20);
    });
    const urls = Array.from({ length: 20 }, (_, i) => `${origin}/${i}`);
    const answers = await Promise.all(urls.map((url) => http(get(url))));
    expect(answers.map((answer) => answer.text)).toEqual(urls.map((_, i) => `/${i}`));
  });

  it('finds a new connection when the server closed the kept one', async () => {
    const { origin } = await serve((request, response) => {
      response.end('x', () => request.socket.end());
      request.socket.on('close', () => closed());
    });
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    await http(get(origin));
    await gone;
    expect((await http(get(origin))).text).toBe('x');
  });

  it('leaves no timer behind', async () => {
    const clock = new ManualClock();
    const { origin } = await serve((_request, response) => response.end('x'));
    await createHttp({ proxy: createProxy({}), clock })(get(origin));
    expect(clock.pending).toBe(0);
  });
});

describe('a failure', () => {
  it('E3001 names host and system code when nobody listens', async () => {
    const { origin } = await serve(() => undefined);
    const port = Number(new URL(origin).port);
    const server = servers.pop() as Server;
    server.close();
    await once(server, 'close');
    const error = await failure(http(get(origin)));
    expect(error.code).toBe('E3001');
    expect(error.params['host']).toBe(`127.0.0.1:${port}`);
    expect(error.params['detail']).toContain('ECONNREFUSED');
    expect(error.params['sent']).toBe(false);
  });

  it('E3001 when TLS meets a server that speaks none', async () => {
    const { origin } = await serve((_request, response) => response.end('x'));
    const error = await failure(http(get(origin.replace('http:', 'https:'))));
    expect(error.code).toBe('E3001');
  });

  it('E3001 when the server resets before it answers', async () => {
    const { origin } = await serve((request) => void request.socket.resetAndDestroy());
    const error = await failure(http(get(origin)));
    expect(error.code).toBe('E3001');
    expect(error.params['detail']).toContain('ECONNRESET');
  });

  it('E3002 when nothing comes in time', async () => {
    const clock = new ManualClock();
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { origin } = await serve(() => arrived());
    const pending = failure(
      createHttp({ proxy: createProxy({}), clock })(get(origin, { timeoutMs: 10_000 })),
    );
    await arrival;
    clock.advance(10_000);
    const error = await pending;
    expect(error.code).toBe('E3002');
    expect(error.params).toMatchObject({ seconds: 10, sent: true });
    expect(clock.pending).toBe(0);
  });

  it('E3002 when the body drips in for longer than the whole exchange may take', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    });
    expect((await failure(http(get(origin, { timeoutMs: 150 })))).code).toBe('E3002');
  });

  it('E3003 when the body is cut off', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    });
    const error = await failure(http(get(origin)));
    expect(error.code).toBe('E3003');
    expect(error.params['detail']).toBe('truncated');
  });

  it('E3003 when the body is larger than allowed, without reading it all', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    const small = createHttp({ proxy: createProxy({}), clock: systemClock, maxBodyBytes: 1_000 });
    expect((await failure(small(get(origin)))).code).toBe('E3003');
  });

  it('is the reason of the signal when it was aborted, before or during the exchange', async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { origin } = await serve(() => arrived());
    const reason = new Error('enough');
    await expect(http(get(origin, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    const abort = new AbortController();
    const pending = http(get(origin, { signal: abort.signal }));
    pending.catch(() => undefined);
    await arrival;
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });
});

describe('a proxy', () => {
  it('is asked for a tunnel, with its credentials', async () => {
    const { port } = await serve((request, response) =>
      response.end(`for ${request.headers.host}`),
    );
    const proxy = await startConnectProxy(port);
    proxies.push(proxy);
    const httpProxy = proxy.url.replace('http://', 'http://me:pw@');
    const through = createHttp({ proxy: createProxy({ httpProxy }), clock: systemClock });
    const answer = await through(get('http://gateway.example/x'));
    expect(answer.text).toBe('for gateway.example');
    await through(get('http://gateway.example/y'));
    expect(proxy.targets).toEqual(['gateway.example:80']);
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('me:pw').toString('base64')}`]);
  });

  it('that refuses is seen as a status or as unreachable, never as success', async () => {
    const proxy = await startConnectProxy(1, 407);
    proxies.push(proxy);
    const through = createHttp({
      proxy: createProxy({ httpProxy: proxy.url }),
      clock: systemClock,
    });
    const outcome = await through(get('http://gateway.example/')).then(
      (answer) => answer.status,
      (error: unknown) => (error as DtcardError).code,
    );
    expect([407, 'E3001']).toContain(outcome);
  });
});

describe('the detail of a network error', () => {
  it('starts with the code and lists every address that was tried', () => {
    const one = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH' });
    const two = Object.assign(new Error('connect ECONNREFUSED 1.2.3.4:5'), {
      code: 'ECONNREFUSED',
    });
    expect(networkDetail(one)).toBe('EHOSTUNREACH no route');
    expect(networkDetail(new AggregateError([one, two]))).toBe(
      'EHOSTUNREACH no route; connect ECONNREFUSED 1.2.3.4:5',
    );
    expect(networkDetail('text')).toBe('text');
  });
});
