import { expect, test } from 'vitest';
import { paths } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

const notFound = {
  code: 'InvalidAction.NotFound',
  message: 'Specified api is not found, please check your url and method.',
};

test.each([
  ['POST', '/v1.0/x'],
  ['GET', paths.create],
  ['PATCH', paths.create],
  ['PUT', paths.createAndDeliver],
  ['POST', paths.streaming],
  ['POST', '/v1.0/robot/otoMessages/batchSend'],
  ['POST', `${paths.create}/`],
])('§8 item 11: %s %s is no API', async (method, path) => {
  const answer = await createOpenApi().raw(path, { method });
  expect([answer.status, answer.json]).toEqual([404, expect.objectContaining(notFound)]);
});

test('§8 item 11: one report shows 403 instead', async () => {
  const api = createOpenApi({ settings: { unknownApiStatus: '403' } });
  expect((await api.raw('/v1.0/x')).status).toBe(403);
});

test('§8 item 12: a path without a version is HTTP 200', async () => {
  const answer = await createOpenApi().raw('/oauth2/corpAccessToken', {
    method: 'POST',
    body: 'x',
  });
  expect([answer.status, answer.json]).toEqual([
    200,
    { errcode: 404, errmsg: '请求的URI地址不存在' },
  ]);
});

test('a call that exists at DingTalk is answered as unknown, with a warning', async () => {
  const api = createOpenApi();
  await api.raw('/v1.0/card/tops/close?outTrackId=a', { method: 'POST' });
  expect(api.warnings()).toEqual(['api-not-simulated']);
});

test('the control paths are left alone', async () => {
  const api = createOpenApi();
  expect((await api.raw('/_dtcard/nothing')).status).toBe(404);
  expect(api.events).toEqual([]);
  expect(api.context.requests.list()).toEqual([]);
});
