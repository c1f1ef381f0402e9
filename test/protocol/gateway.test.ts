import { describe, expect, it } from 'vitest';
import { gatewayPath, readOpenConnectionAnswer, streamUrl } from '../../src/protocol/gateway.js';

const endpoint = 'wss://wss-open-connection.dingtalk.com:443/connect';
const ticket = '3d0a5f4e-2c6e-4a71-9a8e-6a5d6d0c7b11';

it('asks at the documented path', () => {
  expect(gatewayPath).toBe('/v1.0/gateway/connections/open');
});

describe('readOpenConnectionAnswer', () => {
  it('reads endpoint and ticket and nothing else', () => {
    expect(readOpenConnectionAnswer({ endpoint, ticket, extra: 1 })).toEqual({ endpoint, ticket });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', `{"endpoint":"${endpoint}","ticket":"${ticket}"}`],
    ['a list', [endpoint, ticket]],
    ['an empty object', {}],
    ['no ticket', { endpoint }],
    ['no endpoint', { ticket }],
    ['an empty ticket', { endpoint, ticket: '' }],
    ['an empty endpoint', { endpoint: '', ticket }],
    ['a ticket that is a number', { endpoint, ticket: 5 }],
    ['an endpoint that is an object', { endpoint: {}, ticket }],
    ['a ticket with half a surrogate pair', { endpoint, ticket: 'a\ud800b' }],
    ['an error body', { code: 'authFailed', message: '鉴权失败', requestid: 'x' }],
  ])('finds no answer in %s', (_what, body) => {
    expect(readOpenConnectionAnswer(body)).toBeUndefined();
  });
});

describe('streamUrl', () => {
  it.each([
    [endpoint, ticket, `${endpoint}?ticket=${ticket}`],
    [endpoint, 'a b+c/d=&e', `${endpoint}?ticket=a%20b%2Bc%2Fd%3D%26e`],
    ['ws://127.0.0.1:7700/connect?x=1', 't', 'ws://127.0.0.1:7700/connect?x=1&ticket=t'],
    ['ws://h:1/connect', '票😀', 'ws://h:1/connect?ticket=%E7%A5%A8%F0%9F%98%80'],
  ])('%s with %s', (to, given, expected) => {
    expect(streamUrl({ endpoint: to, ticket: given })).toBe(expected);
  });
});
