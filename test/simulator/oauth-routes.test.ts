import { describe, expect, test } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { type ApiAnswer, createOpenApi, type OpenApi } from '../support/create-openapi.js';

const { clientId: appKey, clientSecret: appSecret } = builtinCredentials;

function post(api: OpenApi, path: string, body: unknown) {
  return api.raw(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const token = (api: OpenApi, body: unknown = { appKey, appSecret }) =>
  post(api, '/v1.0/oauth2/accessToken', body);

const tokenOf = ({ json }: ApiAnswer) => json['accessToken'] as string;

describe('accessToken', () => {
  test('§8 item 18: a good pair gets exactly a token and its life', async () => {
    const answer = await token(createOpenApi());
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      accessToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      expireIn: 7200,
    });
  });

  test('§8 items 19 and 20: asking again renews, after expiry there is another token', async () => {
    const api = createOpenApi();
    const first = await token(api);
    api.clock.advance(7_000_000);
    const renewed = await token(api);
    expect(renewed.json['accessToken']).toBe(first.json['accessToken']);
    api.clock.advance(7_199_999);
    const used = await api.call('POST', paths.create, toPerson(), tokenOf(first));
    expect(used.status).toBe(200);
    api.clock.advance(1);
    const other = await token(api);
    expect(other.json['accessToken']).not.toBe(first.json['accessToken']);
    const late = await api.call('POST', paths.create, toPerson(), tokenOf(first));
    expect(late.json['code']).toBe('InvalidAuthentication');
  });

  test.each([
    ['an unknown key', { appKey: 'dingnobody', appSecret }],
    ['a wrong secret', { appKey, appSecret: 'wrong' }],
    ['§8 item 22: a secret in other case', { appKey, appSecret: appSecret.toUpperCase() }],
    ['a key that is no text', { appKey: { a: 1 }, appSecret }],
    ['a key every object has', { appKey: 'constructor', appSecret }],
  ])('§8 item 21: %s is 400 invalidClientIdOrSecret', async (_name, body) => {
    const answer = await token(createOpenApi(), body);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      code: 'invalidClientIdOrSecret',
      message: '无效的clientId或者clientSecret',
    });
  });

  test('§1.1: absent fields and bodies are named', async () => {
    const api = createOpenApi();
    expect((await token(api, { appSecret })).json['code']).toBe('MissingappKey');
    expect((await token(api, { appKey })).json['code']).toBe('MissingappSecret');
    const empty = await api.raw('/v1.0/oauth2/accessToken', { method: 'POST' });
    expect(empty.json['code']).toBe('Missingbody');
  });
});

describe('the token call with a corpId', () => {
  const good = { client_id: appKey, client_secret: appSecret, grant_type: 'client_credentials' };
  const path = (api: OpenApi) => `/v1.0/oauth2/${api.context.world.corpId}/token`;

  test('§8 item 24: it answers in snake case, with the token of the other call', async () => {
    const api = createOpenApi();
    const answer = await post(api, path(api), good);
    expect(answer.json).toEqual({ access_token: api.token(), expires_in: 7200 });
  });

  test('§8 item 24: what is wrong is named', async () => {
    const api = createOpenApi();
    const outcome = async (url: string, body: unknown) => {
      const answer = await post(api, url, body);
      return [answer.status, answer.json['code']];
    };
    expect(await outcome('/v1.0/oauth2/dingother/token', good)).toEqual([500, 'unknownError']);
    expect(await outcome(path(api), { ...good, client_secret: 'x' })).toEqual([
      400,
      'invalid.client',
    ]);
    expect(await outcome(path(api), { ...good, grant_type: 'password' })).toEqual([
      400,
      'unsupported.grant.type',
    ]);
    expect(await outcome(path(api), { client_id: appKey })).toEqual([400, 'Missingclient_secret']);
  });
});

test('no secret and no token gets into the request log', async () => {
  const api = createOpenApi();
  await token(api);
  await post(api, `/v1.0/oauth2/${api.context.world.corpId}/token`, {
    client_id: appKey,
    client_secret: appSecret,
    grant_type: 'client_credentials',
  });
  await api.raw(`/gettoken?appkey=${appKey}&appsecret=${appSecret}`);
  await api.call('POST', paths.create, toPerson());
  const kept = JSON.stringify([api.context.requests.list(), api.events]);
  expect(kept).not.toContain(appSecret);
  expect(kept).not.toContain(api.token());
  expect(api.context.requests.list()).toHaveLength(4);
  expect(api.context.requests.at(0)).toMatchObject({
    method: 'POST',
    status: 200,
    clientId: appKey,
  });
});
