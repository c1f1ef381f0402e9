import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { agreed, createSimCard, simGroup, simWithCard, wrapped } from '../support/sim-card.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const answer = await fetch(`${simulator.origin}/_dtcard${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** A call with headers `fetch` would not send. */
function rawCall(
  simulator: Simulator,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(simulator.origin + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the guards', () => {
  it('answer 403 to a foreign Host on every path, OpenAPI and gateway included', async () => {
    const simulator = await useSimulator();
    const { port } = new URL(simulator.origin);
    const paths = ['/_dtcard/state', '/v1.0/oauth2/accessToken', '/gettoken', '/', '/nothing'];
    for (const path of paths) {
      for (const host of [`evil.example:${port}`, '127.0.0.1', `127.0.0.1:1`, 'localhost.evil']) {
        expect([path, host, await rawCall(simulator, path, { host })]).toEqual([path, host, 403]);
      }
    }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect(await rawCall(simulator, '/_dtcard/state', { host })).toBe(200);
    }
  });

  it('answer 403 to a foreign Origin under /_dtcard/, and 401 to our own without a session', async () => {
    const simulator = await useSimulator();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://']) {
      expect([origin, await rawCall(simulator, '/_dtcard/state', { origin })]).toEqual([
        origin,
        403,
      ]);
    }
    expect(await rawCall(simulator, '/_dtcard/state', { origin: simulator.origin })).toBe(401);
  });

  it('answer 415 to changes that are not sent as JSON', async () => {
    const simulator = await useSimulator();
    const changes = [
      ['POST', '/message'],
      ['POST', '/tap'],
      ['PUT', '/settings'],
      ['POST', '/faults'],
      ['DELETE', '/faults'],
      ['POST', '/stream'],
    ];
    for (const [method = '', path = ''] of changes) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
        const headers: Record<string, string> = type ? { 'content-type': type } : {};
        expect(await rawCall(simulator, `/_dtcard${path}`, headers, method)).toBe(415);
      }
    }
    const withCharset = { 'content-type': 'Application/JSON ; charset=utf-8' };
    expect(await rawCall(simulator, '/_dtcard/faults', withCharset, 'DELETE')).toBe(200);
  });

  it('answer 413 to a body of more than a mebibyte', async () => {
    const simulator = await useSimulator();
    const reply = await call(simulator, 'POST', '/message', {
      userId: '张三',
      text: 'x'.repeat(1_100_000),
    });
    expect(reply).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
  });
});

describe('GET /state', () => {
  it('tells who, where, and who is connected', async () => {
    const simulator = await useSimulator();
    await connect(simulator);
    const { body } = await call(simulator, 'GET', '/state');
    expect(body).toMatchObject({
      origin: simulator.origin,
      clientId: simulator.credentials.clientId,
      settings: { callbackDeadlineMs: 2000 },
      connections: [{ clientId: simulator.credentials.clientId, state: 'open' }],
    });
    expect(body['people']).toHaveLength(3);
    expect(JSON.stringify(body)).not.toContain(simulator.credentials.clientSecret);
  });
});

describe('POST /message and /tap', () => {
  it('message and tap by name, wait for the outcome', async () => {
    const { simulator, client, outTrackId } = await simWithCard();
    const message = await call(simulator, 'POST', '/message', {
      userId: '张三',
      text: 'hi',
      conversationId: '项目组',
    });
    expect(message).toMatchObject({
      status: 200,
      body: { delivered: true, conversationId: simGroup },
    });
    await client.next();
    const tapped = call(simulator, 'POST', '/tap', {
      outTrackId: 'latest',
      userId: '李四',
      actionIds: ['ok'],
      params: { a: 1 },
    });
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped(agreed));
    expect(await tapped).toMatchObject({
      status: 200,
      body: { outcome: 'answered', outTrackId, code: 200, applied: true, viewers: ['*'] },
    });
    const undelivered = await createSimCard(simulator, { callbackType: undefined });
    expect(
      await call(simulator, 'POST', '/tap', { outTrackId: undelivered, userId: '李四' }),
    ).toMatchObject({
      status: 200,
      body: { outcome: 'undeliverable', reason: 'no-callback-type' },
    });
  });

  it('name the known ones when somebody or something is not there', async () => {
    const simulator = await useSimulator();
    expect(await call(simulator, 'POST', '/tap', { userId: '赵六' })).toMatchObject({
      status: 404,
      body: {
        error: {
          code: 'unknown-person',
          message: expect.stringContaining('李四 (user002)') as string,
        },
      },
    });
    expect(await call(simulator, 'POST', '/tap', { userId: '张三' })).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-card' } },
    });
    expect(
      await call(simulator, 'POST', '/message', { userId: '张三', text: 'x', conversationId: 'y' }),
    ).toMatchObject({
      status: 404,
      body: {
        error: {
          code: 'unknown-conversation',
          message: expect.stringContaining('项目组') as string,
        },
      },
    });
  });

  it('refuse bodies that make no sense with 400', async () => {
    const simulator = await useSimulator();
    const bodies = [
      '',
      '{',
      '[]',
      '{}',
      '{"userId":1,"text":"x"}',
      '{"userId":"张三","text":{}}',
      '{"userId":"张三","text":"x","conversationId":7}',
    ];
    for (const body of bodies) {
      const reply = await call(simulator, 'POST', '/message', body);
      expect([body, reply.status]).toEqual([body, 400]);
      expect(reply.body).toMatchObject({ error: { code: 'bad-input' } });
    }
    for (const more of [{ actionIds: 'x' }, { actionIds: [1] }, { params: [] }]) {
      const reply = await call(simulator, 'POST', '/tap', { userId: '张三', ...more });
      expect(reply.status).toBe(400);
    }
  });

  it('survive params nested deeper than the stack', async () => {
    const { simulator, outTrackId } = await simWithCard();
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const body = `{"userId":"张三","outTrackId":"${outTrackId}","params":{"a":${deep}}}`;
    expect((await call(simulator, 'POST', '/tap', body)).status).toBe(400);
    expect((await call(simulator, 'GET', '/state')).status).toBe(200);
  });
});

