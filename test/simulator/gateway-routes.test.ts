import { describe, expect, it } from 'vitest';
import { connect, everyTopic, openConnection } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('connections/open', () => {
  it('S1 accepts any key order, unknown keys, extras null, no localIp, empty ua', async () => {
    const simulator = await useSimulator();
    const { clientId, clientSecret } = simulator.credentials;
    const bodies = [
      { clientId, clientSecret, ua: '', subscriptions: everyTopic },
      { ua: 'java/null-union', subscriptions: [], localIp: '192.0.2.2', clientSecret, clientId },
      { clientId, clientSecret, subscriptions: [], extras: null, something: { new: 1 } },
    ];
    for (const body of bodies) {
      const answer = await fetch(`${simulator.origin}/v1.0/gateway/connections/open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(200);
    }
  });

  it('S2 accepts EVENT, CALLBACK and SYSTEM subscriptions, and none', async () => {
    const simulator = await useSimulator();
    const subscriptions = [
      { topic: 'disconnect', type: 'SYSTEM' },
      { topic: 'ping', type: 'SYSTEM' },
      ...everyTopic,
    ];
    expect((await openConnection(simulator, { subscriptions })).status).toBe(200);
    expect((await openConnection(simulator, { subscriptions: [] })).status).toBe(200);
  });

  it('S3 S4 answers 200 with a non-empty endpoint and ticket: explicit port, /connect, no query', async () => {
    const simulator = await useSimulator();
    const answer = await openConnection(simulator);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8');
    const body = (await answer.json()) as Record<string, string>;
    expect(Object.keys(body).sort()).toEqual(['endpoint', 'ticket']);
    const port = new URL(simulator.origin).port;
    expect(body['endpoint']).toBe(`ws://127.0.0.1:${port}/connect`);
    expect(body['ticket']).toMatch(uuid);
  });

  it('S4 warns that it has no wss for the Java SDK', async () => {
    const simulator = await useSimulator();
    await openConnection(simulator, { ua: 'java/1.3.13-union' });
    const warnings = simulator.events().filter((event) => event.type === 'warning');
    expect(warnings).toMatchObject([{ code: 'java-needs-wss' }]);
  });

  it('S5 gives a new ticket every time', async () => {
    const simulator = await useSimulator();
    const tickets = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const body = (await (await openConnection(simulator)).json()) as Record<string, string>;
      tickets.add(body['ticket'] ?? '');
    }
    expect(tickets.size).toBe(20);
  });

  it('S6 refuses a wrong pair with 401 authFailed', async () => {
    const simulator = await useSimulator();
    const wrong = [
      { clientSecret: 'wrong' },
      { clientSecret: simulator.credentials.clientSecret.toUpperCase() },
      { clientId: 'dingnobody' },
      { clientId: '__proto__' },
    ];
    for (const credentials of wrong) {
      const answer = await openConnection(simulator, credentials);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        requestid: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
        code: 'authFailed',
        message: '鉴权失败',
      });
    }
  });

  it('S7 refuses a malformed body with 400 and the envelope', async () => {
    const simulator = await useSimulator();
    const { clientId, clientSecret } = simulator.credentials;
    const pair = `"clientId":"${clientId}","clientSecret":"${clientSecret}"`;
    const bodies = [
      '',
      'not json',
      '[]',
      `{${pair}}`,
      `{${pair},"subscriptions":{}}`,
      `{${pair},"subscriptions":[null]}`,
      `{${pair},"subscriptions":[{"type":"OTHER","topic":"*"}]}`,
      `{${pair},"subscriptions":[{"type":"EVENT","topic":1}]}`,
      '{"clientId":1,"clientSecret":2,"subscriptions":[]}',
    ];
    for (const body of bodies) {
      const answer = await fetch(`${simulator.origin}/v1.0/gateway/connections/open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([body, answer.status]).toEqual([body, 400]);
      expect(Object.keys((await answer.json()) as object)).toEqual([
        'requestid',
        'code',
        'message',
      ]);
    }
  });

  it('S8 takes faults: a status, an empty object, a hang, a reset', async () => {
    const simulator = await useSimulator();
    const path = '/v1.0/gateway/connections/open';
    const fault = (action: object) => ({ path, skip: 0, times: 1, action }) as never;
    simulator.faults.add(
      fault({ kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'busy' }),
    );
    expect((await openConnection(simulator)).status).toBe(503);
    simulator.faults.add(fault({ kind: 'answer', status: 200, body: {} }));
    expect(await (await openConnection(simulator)).json()).toEqual({});
    simulator.faults.add(fault({ kind: 'reset' }));
    await expect(openConnection(simulator)).rejects.toThrow();
    simulator.faults.add(fault({ kind: 'hang' }));
    const hanging = fetch(simulator.origin + path, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(100),
    });
    await expect(hanging).rejects.toThrow(/abort|timeout/i);
    await connect(simulator);
  });

  it('keeps secret and ticket out of the request log and the events', async () => {
    const simulator = await useSimulator();
    const body = (await (await openConnection(simulator)).json()) as Record<string, string>;
    const log = await (await fetch(`${simulator.origin}/_dtcard/requests`)).text();
    const everything = log + JSON.stringify(simulator.events());
    expect(log).toContain('connections/open');
    expect(everything).not.toContain(body['ticket']);
    expect(everything).not.toContain(simulator.credentials.clientSecret);
  });
});
