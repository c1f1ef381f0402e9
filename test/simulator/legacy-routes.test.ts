import { expect, test } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { createOpenApi } from '../support/create-openapi.js';

const { clientId, clientSecret } = builtinCredentials;

test('§8 item 25: gettoken answers the token of the other calls', async () => {
  const api = createOpenApi();
  const answer = await api.raw(`/gettoken?appkey=${clientId}&appsecret=${clientSecret}`);
  expect(answer.json).toEqual({
    errcode: 0,
    access_token: api.token(),
    errmsg: 'ok',
    expires_in: 7200,
  });
});

test.each([
  ['a bad secret', `?appkey=${clientId}&appsecret=x`, 40096, '不合法的appKey或appSecret'],
  ['an unknown key', '?appkey=x&appsecret=x', 40096, '不合法的appKey或appSecret'],
  ['no parameters', '', 40035, '缺少参数 corpid or appkey'],
])('§8 item 26: gettoken with %s is HTTP 200', async (_name, query, errcode, errmsg) => {
  const answer = await createOpenApi().raw(`/gettoken${query}`);
  expect([answer.status, answer.json]).toEqual([200, { errcode, errmsg }]);
});

test('§8 item 27: topapi wraps token errors, and takes the token from query or form only', async () => {
  const api = createOpenApi();
  const path = '/topapi/v2/user/get';
  const none = await api.call('POST', path, { userid: 'manager01' });
  expect([none.status, none.json]).toEqual([
    200,
    {
      errcode: 88,
      sub_code: '40000',
      sub_msg: 'access_token is blank',
      errmsg: 'ding talk error[subcode=40000,submsg=access_token is blank]',
      request_id: expect.stringMatching(/^1[0-9a-z]{12}$/),
    },
  ]);
  const bad = await api.raw(`${path}?access_token=x`, { method: 'POST' });
  expect(bad.json).toMatchObject({
    errcode: 88,
    sub_code: '40014',
    sub_msg: '不合法的access_token',
  });
  const form = await api.raw(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `access_token=${api.token()}`,
  });
  expect(form.json['errcode']).toBe(22);
  expect(api.warnings()).toEqual(['api-not-simulated']);
});

test('§1.3: an unknown topapi name is refused before its token is looked at', async () => {
  const answer = await createOpenApi().raw('/topapi/no/such/api', { method: 'POST' });
  expect([answer.status, answer.json['errcode'], answer.json['sub_msg']]).toEqual([
    200,
    22,
    '不合法ApiName，ApiName = dingtalk.oapi.no.such.api',
  ]);
});
