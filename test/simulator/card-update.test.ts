import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import type { Settings } from '../../src/simulator/settings.js';
import { createWorld } from '../../src/simulator/world.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi, type OpenApi } from '../support/create-openapi.js';

async function withCard(settings: Partial<Settings> = {}): Promise<OpenApi> {
  const api = createOpenApi({ settings });
  const privateData = {
    manager01: { cardParamMap: { voted: 'no', mine: 'x' } },
    user002: { cardParamMap: { voted: 'no' } },
  };
  await api.call('POST', paths.create, toPerson({ privateData }));
  return api;
}

const update = (api: OpenApi, parts: JsonObject) =>
  api.call('PUT', paths.create, { outTrackId: 'ot_1', ...parts });
const view = (api: OpenApi, userId: string) => api.context.cards.viewOf('ot_1', userId);

describe('public data', () => {
  test('§8 items 61 and 66: the default replaces the whole map, and says what vanished', async () => {
    const api = await withCard();
    const answer = await update(api, { cardData: { cardParamMap: { status: 'done' } } });
    expect(answer.json).toEqual({ success: true, result: true });
    expect(api.context.cards.get('ot_1')?.cardParamMap).toEqual({ status: 'done' });
    expect(api.warnings()).toContain('variables-removed');
    expect(api.events.at(-1)).toMatchObject({ type: 'request', method: 'PUT', status: 200 });
    expect(api.events).toContainEqual(
      expect.objectContaining({
        type: 'card.changed',
        by: 'update',
        viewers: ['*'],
        cardParamMap: { status: 'done' },
      }),
    );
  });

  test('§8 item 62: updateCardDataByKey merges', async () => {
    const api = await withCard();
    await update(api, {
      cardData: { cardParamMap: { status: 'done', extra: '1' } },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
    expect(api.context.cards.get('ot_1')?.cardParamMap).toEqual({
      title: '你好',
      status: 'done',
      extra: '1',
    });
    expect(api.warnings()).not.toContain('variables-removed');
  });

  test('§3.4: an empty map clears everything, or is no update by setting', async () => {
    const api = await withCard();
    await update(api, { cardData: { cardParamMap: {} } });
    expect(api.context.cards.get('ot_1')?.cardParamMap).toEqual({});
    const strict = await withCard({ emptyCardParamMap: 'refuse' });
    const answer = await update(strict, { cardData: { cardParamMap: {} } });
    expect(answer.json['code']).toBe('param.cardDataAndPrivateDataBothEmpty');
  });
});

describe('private data', () => {
  test('§8 items 59 and 63: it replaces the map of the viewers it names, and hides public data', async () => {
    const api = await withCard();
    await update(api, { privateData: { manager01: { cardParamMap: { status: 'yours' } } } });
    expect(view(api, 'manager01')).toEqual({ title: '你好', status: 'yours' });
    expect(view(api, 'user002')).toEqual({ title: '你好', status: 'new', voted: 'no' });
    expect(view(api, 'user003')).toEqual({ title: '你好', status: 'new' });
    expect(api.events).toContainEqual(
      expect.objectContaining({ type: 'card.changed', viewers: ['manager01'] }),
    );
  });

  test('§8 item 63: updatePrivateDataByKey merges', async () => {
    const api = await withCard();
    await update(api, {
      privateData: { manager01: { cardParamMap: { voted: 'yes' } } },
      cardUpdateOptions: { updatePrivateDataByKey: true },
    });
    expect(view(api, 'manager01')).toMatchObject({ voted: 'yes', mine: 'x' });
  });

  test('§3.4: ids of another type than at creation are stored, warned of and seen by nobody', async () => {
    const api = await withCard();
    const unionId = api.context.world.people[0]?.unionId ?? '';
    const answer = await update(api, {
      userIdType: 2,
      privateData: { [unionId]: { cardParamMap: { voted: 'yes' } } },
    });
    expect(answer.status).toBe(200);
    expect(api.warnings()).toContain('user-id-type');
    expect(view(api, 'manager01')).toMatchObject({ voted: 'no' });
  });
});

test.each([
  ['§8 item 64: nothing', {}, 'param.cardDataAndPrivateDataBothEmpty'],
  [
    '§8 item 64: empty objects',
    { cardData: {}, privateData: {} },
    'param.cardDataAndPrivateDataBothEmpty',
  ],
  ['§8 item 65', { outTrackId: 'x', cardData: { cardParamMap: { a: '1' } } }, 'param.cardNotExist'],
  ['§2.6', { outTrackId: '', cardData: { cardParamMap: { a: '1' } } }, 'param.outTrackIdEmpty'],
  ['§2.6', { privateData: { nobody: { cardParamMap: {} } } }, 'param.userIdNotExist'],
  ['cardData as text', { cardData: 'x' }, 'param.invalid'],
])('%s: %j is refused', async (_name, parts, code) => {
  const api = await withCard();
  const answer = await update(api, parts as JsonObject);
  expect([answer.status, answer.json['code']]).toEqual([400, code]);
  expect(api.events.filter((event) => event.type === 'card.changed')).toEqual([]);
});

test('§8 item 23: an app does not see the cards of another', async () => {
  const world = createWorld();
  const other = {
    clientId: 'dingother',
    clientSecret: 'other-secret',
    robotCode: 'dingother',
    name: 'B',
    scopes: ['Card.Instance.Write', 'Card.Streaming.Write'],
  };
  const api = createOpenApi({ world: { ...world, apps: [...world.apps, other] } });
  await api.call('POST', paths.create, toPerson());
  const token = api.token('dingother');
  const change = { outTrackId: 'ot_1', cardData: { cardParamMap: { a: '1' } } };
  const refused = await api.call('PUT', paths.create, change, token);
  expect(refused.json['code']).toBe('param.cardNotExist');
  const frame = { outTrackId: 'ot_1', guid: 'g', key: 'a', content: 'b' };
  const stream = await api.call('PUT', paths.streaming, frame, token);
  expect(stream.json['code']).toBe('param.stream.outTrackId');
  await api.call('POST', paths.create, toPerson({ cardData: { cardParamMap: { b: '2' } } }), token);
  expect(api.context.cards.of('dingother', 'ot_1')?.cardParamMap).toEqual({ b: '2' });
  expect(api.context.cards.list()).toHaveLength(2);
});

/** What updates are warned of; creating the card is warned of, too. */
const warnings = (api: OpenApi) => api.warnings().filter((code) => code !== 'unknown-template');

describe('names', () => {
  test('of callback answers are warned of, and so are those in the wrong place', async () => {
    const api = await withCard();
    const cardData = { cardParamMap: { status: 'done' } };
    await update(api, { cardData, cardUpdateOptions: { updateCardDataByKey: true } });
    expect(warnings(api)).toEqual([]);
    await update(api, {
      cardData,
      userPrivateData: { cardParamMap: { voted: 'yes' } },
      updateCardDataByKey: true,
      cardUpdateOptions: { updateCardDatabyKey: true },
    });
    expect(warnings(api)).toEqual([
      'update-private-misnamed',
      'update-key-misplaced',
      'update-key-unknown',
      'variables-removed',
    ]);
    expect(view(api, 'manager01')).toMatchObject({ voted: 'no' });
  });

  test('explain a refusal, too', async () => {
    const api = await withCard();
    const answer = await update(api, { privateCardData: { cardParamMap: { voted: 'yes' } } });
    expect(answer.json['code']).toBe('param.cardDataAndPrivateDataBothEmpty');
    expect(warnings(api)).toEqual(['update-private-misnamed']);
  });
});
