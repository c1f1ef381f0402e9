import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import {
  checkStreamEndpoint,
  type Endpoints,
  resolveEndpoints,
} from '../../src/platform/endpoints.js';

function refusal(run: () => unknown): { code: string; reason: unknown; text: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof DtcardError) {
      return { code: error.code, reason: error.params['reason'], text: error.message };
    }
    throw error;
  }
  throw new Error('was accepted');
}

const dingtalk: Endpoints = resolveEndpoints(undefined);
const loopback: Endpoints = resolveEndpoints('http://127.0.0.1:7700');

describe('resolveEndpoints', () => {
  it('leads to DingTalk when nothing was named', () => {
    expect(dingtalk).toEqual({
      kind: 'dingtalk',
      apiOrigin: 'https://api.dingtalk.com',
      oapiOrigin: 'https://oapi.dingtalk.com',
    });
  });

  it.each([
    ['https://api.dingtalk.com', 'https://api.dingtalk.com', 'https://oapi.dingtalk.com'],
    ['https://oapi.dingtalk.com/', 'https://api.dingtalk.com', 'https://oapi.dingtalk.com'],
    ['https://API.DingTalk.com:443', 'https://api.dingtalk.com', 'https://oapi.dingtalk.com'],
    [
      'https://pre-api.dingtalk.com',
      'https://pre-api.dingtalk.com',
      'https://pre-oapi.dingtalk.com',
    ],
    ['https://api.dingtalk.io', 'https://api.dingtalk.io', 'https://oapi.dingtalk.io'],
    ['https://pre-api.dingtalk.io', 'https://pre-api.dingtalk.io', 'https://pre-oapi.dingtalk.io'],
  ])('takes %s with its twin', (api, apiOrigin, oapiOrigin) => {
    expect(resolveEndpoints(api)).toEqual({ kind: 'dingtalk', apiOrigin, oapiOrigin });
  });

  it.each([
    ['http://127.0.0.1:7700', 'http://127.0.0.1:7700'],
    ['http://127.0.0.1:7700/', 'http://127.0.0.1:7700'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1:80', 'http://127.0.0.1'],
    ['http://localhost:7700', 'http://localhost:7700'],
    ['https://localhost', 'https://localhost'],
    ['http://[::1]:7700', 'http://[::1]:7700'],
  ])('takes the loopback origin %s for both gateways', (api, origin) => {
    expect(resolveEndpoints(api)).toEqual({
      kind: 'loopback',
      apiOrigin: origin,
      oapiOrigin: origin,
    });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['sim', 'not-url'],
    ['127.0.0.1:7700', 'not-url'],
    ['localhost:7700', 'not-url'],
    ['api.dingtalk.com', 'not-url'],
    ['http://', 'not-url'],
    ['http://127.0.0.1:99999', 'not-url'],
    ['ws://127.0.0.1:7700', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['http://127.0.0.1@evil.com', 'userinfo'],
    ['http://me:pw@127.0.0.1:7700', 'userinfo'],
    ['http://@127.0.0.1:7700', 'userinfo'],
    ['http://127.0.0.1:7700/v1.0', 'path'],
    ['https://api.dingtalk.com/v1.0/', 'path'],
    ['http://127.0.0.1:7700?a=1', 'query'],
    ['http://127.0.0.1:7700/#', 'query'],
    ['http://127.0.0.1:0', 'port'],
    ['https://api.dingtalk.com:8443', 'port'],
    ['http://api.dingtalk.com', 'http-to-dingtalk'],
    ['http://oapi.dingtalk.io', 'http-to-dingtalk'],
    ['https://api.dingtalk.com.evil.com', 'host'],
    ['https://evilapi.dingtalk.com', 'host'],
    ['https://api-dingtalk.com', 'host'],
    ['https://dingtalk.com', 'host'],
    ['https://api.dingtalk.com.', 'host'],
    ['http://127.0.0.1.evil.com', 'host'],
    ['http://localhost.evil.com', 'host'],
    ['http://0.0.0.0:7700', 'host'],
    ['http://192.168.1.4:7700', 'host'],
    ['http://[::ffff:127.0.0.1]', 'host'],
    ['http://[::2]', 'host'],
    ['https://аpi.dingtalk.com', 'host'],
  ])('refuses %s: %s', (api, reason) => {
    expect(refusal(() => resolveEndpoints(api))).toMatchObject({ code: 'E1006', reason });
  });

  it('does not repeat a password in its refusal', () => {
    expect(refusal(() => resolveEndpoints('http://me:hunter2@127.0.0.1')).text).not.toContain(
      'hunter2',
    );
  });
});

describe('checkStreamEndpoint', () => {
  it.each([
    'wss://wss-open-connection.dingtalk.com:443/connect',
    'wss://wss-open-connection-union.dingtalk.com/connect',
    'wss://gateway.dingtalk.io/connect',
  ])('lets a ticket go to %s', (endpoint) => {
    expect(() => checkStreamEndpoint(dingtalk, endpoint)).not.toThrow();
  });

  it.each([
    ['ws://wss-open-connection.dingtalk.com/connect', 'not-encrypted'],
    ['wss://wss-open-connection.dingtalk.com.evil.com/connect', 'not-dingtalk'],
    ['wss://evil.com/wss-open-connection.dingtalk.com', 'not-dingtalk'],
    ['wss://fakedingtalk.com/connect', 'not-dingtalk'],
    ['ws://127.0.0.1:7700/connect', 'not-dingtalk'],
    ['wss://a.dingtalk.com@evil.com/', 'userinfo'],
    ['https://wss-open-connection.dingtalk.com/connect', 'scheme'],
    ['connect', 'not-url'],
    ['', 'not-url'],
  ])('keeps a ticket of DingTalk from %s: %s', (endpoint, reason) => {
    const refused = refusal(() => checkStreamEndpoint(dingtalk, endpoint));
    expect(refused).toMatchObject({ code: 'E3004', reason });
  });

  it('leads a loopback api to loopback only', () => {
    expect(() => checkStreamEndpoint(loopback, 'ws://127.0.0.1:7700/connect')).not.toThrow();
    expect(() => checkStreamEndpoint(loopback, 'wss://localhost:7701/connect')).not.toThrow();
    expect(
      refusal(() => checkStreamEndpoint(loopback, 'wss://wss-open-connection.dingtalk.com/')),
    ).toMatchObject({ code: 'E3004', reason: 'not-loopback' });
    expect(refusal(() => checkStreamEndpoint(loopback, 'ws://127.0.0.1:0/'))).toMatchObject({
      reason: 'port',
    });
  });

  it('does not repeat a ticket in its refusal', () => {
    const refused = refusal(() => checkStreamEndpoint(dingtalk, 'wss://evil.com/?ticket=abcdef'));
    expect(refused.text).not.toContain('abcdef');
  });
});
