import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import type { RobotClient } from '../../src/platform/robot-client.js';
import { createWebhookRobotClient } from '../../src/platform/webhook-robot-client.js';
import {
  type HostileOpenApi,
  json,
  reset,
  startHostileOpenApi,
} from '../support/hostile-openapi.js';
import { scaledClock } from '../support/scaled-clock.js';

const path = '/robot/sendBySession';
let server: HostileOpenApi;
let told: string[];

beforeEach(async () => {
  server = await startHostileOpenApi();
  told = [];
});

afterEach(() => server.stop());

function robot(api: string | undefined = server.origin): RobotClient {
  const clock = scaledClock();
  return createWebhookRobotClient({
    clock,
    http: createHttp({ clock, proxy: createProxy({}) }),
    endpoints: resolveEndpoints(api),
    observer: {
      called: (call) => told.push(`${call.method} ${call.path} ${call.status}`),
      failed: (call, error) => told.push(`${call.path} failed: ${String(error)}`),
      uncertain: () => told.push('uncertain'),
    },
  });
}

function webhook(): string {
  return `${server.origin}${path}?session=s3cret-session`;
}

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  const error = await promise.then(
    () => new Error('succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DtcardError) return error;
  throw error;
}

describe('replyText', () => {
  it('posts a text message to the webhook', async () => {
    server.script(path, json(200, { errcode: 0, errmsg: 'ok' }));
    await robot().replyText(webhook(), '你好\n"引号"');
    const [seen] = server.requests;
    expect(seen?.url).toBe(`${path}?session=s3cret-session`);
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      msgtype: 'text',
      text: { content: '你好\n"引号"' },
    });
    expect(told).toEqual([`POST ${path} 200`]);
  });

  it('fails when errcode says so inside a 200', async () => {
    server.script(path, json(200, { errcode: 300001, errmsg: 'session 不存在' }));
    const error = await failure(robot().replyText(webhook(), 'x'));
    expect(error.code).toBe('E4001');
    expect(error.fault).toMatchObject({ code: '300001', message: 'session 不存在' });
    expect(told).toHaveLength(1);
  });

  it('is not repeated: people would read it twice', async () => {
    server.script(path, reset);
    expect((await failure(robot().replyText(webhook(), 'x'))).code).toBe('E3001');
    expect(server.requests).toHaveLength(1);
  });

  it('tells the session to nobody', async () => {
    server.script(path, json(200, { errcode: 1, errmsg: 'bad s3cret-session' }));
    const error = await failure(robot().replyText(webhook(), 'x'));
    expect(JSON.stringify([told, error.message, error.params, error.fault])).not.toContain(
      's3cret-session',
    );
  });

  it('goes nowhere but to the hosts of the API in use', async () => {
    const error = await failure(robot('https://api.dingtalk.com').replyText(webhook(), 'x'));
    expect(error.code).toBe('E3004');
    const away = robot().replyText('https://evil.example/robot/sendBySession?session=x', 'x');
    expect((await failure(away)).code).toBe('E3004');
    expect(server.requests).toHaveLength(0);
  });
});
