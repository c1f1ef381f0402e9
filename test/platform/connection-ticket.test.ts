import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import {
  requestTicket,
  streamUa,
  type TicketRequest,
} from '../../src/platform/connection-ticket.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { OpenFailure } from '../../src/platform/open-failure.js';
import { createProxy } from '../../src/platform/proxy.js';
import { type GatewayReply, HostileGateway } from '../support/hostile-gateway.js';

const secret = 'very-secret-value';
let gateway: HostileGateway;

beforeEach(async () => {
  gateway = await HostileGateway.start();
});

afterEach(() => gateway.close());

function ask(more: Partial<TicketRequest> = {}) {
  return requestTicket({
    http: createHttp({ proxy: createProxy({}), clock: systemClock }),
    endpoints: resolveEndpoints(gateway.origin),
    clientId: 'dingkey',
    clientSecret: secret,
    subscriptions: [{ type: 'CALLBACK', topic: '/v1.0/card/instances/callback' }],
    timeoutMs: 5_000,
    signal: new AbortController().signal,
    ...more,
  });
}

async function failureOf(reply: GatewayReply, more: Partial<TicketRequest> = {}) {
  gateway.next(reply);
  const error = await ask(more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OpenFailure);
  return error as OpenFailure;
}

it('asks as the protocol wants it and hands over endpoint and ticket', async () => {
  const answer = await ask();
  expect(answer.endpoint).toBe(gateway.endpoint);
  expect(answer.ticket).toMatch(/^[0-9a-f-]{36}$/);
  const [call] = gateway.calls;
  expect(call).toMatchObject({ method: 'POST', path: '/v1.0/gateway/connections/open' });
  expect(call?.headers.accept).toBe('application/json');
  expect(call?.headers['content-type']).toBe('application/json');
  expect(call?.body).toEqual({
    clientId: 'dingkey',
    clientSecret: secret,
    subscriptions: [{ type: 'CALLBACK', topic: '/v1.0/card/instances/callback' }],
    ua: streamUa,
  });
  expect(streamUa).toMatch(/^dtcard-sdk-node\/\d+\.\d+\.\d+/);
});

describe('a refusal for good', () => {
  it('401 carries code, message and the lower-case requestid', async () => {
    const body = '{"requestid":"R1","code":"authFailed","message":"鉴权失败"}';
    const failure = await failureOf({ kind: 'status', status: 401, body });
    expect(failure.reason).toBe('gateway-status');
    expect(failure.refusal).toEqual({
      httpStatus: 401,
      code: 'authFailed',
      message: '鉴权失败',
      requestId: 'R1',
    });
  });

  it('400 carries the requestId in its other spelling', async () => {
    const body = '{"requestId":"R2","code":"invalidParameter","message":"x"}';
    const failure = await failureOf({ kind: 'status', status: 400, body });
    expect(failure.refusal).toMatchObject({ httpStatus: 400, requestId: 'R2' });
  });

  it.each(['', '<html>', '[]', '{"message":7}'])('stands with body %s', async (body) => {
    const failure = await failureOf({ kind: 'status', status: 401, body });
    expect(failure.refusal).toEqual({ httpStatus: 401, code: 'HTTP 401', message: '' });
  });

  it('never shows the secret, even when the server repeats it', async () => {
    const body = JSON.stringify({ code: 'authFailed', message: `bad ${secret}` });
    const failure = await failureOf({ kind: 'status', status: 401, body });
    expect(JSON.stringify([failure.message, failure.refusal])).not.toContain(secret);
  });
});

describe('a failure that may pass', () => {
  it.each([302, 403, 404, 429, 500, 503])('status %s', async (status) => {
    const body = '{"code":"ServiceUnavailable","message":"busy"}';
    const failure = await failureOf({ kind: 'status', status, body });
    expect(failure.refusal).toBeUndefined();
    expect(failure.reason).toBe('gateway-status');
    expect(failure.message).toBe(`${status} ServiceUnavailable busy`);
  });

  it.each([
    ['empty', ''],
    ['HTML', '<!doctype html><title>login</title>'],
    ['cut JSON', '{"endpoint":"ws:'],
    ['no ticket', '{"endpoint":"ws://127.0.0.1:1/connect"}'],
    ['an empty ticket', '{"endpoint":"ws://127.0.0.1:1/connect","ticket":""}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['an endpoint elsewhere', '{"endpoint":"ws://evil.example/connect","ticket":"tick-et-1"}'],
    ['an endpoint that is no URL', '{"endpoint":"nowhere","ticket":"tick-et-1"}'],
  ])('a 200 with %s', async (_name, body) => {
    const failure = await failureOf({ kind: 'body', body });
    expect(failure.refusal).toBeUndefined();
    expect(failure.reason).toBe('gateway-answer');
    expect(failure.message).not.toContain('tick-et-1');
  });

  it('a body cut off', async () => {
    expect((await failureOf({ kind: 'truncated' })).reason).toBe('gateway-answer');
  });

  it('a gateway that never answers, or never ends', async () => {
    expect((await failureOf({ kind: 'hang' }, { timeoutMs: 100 })).reason).toBe('timeout');
    const dripping = await failureOf({ kind: 'drip' }, { timeoutMs: 100 });
    expect(dripping.reason).toBe('timeout');
    expect(dripping.message).toBe(`127.0.0.1:${gateway.port}: no answer within 0.1 s`);
  });

  it('a reset', async () => {
    const failure = await failureOf({ kind: 'reset' });
    expect(failure.reason).toBe('network');
    expect(failure.message).toMatch(/^127\.0\.0\.1:\d+: .*ECONNRESET/);
  });
});
