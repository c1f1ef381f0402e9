import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import type { Settings } from '../../src/simulator/settings.js';
import { createWorld, type SimTemplate } from '../../src/simulator/world.js';
import { paths, someTemplate, toPerson } from '../support/card-bodies.js';
import { createOpenApi, type OpenApi } from '../support/create-openapi.js';

async function withCard(
  settings: Partial<Settings> = {},
  template?: SimTemplate,
): Promise<OpenApi> {
  const world = createWorld(template ? { templates: [template] } : {});
  const api = createOpenApi({ settings, world });
  await api.call('POST', paths.create, toPerson({ cardData: { cardParamMap: { title: 't' } } }));
  return api;
}

const frame = (parts: JsonObject = {}): JsonObject => ({
  outTrackId: 'ot_1',
  guid: randomUUID(),
  key: 'content',
  content: '你',
  isFull: false,
  isFinalize: false,
  isError: false,
  ...parts,
});
const stream = (api: OpenApi, parts: JsonObject = {}) =>
  api.call('PUT', paths.streaming, frame(parts));
const card = (api: OpenApi) => api.context.cards.get('ot_1');

describe('states', () => {
  test('§8 item 82: processing, inputing, finished', async () => {
    const api = await withCard();
    expect(card(api)?.flowStatus).toBe(1);
    const answer = await stream(api);
    expect(answer.json).toEqual({ success: true, result: true });
    expect(card(api)?.flowStatus).toBe(2);
    await stream(api, { isFinalize: true });
    expect(card(api)?.flowStatus).toBe(3);
  });

  test('§8 item 82: isError fails the card', async () => {
    const api = await withCard();
    await stream(api, { isError: true, content: '' });
    expect(card(api)?.flowStatus).toBe(5);
  });

  test('§8 item 92: a frame after the last one has no effect; an update has', async () => {
    const api = await withCard();
    await stream(api, { content: '完', isFinalize: true });
    const late = await stream(api, { content: '迟' });
    expect(late.status).toBe(200);
    expect(card(api)?.cardParamMap['content']).toBe('完');
    expect(api.warnings()).toContain('stream-after-finalize');
    await api.call('PUT', paths.create, {
      outTrackId: 'ot_1',
      cardData: { cardParamMap: { a: '1' } },
    });
    expect(card(api)?.cardParamMap).toEqual({ a: '1' });
  });

  test('§8 item 92: it may be an error, but never for the last frame sent again', async () => {
    const api = await withCard({ streamAfterFinalize: 'refuse' });
    await stream(api, { guid: 'last', isFinalize: true });
    const repeated = await stream(api, { guid: 'last', isFinalize: true });
    expect(repeated.status).toBe(200);
    const late = await stream(api);
    expect([late.status, late.json['code'], late.json['message']]).toEqual([
      500,
      'unknownError',
      '未知错误',
    ]);
  });
});

describe('content', () => {
  test('§8 item 83: isFull overwrites, else the content is appended; other variables stay', async () => {
    const api = await withCard();
    await stream(api, { content: '你' });
    await stream(api, { content: '好' });
    expect(card(api)?.cardParamMap).toEqual({ title: 't', content: '你好' });
    await stream(api, { content: '再见', isFull: true });
    expect(card(api)?.cardParamMap).toEqual({ title: 't', content: '再见' });
    expect(api.events.filter((event) => event.type === 'card.changed')).toHaveLength(3);
  });

  test('§8 item 84: the same guid twice counts once', async () => {
    const api = await withCard();
    await stream(api, { guid: 'same', content: 'a' });
    const again = await stream(api, { guid: 'same', content: 'a' });
    expect(again.json).toEqual({ success: true, result: true });
    expect(card(api)?.cardParamMap['content']).toBe('a');
  });

  test('§8 item 88: empty content is legal, or refused by setting', async () => {
    const api = await withCard();
    expect((await stream(api, { content: '' })).status).toBe(200);
    expect(card(api)?.flowStatus).toBe(2);
    const strict = await withCard({ emptyStreamContent: 'refuse' });
    expect((await stream(strict, { content: '' })).json['code']).toBe('param.stream.contentEmpty');
  });

  test('§9 no. 5: isFull may be left out, or not, by setting', async () => {
    const api = await withCard();
    const body = { outTrackId: 'ot_1', guid: 'g', key: 'content', content: 'a' };
    expect((await api.call('PUT', paths.streaming, body)).status).toBe(200);
    const strict = await withCard({ absentIsFull: 'refuse' });
    const answer = await strict.call('PUT', paths.streaming, body);
    expect([answer.json['code'], answer.json['message']]).toEqual([
      'param.stream.isFull',
      'streaming update the parameter isFull is null',
    ]);
  });

  test('§8 item 89: more than 100 KB is too large, 3000 characters are warned of once', async () => {
    const api = await withCard();
    const large = await stream(api, { content: 'x'.repeat(102_401) });
    expect([large.status, large.json['code'], large.json['message']]).toEqual([
      400,
      'param.stream.content',
      'content is too large',
    ]);
    await stream(api, { content: '字'.repeat(3001) });
    await stream(api, { content: '字' });
    expect(api.warnings().filter((code) => code === 'long-stream')).toHaveLength(1);
  });
});

test.each([
  ['§8 item 86', { outTrackId: 'x' }, 'param.stream.outTrackId', 'card is not exist'],
  ['§8 item 87', { key: '' }, 'param.stream.keyEmpty', 'param.stream.keyEmpty'],
  ['§8 item 87', { guid: '' }, 'param.stream.guidEmpty', 'param.stream.guidEmpty'],
  ['an empty id', { outTrackId: '' }, 'param.outTrackIdEmpty', 'param.outTrackIdEmpty'],
  ['an object as content', { content: {} }, 'param.invalid', 'param.invalid'],
])('%s: %j is refused', async (_item, parts, code, message) => {
  const answer = await stream(await withCard(), parts as JsonObject);
  expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
    400,
    code,
    message,
  ]);
});

describe('a known template', () => {
  const template: SimTemplate = {
    cardTemplateId: someTemplate,
    status: 'published',
    hasErrorState: false,
    variables: [
      { name: 'content', type: 'string', streaming: true },
      { name: 'text', type: 'markdown', streaming: true },
      { name: 'plain', type: 'string', streaming: false },
    ],
  };

  test.each([
    ['§8 item 85: markdown in parts', { key: 'text', isFull: false }, 500],
    ['§8 item 85: whole markdown', { key: 'text', isFull: true }, 200],
    ['§8 item 90: a variable it does not have', { key: 'other' }, 500],
    ['§8 item 90: a variable that does not stream', { key: 'plain' }, 500],
    ['§8 item 90: isError without the failed state', { isError: true }, 500],
    ['a streaming variable', {}, 200],
  ])('%s is %j → %d', async (_name, parts, status) => {
    const answer = await stream(await withCard({}, template), parts);
    expect(answer.status).toBe(status);
    if (status === 500) expect(answer.json['code']).toBe('unknownError');
  });
});

test('§8 item 91: frames closer than the interval are too frequent', async () => {
  const api = await withCard({ streamIntervalMs: 500 });
  await stream(api);
  api.clock.advance(499);
  const early = await stream(api);
  expect([early.status, early.json['code']]).toEqual([
    403,
    'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
  ]);
  api.clock.advance(1);
  expect((await stream(api)).status).toBe(200);
});
