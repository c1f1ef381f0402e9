import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { createHttp } from '../../src/platform/http.js';
import { callApi } from '../../src/platform/open-api.js';
import { createProxy } from '../../src/platform/proxy.js';
import {
  cutOff,
  type HostileOpenApi,
  hang,
  json,
  type Reply,
  refusal,
  reset,
  startHostileOpenApi,
  text,
} from '../support/hostile-openapi.js';

const http = createHttp({ clock: systemClock, proxy: createProxy({}) });
let server: HostileOpenApi;

beforeEach(async () => {
  server = await startHostileOpenApi();
});

afterEach(() => server.stop());

function call(reply: Reply, body: string | undefined = '{}', timeoutMs = 5_000) {
  server.script('/v1.0/x', reply);
  return callApi(http, {
    method: 'POST',
    url: `${server.origin}/v1.0/x?session=s3cret-session`,
    headers: { 'x-acs-dingtalk-access-token': 't0ken-value' },
    body,
    timeoutMs,
    secrets: ['s3cret-session', 't0ken-value'],
  });
}

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  const error = await promise.then(
    () => new Error('succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DtcardError) return error;
  throw error;
}

describe('callApi', () => {
  it('says what it sends and what it wants back', async () => {
    const answer = await call(json(200, { success: true, result: 1 }), '{"a":"你好"}');
    expect(answer).toMatchObject({ status: 200, body: { success: true, result: 1 } });
    const [seen] = server.requests;
    expect(seen?.body).toBe('{"a":"你好"}');
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'x-acs-dingtalk-access-token': 't0ken-value',
    });
    expect(seen?.headers['user-agent']).toMatch(/^dtcard\//);
  });

  it('takes a success that carries a code for a success', async () => {
    await expect(call(json(200, { code: '0', success: true }))).resolves.toMatchObject({
      status: 200,
    });
    await expect(call(json(200, { errcode: 0, errmsg: 'ok' }))).resolves.toBeDefined();
  });

  it.each([
    ['a 400', refusal(400, 'param.empty'), 'E4001', 'param.empty'],
    ['a 500 without a code', json(500, {}), 'E4001', 'HTTP 500'],
    ['a redirect with a body', json(302, {}), 'E4001', 'HTTP 302'],
    ['errcode in a 200', json(200, { errcode: 404, errmsg: '不存在' }), 'E4001', '404'],
    ['success false', json(200, { success: false, code: 'param.x' }), 'E4001', 'param.x'],
    ['success false alone', json(200, { success: false }), 'E4001', 'HTTP 200'],
    ['the flood guard', json(403, { status: 1111, punish: 'deny' }), 'E4001', '1111'],
  ])('%s is a refusal', async (_what, reply, code, faultCode) => {
    const error = await failure(call(reply));
    expect(error.code).toBe(code);
    expect(error.fault?.code).toBe(faultCode);
    expect(error.params['path']).toBe('/v1.0/x');
  });

  it.each([
    ['HTML', text(200, '<!DOCTYPE html><title>Login</title>'), 'HTTP 200, HTML page'],
    ['HTML behind blanks', text(200, '\n\n <html></html>'), 'HTTP 200, HTML page'],
    ['XML', text(200, '<?xml version="1.0"?><a/>'), 'HTTP 200, XML or HTML'],
    ['nothing', text(200, ''), 'HTTP 200, empty body'],
    ['nothing, with a 204', text(204, ''), 'HTTP 204, empty body'],
    ['truncated JSON', text(200, '{"success":tr'), 'HTTP 200, truncated JSON'],
    ['a list', text(200, '[]'), 'HTTP 200, JSON, but no object'],
    ['text', text(200, '"ok"'), 'HTTP 200, JSON, but no object'],
    ['a redirect', text(302, ''), 'HTTP 302, empty body'],
    ['an HTML error', text(502, '<center>Bad Gateway</center>'), 'HTTP 502, HTML page'],
    [
      'a plain 400',
      text(400, 'The plain HTTP request was sent to HTTPS port'),
      'HTTP 400, no JSON',
    ],
    ['bytes that are no text', text(200, '\u0000\ufffd\u001b[31m'), 'HTTP 200, no JSON'],
  ])('%s is E3003', async (_what, reply, detail) => {
    const error = await failure(call(reply));
    expect(error.code).toBe('E3003');
    expect(error.params['detail']).toBe(detail);
  });

  it.each([
    ['a reset', reset, 'E3001'],
    ['silence', hang, 'E3002'],
    ['an answer that breaks off', cutOff, 'E3003'],
  ])('%s after the request went out says so', async (_what, reply, code) => {
    const error = await failure(call(reply, '{}', 300));
    expect(error.code).toBe(code);
    expect(error.params['sent']).toBe(true);
  });

  it('knows when nothing went out', async () => {
    await server.stop();
    const error = await failure(call(hang));
    expect(error.code).toBe('E3001');
    expect(error.params['sent']).toBe(false);
  });

  it('does not follow a redirect, with the secrets in hand', async () => {
    const away: Reply = (_request, response) => {
      response.writeHead(307, { location: '/elsewhere' });
      response.end();
    };
    await failure(call(away));
    expect(server.requestsTo('/elsewhere')).toHaveLength(0);
  });

  it('repeats no secret in its errors', async () => {
    const message = 'session s3cret-session and t0ken-value';
    const error = await failure(call(json(400, { code: 'x', message })));
    const shown = JSON.stringify([error.message, error.params, error.fault]);
    expect(shown).not.toMatch(/s3cret-session|t0ken-value/);
  });
});