describe('reading', () => {
  it('GET /cards lists cards, GET /cards/:outTrackId shows one through somebody’s eyes', async () => {
    const { simulator, outTrackId } = await simWithCard(
      {},
      { privateData: { user002: { cardParamMap: { vote: 'yes' } } } },
    );
    const { body: list } = await call(simulator, 'GET', '/cards');
    expect(list['cards']).toMatchObject([{ outTrackId, callbackType: 'STREAM' }]);
    const { body } = await call(simulator, 'GET', `/cards/latest?userId=${encodeURI('李四')}`);
    expect(body).toMatchObject({
      outTrackId,
      cardTemplateId: '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
      userId: 'user002',
      visible: true,
      view: { status: '待处理', vote: 'yes' },
      deliveries: [{ spaceType: 'IM_GROUP', spaceId: simGroup }],
    });
    expect(await call(simulator, 'GET', '/cards/nope?userId=user002')).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-card' } },
    });
  });

  it('GET /requests and GET /acks show both directions', async () => {
    const { simulator, client, tap } = await simWithCard();
    const tapped = tap();
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped({}));
    await tapped;
    const { body: requests } = await call(simulator, 'GET', '/requests');
    expect((requests['requests'] as { path: string }[]).map(({ path }) => path)).toEqual([
      '/v1.0/oauth2/accessToken',
      '/v1.0/card/instances/createAndDeliver',
      '/v1.0/gateway/connections/open',
    ]);
    const { body: acks } = await call(simulator, 'GET', '/acks');
    expect(acks['acks']).toMatchObject([{ kind: 'card', outcome: 'taken', code: 200 }]);
    expect((await call(simulator, 'GET', '/requests?since=2')).body['requests']).toHaveLength(1);
    expect((await call(simulator, 'GET', '/acks?since=1')).body['acks']).toHaveLength(0);
  });

  it('answers 404 as JSON for what it does not have', async () => {
    const simulator = await useSimulator();
    for (const path of ['', '/', '/nothing', '/state/more']) {
      expect(await call(simulator, 'GET', path)).toMatchObject({
        status: 404,
        body: { error: { code: 'not-found' } },
      });
    }
  });
});

describe('steering', () => {
  it('PUT /settings changes some, and refuses unknown names and values as a whole', async () => {
    const simulator = await useSimulator();
    const changed = await call(simulator, 'PUT', '/settings', {
      callbackDeadlineMs: 500,
      answerCardData: 'clicker',
      legacySystemFrames: true,
    });
    expect(changed.body).toMatchObject({ callbackDeadlineMs: 500, answerCardData: 'clicker' });
    expect(simulator.settings).toMatchObject({ legacySystemFrames: true, bareAnswer: 'ignore' });
    for (const body of [{ nope: 1 }, { callbackDeadlineMs: -1 }, { bareAnswer: 'apply', x: {} }]) {
      expect((await call(simulator, 'PUT', '/settings', body)).status).toBe(400);
    }
    expect((await call(simulator, 'GET', '/settings')).body).toEqual({ ...simulator.settings });
    expect(simulator.settings.bareAnswer).toBe('ignore');
  });

  it('POST, GET and DELETE /faults switch misbehaviour of the OpenAPI, never of the control API', async () => {
    const simulator = await useSimulator();
    const fault = { kind: 'error', status: 503, code: 'busy', path: '**' };
    const { body } = await call(simulator, 'POST', '/faults', fault);
    expect(body).toEqual({ id: expect.any(Number) as number });
    expect((await fetch(`${simulator.origin}/gettoken`)).status).toBe(503);
    expect((await call(simulator, 'GET', '/faults')).body['faults']).toMatchObject([
      { matched: 1 },
    ]);
    expect((await call(simulator, 'POST', '/faults', { kind: 'nope' })).status).toBe(400);
    expect((await call(simulator, 'DELETE', '/faults/9999')).status).toBe(404);
    expect((await call(simulator, 'DELETE', `/faults/${String(body['id'])}`)).status).toBe(200);
    expect((await fetch(`${simulator.origin}/gettoken`)).status).toBe(200);
    await call(simulator, 'POST', '/faults', fault);
    await call(simulator, 'DELETE', '/faults');
    expect((await fetch(`${simulator.origin}/gettoken`)).status).toBe(200);
  });

  it('POST /event pushes an EVENT', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    const event = { eventType: 'user_add_org', data: { userId: ['1'] } };
    expect(await call(simulator, 'POST', '/event', event)).toMatchObject({ body: { sent: true } });
    expect((await client.next()).headers['eventType']).toBe('user_add_org');
    const foreign = { ...event, clientId: 'dingnobody' };
    expect((await call(simulator, 'POST', '/event', foreign)).status).toBe(404);
  });
});
