import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpFront } from '../../src/simulator/http-front.js';

async function listening() {
  const platform = new Hono().all('*', (c) => c.text(`platform ${c.req.path}`));
  const control = new Hono().all('*', (c) => c.text(`control ${c.req.path}`));
  const front = createHttpFront({ platform, control, upgrade: (_request, socket) => socket.end() });
  onTestFinished(() => front.close());
  const port = await front.listen(0);
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  return { front, port, get };
}

it('splits paths between DingTalk’s and its own', async () => {
  const { get } = await listening();
  expect(await get('/v1.0/x')).toBe('platform /v1.0/x');
  expect(await get('/_dtcard/state')).toBe('control /_dtcard/state');
  expect(await get('/_dtcard')).toBe('control /_dtcard');
  expect(await get('/_dtcards')).toBe('platform /_dtcards');
  expect(await get('/v1.0/../_dtcard/x')).toBe('control /_dtcard/x');
});

it('listens on the loopback address only', async () => {
  const { port } = await listening();
  const elsewhere = connectTcp(port, '::1');
  const [error] = (await once(elsewhere, 'error')) as [NodeJS.ErrnoException];
  expect(['ECONNREFUSED', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(error.code);
});

it('answers a request without a Host header, and one that is no HTTP', async () => {
  const { port, get } = await listening();
  for (const text of ['GET / HTTP/1.1\r\n\r\n', 'GET / HTTP/1.0\r\n\r\n', 'rubbish\r\n\r\n']) {
    const socket = connectTcp(port, '127.0.0.1');
    socket.write(text);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[03] /);
    socket.destroy();
  }
  expect(await get('/x')).toBe('platform /x');
});

it('closes idle keep-alive connections at once, and again without complaint', async () => {
  const { front, port, get } = await listening();
  await get('/x');
  const idle = connectTcp(port, '127.0.0.1');
  await once(idle, 'connect');
  const closed = once(idle, 'close');
  idle.resume();
  await front.close();
  await closed;
  await front.close();
});

it('says E5003 for a port it may not have', async () => {
  const { port } = await listening();
  const deps = { platform: new Hono(), control: new Hono(), upgrade() {} };
  await expect(createHttpFront(deps).listen(port)).rejects.toMatchObject({
    code: 'E5003',
    params: { port, detail: 'EADDRINUSE' },
  });
});
