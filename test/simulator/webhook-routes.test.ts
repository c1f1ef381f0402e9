import { describe, expect, test } from 'vitest';
import { groupId } from '../support/card-bodies.js';
import { createOpenApi, type OpenApi } from '../support/create-openapi.js';

function hook(api: OpenApi): string {
  const { pathname, search } = new URL(api.context.webhooks.issue(groupId).sessionWebhook);
  return pathname + search;
}

async function say(body: unknown, api = createOpenApi()) {
  const answer = await api.raw(hook(api), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { api, status: answer.status, json: answer.json };
}

describe('§8 item 99: a live session', () => {
  test.each([
    [
      { msgtype: 'text', text: { content: '收到' }, at: { atUserIds: [null], isAtAll: false } },
      '收到',
    ],
    [{ msgtype: 'markdown', markdown: { title: '标题', text: '## 你好' } }, '## 你好'],
    [
      { msgtype: 'link', link: { title: 't', text: 'd', picUrl: '', messageUrl: 'https://x' } },
      'd',
    ],
    [{ msgtype: 'actionCard', actionCard: { title: 't', text: 'md', singleTitle: '查看' } }, 'md'],
    [{ msgtype: 'feedCard', feedCard: { links: [{ title: 'a' }] } }, 'a'],
    [{ msgtype: 'empty' }, ''],
    [{ contentType: 'ai_card', content: { templateId: 'x' } }, '{"templateId":"x"}'],
  ])('S33: takes %j', async (body, text) => {
    const { api, status, json } = await say(body);
    expect([status, json]).toEqual([200, { errcode: 0, errmsg: 'ok' }]);
    expect(api.events[0]).toMatchObject({ type: 'bot.message', conversationId: groupId, text });
  });

  test.each([
    ['broken JSON', '{', 40035],
    ['an unknown type', { msgtype: 'interactiveCard' }, 400105],
    ['a type every object has', { msgtype: 'constructor' }, 400105],
    ['no type', {}, 400105],
    ['markdown without a title', { msgtype: 'markdown', markdown: { text: 'x' } }, 400402],
    ['text without content', { msgtype: 'text' }, 400402],
  ])('S33: %s is HTTP 200 with an errcode', async (_name, body, errcode) => {
    const { api, status, json } = await say(body);
    expect([status, json['errcode']]).toEqual([200, errcode]);
    expect(api.events.map((event) => event.type)).toEqual(['request']);
    expect(api.events[0]).toMatchObject({ code: String(errcode) });
  });
});

test('§8 item 99: an expired, unknown or absent session does not exist', async () => {
  const api = createOpenApi();
  const old = hook(api);
  api.clock.advance(90 * 60 * 1000);
  for (const path of [old, '/robot/sendBySession?session=x', '/robot/sendBySession']) {
    const answer = await api.raw(path, { method: 'POST', body: '{}' });
    expect([answer.status, answer.json]).toEqual([
      200,
      { errcode: 300001, errmsg: 'session 不存在' },
    ]);
  }
});

test('the session is not kept in the request log', async () => {
  const { api } = await say({ msgtype: 'empty' });
  const kept = api.context.requests.list()[0];
  expect(kept?.path).toBe('/robot/sendBySession?session=***');
});

test('§1.3: robots added by hand do not exist', async () => {
  const api = createOpenApi();
  const none = await api.raw('/robot/send', { method: 'POST' });
  expect(none.json).toEqual({ errcode: 40035, errmsg: '缺少参数 access_token' });
  const some = await api.raw('/robot/send?access_token=x', { method: 'POST' });
  expect(some.json['errcode']).toBe(300005);
});
