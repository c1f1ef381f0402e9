import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import type { FaultAction } from '../../src/simulator/faults.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi, type Listening, listen, type OpenApi } from '../support/create-openapi.js';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

function withFault(action: FaultAction, parts: Parameters<typeof createOpenApi>[0] = {}): OpenApi {
  const api = createOpenApi(parts);
  api.context.faults.add({ path: '/v1.0/card/**', skip: 0, times: 1, action });
  return api;
}

/** A call over a real connection. */
async function send(api: OpenApi, signal?: AbortSignal): Promise<Response> {
  const server = await listen(api.app);
  open.push(server);
  return fetch(`http://${server.host}${paths.create}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': api.token() },
    body: JSON.stringify(toPerson()),
    ...(signal && { signal }),
  });
}

const cardsOf = (api: OpenApi) => api.context.cards.list().length;

test('§8 item 10: an error with its envelope', async () => {
  const api = withFault({
    kind: 'error',
    status: 500,
    code: 'system.busy',
    message: 'system.busy',
  });
  const answer = await send(api);
  expect([answer.status, await answer.json()]).toEqual([
    500,
    { code: 'system.busy', message: 'system.busy', requestid: expect.any(String) },
  ]);
  expect(cardsOf(api)).toBe(0);
  expect(api.events.at(-1)).toMatchObject({ type: 'request', status: 500, code: 'system.busy' });
});

test.each([
  [{ kind: 'answer', status: 429, body: { code: 'system.busy' } }, 429, '{"code":"system.busy"}'],
  [{ kind: 'answer', status: 200, body: 'no json' }, 200, 'no json'],
  [{ kind: 'answer', status: 204, body: '' }, 204, ''],
] as const)('%j', async (action, status, text) => {
  const answer = await send(withFault(action));
  expect([answer.status, await answer.text()]).toEqual([status, text]);
});

test('§8 item 10: the HTML page of a ban', async () => {
  const answer = await send(withFault({ kind: 'htmlBan' }));
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toMatch(/^<!DOCTYPE html>/);
});

test('a truncated answer: the card exists, the JSON does not parse', async () => {
  const api = withFault({ kind: 'truncatedJson' });
  const text = await (await send(api)).text();
  expect('{"success":true,"result":"ot_1"}'.startsWith(text)).toBe(true);
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  expect(cardsOf(api)).toBe(1);
});

test('an answer without a body: the card exists', async () => {
  const api = withFault({ kind: 'emptyBody' });
  const answer = await send(api);
  expect([answer.status, await answer.text(), cardsOf(api)]).toEqual([200, '', 1]);
});

test('§8 item 10: a slow answer waits for the clock', async () => {
  const api = withFault({ kind: 'slow', forMs: 3500 });
  const answer = api.call('POST', paths.create, toPerson());
  await api.clock.advanceAsync(3400);
  expect([api.clock.pending, cardsOf(api)]).toEqual([1, 0]);
  await api.clock.advanceAsync(200);
  expect((await answer).status).toBe(200);
});

test('a reset connection: nothing happened', async () => {
  const api = withFault({ kind: 'reset' });
  await expect(send(api)).rejects.toThrow('fetch failed');
  expect(cardsOf(api)).toBe(0);
  expect(api.context.requests.at(0)).toMatchObject({ status: 0, answer: '' });
});

test('a lost answer: the card was created, and a repeat finds it', async () => {
  const api = withFault({ kind: 'loseAnswer' });
  await expect(send(api)).rejects.toThrow('fetch failed');
  expect(cardsOf(api)).toBe(1);
  expect((await send(api)).status).toBe(200);
  expect(cardsOf(api)).toBe(1);
});

test('a call that hangs does so until the client gives up, and is logged then', async () => {
  const api = withFault({ kind: 'hang' });
  const giveUp = new AbortController();
  const answer = send(api, giveUp.signal);
  const stop = systemClock.after(100, () => giveUp.abort());
  await expect(answer).rejects.toThrow(/abort/i);
  stop();
  await expect.poll(() => api.context.requests.list().length).toBe(1);
  expect([cardsOf(api), api.events.at(-1)]).toEqual([
    0,
    expect.objectContaining({ type: 'request', status: 0 }),
  ]);
});

test('a hanging call does not keep a server from closing', async () => {
  const api = withFault({ kind: 'hang' });
  const answer = send(api);
  const failed = expect(answer).rejects.toThrow('fetch failed');
  await expect.poll(() => api.context.faults.list()[0]?.matched).toBe(1);
  await open.pop()?.close();
  await failed;
});

test('a revoked token is refused, a new one works', async () => {
  const api = withFault({ kind: 'revokeToken' });
  const refused = await api.call('POST', paths.create, toPerson());
  expect(refused.json['code']).toBe('InvalidAuthentication');
  expect((await api.call('POST', paths.create, toPerson())).status).toBe(200);
});
