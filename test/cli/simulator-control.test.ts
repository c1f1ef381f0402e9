import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import {
  type HostileOpenApi,
  json,
  startHostileOpenApi,
  text,
} from '../support/hostile-openapi.js';

const http = createHttp({ proxy: createProxy({}), clock: systemClock });
const none = { announce: () => () => undefined, list: () => [] };
const entry = { kind: 'simulator', pid: 1, clientId: 'd', startedAtMs: 1 } as const;
let api: HostileOpenApi;
beforeAll(async () => {
  api = await startHostileOpenApi();
});
afterAll(() => api.stop());

describe('findSimulator', () => {
  it('takes the one named, else the one started last', () => {
    const origins = ['http://127.0.0.1:2', 'http://127.0.0.1:1'];
    const running = { ...none, list: () => origins.map((origin) => ({ ...entry, origin })) };
    expect(findSimulator('http://localhost:3', running, http).origin).toBe('http://localhost:3');
    expect(findSimulator(undefined, running, http).origin).toBe('http://127.0.0.1:2');
  });

  it('says when there is none', () => {
    expect(() => findSimulator(undefined, none, http)).toThrow(
      expect.objectContaining({ code: 'E5001' }),
    );
  });

  it('refuses DingTalk itself', () => {
    expect(() => findSimulator('https://api.dingtalk.com', none, http)).toThrow(
      expect.objectContaining({
        code: 'E1006',
        params: { api: 'https://api.dingtalk.com', reason: 'not-simulator' },
      }),
    );
  });
});

describe('the control of a simulator', () => {
  it('sends JSON and gives the answer', async () => {
    api.script('/_dtcard/tap', json(200, { outcome: 'answered' }));
    const control = findSimulator(api.origin, none, http);
    expect(await control.post('/tap', { userId: '张三' })).toEqual({ outcome: 'answered' });
    expect(api.requestsTo('/_dtcard/tap')[0]).toMatchObject({
      method: 'POST',
      body: '{"userId":"张三"}',
    });
  });

  it.each([
    ['the reason of a refusal', json(404, { error: { message: 'no card x' } }), 'no card x'],
    ['the status of anything else', text(502, '<html>'), 'HTTP 502'],
    ['the status of an answer that is no object', json(200, [1]), 'HTTP 200'],
  ])('fails with %s', async (_what, reply, detail) => {
    api.script('/_dtcard/state', reply);
    await expect(findSimulator(api.origin, none, http).get('/state')).rejects.toMatchObject({
      code: 'E5002',
      params: { detail },
    });
  });

  it('fails as unreachable when the simulator is gone', async () => {
    const control = findSimulator('http://127.0.0.1:9', none, http);
    await expect(control.get('/state')).rejects.toMatchObject({ code: 'E3001' });
  });
});
