import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import type { Settings } from '../../src/simulator/settings.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

/** Status and code of a create call. */
async function create(parts: JsonObject, settings: Partial<Settings> = {}) {
  const api = createOpenApi({ settings });
  const answer = await api.call('POST', paths.create, toPerson(parts));
  return { api, outcome: answer.status === 200 ? 'ok' : `${answer.status} ${answer.code}` };
}

test('§8 item 31: the result is the outTrackId as text', async () => {
  const api = createOpenApi();
  const answer = await api.call('POST', paths.create, toPerson());
  expect(answer.json).toEqual({ success: true, result: 'ot_1' });
  expect(api.events.map((event) => event.type)).toEqual(['card.created', 'warning', 'request']);
});

test.each([
  ['§8 item 41', { cardTemplateId: '' }, '400 param.cardTemplateIdEmpty'],
  ['§8 item 42', { outTrackId: '' }, '400 param.outTrackIdEmpty'],
  ['§8 item 43', { cardData: {} }, '400 param.cardPublicDataEmpty'],
  ['§8 item 43', { cardData: { cardParamMap: {} } }, 'ok'],
  ['a list as cardData', { cardData: [] }, '400 param.invalid'],
  ['text as cardParamMap', { cardData: { cardParamMap: 'x' } }, '400 param.invalid'],
  ['an object as outTrackId', { outTrackId: {} }, '400 param.invalid'],
  ['a number as outTrackId', { outTrackId: 17 }, 'ok'],
  ['§2.9: 100 characters', { outTrackId: 'x'.repeat(100) }, 'ok'],
  ['§2.9: 101 characters', { outTrackId: 'x'.repeat(101) }, '400 param.invalid'],
  ['a userIdType of 3', { userIdType: 3 }, '400 param.invalid'],
  ['an unknown creator', { userId: 'nobody' }, '400 param.userIdNotExist'],
  ['an empty creator', { userId: '' }, '400 param.userIdEmpty'],
  ['§8 item 53', { privateData: { nobody: {} } }, '400 param.userIdNotExist'],
  [
    'a space model that is no object',
    { imGroupOpenSpaceModel: 1 },
    '400 param.openSpaceModelInvalid',
  ],
  ['a top model without its type', { topOpenSpaceModel: {} }, '400 param.openSpaceModelInvalid'],
])('%s: %j is %s', async (_name, parts, outcome) => {
  expect((await create(parts)).outcome).toBe(outcome);
});

test('§8 item 43: an empty map may be refused', async () => {
  const { outcome } = await create(
    { cardData: { cardParamMap: {} } },
    { emptyCardParamMap: 'refuse' },
  );
  expect(outcome).toBe('400 param.cardPublicDataEmpty');
});

test.each([
  ['STREAM', []],
  ['HTTP', ['callback-http']],
  ['stream', ['callback-type']],
  ['SSE', ['callback-type']],
])(
  '§8 items 51 and 52: callbackType %s is accepted, warned of: %j',
  async (callbackType, codes) => {
    const { api, outcome } = await create({ callbackType, callbackRouteKey: 'unknown' });
    expect(outcome).toBe('ok');
    expect(api.warnings()).toEqual(['unknown-template', ...codes]);
    expect(api.context.cards.get('ot_1')?.callbackType).toBe(callbackType);
  },
);

describe('§8 item 54: an outTrackId used before', () => {
  test('succeeds, keeps the old data and is warned of', async () => {
    const api = createOpenApi();
    await api.call('POST', paths.create, toPerson());
    const again = toPerson({ cardData: { cardParamMap: { title: 'new' } } });
    const answer = await api.call('POST', paths.create, again);
    expect(answer.json).toEqual({ success: true, result: 'ot_1' });
    expect(api.context.cards.get('ot_1')?.cardParamMap).toEqual({ title: '你好', status: 'new' });
    expect(api.warnings()).toContain('duplicate-out-track-id');
    expect(api.events.filter((event) => event.type === 'card.created')).toHaveLength(1);
  });

  test('is refused when the setting says so', async () => {
    const api = createOpenApi({ settings: { duplicateOutTrackId: 'refuse' } });
    await api.call('POST', paths.create, toPerson());
    const answer = await api.call('POST', paths.create, toPerson());
    expect([answer.status, answer.json['code']]).toEqual([400, 'param.cardAlreadyExist']);
  });
});

test('§8 item 67: POST with an update body names the template it lacks', async () => {
  const api = createOpenApi();
  await api.call('POST', paths.create, toPerson());
  const body = { outTrackId: 'ot_1', cardData: { cardParamMap: { a: '1' } } };
  const answer = await api.call('POST', paths.create, body);
  expect(answer.json['code']).toBe('MissingcardTemplateId');
});

test('variables and viewers named like parts of every object are ordinary ones', async () => {
  const api = createOpenApi();
  const body = JSON.stringify(toPerson()).replace(
    '"title":"你好"',
    '"__proto__":"p","constructor":"c","toString":"t"',
  );
  const answer = await api.raw(paths.create, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': api.token() },
    body,
  });
  expect(answer.status).toBe(200);
  const view = api.context.cards.viewOf('ot_1', 'manager01');
  expect(JSON.parse(JSON.stringify(view))).toEqual(
    JSON.parse('{"__proto__":"p","constructor":"c","toString":"t","status":"new"}'),
  );
  const viewers = await api.raw(paths.create, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': api.token() },
    body: JSON.stringify(toPerson({ outTrackId: 'ot_2' })).replace(
      '"outTrackId"',
      '"privateData":{"__proto__":{}},"outTrackId"',
    ),
  });
  expect(viewers.json['code']).toBe('param.userIdNotExist');
});
