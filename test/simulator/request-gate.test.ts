import { request } from 'node:http';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi, type Listening, listen } from '../support/create-openapi.js';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe('the request log', () => {
  test('keeps what was asked and answered, without secrets', async () => {
    const api = createOpenApi();
    const token = api.token();
    await api.raw(`${paths.create}?access_token=${token}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-acs-dingtalk-access-token': token,
        authorization: 'Bearer secret-1',
        cookie: 'secret-2',
      },
      body: JSON.stringify(toPerson()),
    });
    const [kept] = api.context.requests.list();
    expect(kept).toMatchObject({
      index: 0,
      method: 'POST',
      path: `${paths.create}?access_token=***`,
      status: 200,
      answer: '{"success":true,"result":"ot_1"}',
      body: expect.stringContaining('"outTrackId":"ot_1"') as string,
    });
    expect(kept?.headers['x-acs-dingtalk-access-token']).toBe('***');
    expect(JSON.stringify([kept, api.events])).not.toMatch(new RegExp(`${token}|secret-`));
  });

  test('an error is reported by its code', async () => {
    const api = createOpenApi();
    await api.call('POST', paths.create, {}, 'wrong');
    expect(api.events).toEqual([
      expect.objectContaining({
        type: 'request',
        method: 'POST',
        path: paths.create,
        status: 400,
        code: 'InvalidAuthentication',
      }),
    ]);
  });

  test('routes added by others are logged and can be struck by faults too', async () => {
    const api = createOpenApi();
    api.app.post('/v1.0/gateway/connections/open', async (c) => {
      const body = await c.req.json<{ clientId: string }>();
      return c.json({
        endpoint: `ws://x/${body.clientId}`,
        ticket: '0f7cf1d2-5a0b-4a0e-8a5d-3f1f0b8f7f10',
      });
    });
    const call = () =>
      api.raw('/v1.0/gateway/connections/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"clientId":"c","clientSecret":"secret-value"}',
      });
    expect((await call()).json['endpoint']).toBe('ws://x/c');
    expect(api.context.requests.at(0)).toMatchObject({
      answer: '{"endpoint":"ws://x/c","ticket":"***"}',
      body: '{"clientId":"c","clientSecret":"***"}',
    });
    api.context.faults.add({ path: '**/open', skip: 0, action: { kind: 'htmlBan' } });
    expect((await call()).status).toBe(403);
  });

  test('only the beginning of a long body is kept', async () => {
    const api = createOpenApi();
    const cardData = { cardParamMap: { text: 'x'.repeat(50_000) } };
    await api.call('POST', paths.create, toPerson({ cardData }));
    expect(api.context.requests.at(0)?.body.length).toBe(16_384);
  });
});

describe('large bodies', () => {
  test('more than the limit gets the page of the front server', async () => {
    const api = createOpenApi({ settings: { bodyLimitBytes: 1000 } });
    const body = toPerson({ extra: 'x'.repeat(1000) });
    const answer = await api.call('POST', paths.create, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html']);
    expect(api.events.at(-1)).toMatchObject({ status: 413, code: 'RequestEntityTooLarge' });
    expect(api.context.cards.list()).toEqual([]);
  });

  test.each([true, false])('over a connection, with content-length: %s', async (hasLength) => {
    const api = createOpenApi();
    const server = await listen(new Hono().route('/', api.app));
    open.push(server);
    const size = 3_000_000;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`http://${server.host}${paths.create}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(hasLength && { 'content-length': size }),
        },
      });
      call.on('response', (answer) => {
        resolve(answer.statusCode);
        answer.resume();
        call.destroy();
      });
      call.on('error', reject);
      call.end(Buffer.alloc(size, 'x'));
    });
    expect(status).toBe(413);
    await expect.poll(() => api.context.requests.at(0)?.status).toBe(413);
  });
});

test('a request broken off in its body is no crash', async () => {
  const api = createOpenApi();
  const server = await listen(api.app);
  open.push(server);
  await new Promise<void>((resolve) => {
    const call = request(`http://${server.host}${paths.create}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 100 },
    });
    call.on('error', () => resolve());
    call.write('{"a":', () => call.destroy());
    call.on('close', () => resolve());
  });
  await expect.poll(() => api.context.requests.list().length).toBe(1);
  expect((await api.call('POST', paths.create, toPerson())).status).toBe(200);
});
