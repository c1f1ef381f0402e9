import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { groupId, paths, robotCode, singleId, toGroup, toPerson } from '../support/card-bodies.js';
import { createOpenApi, type OpenApi } from '../support/create-openapi.js';

interface Result {
  readonly outTrackId: string;
  readonly deliverResults: readonly JsonObject[];
}

async function send(body: JsonObject, api: OpenApi = createOpenApi()): Promise<Result> {
  const answer = await api.call('POST', paths.createAndDeliver, body);
  expect(answer.json).toMatchObject({ success: true });
  return answer.json['result'] as unknown as Result;
}

async function refusal(body: JsonObject): Promise<unknown> {
  const answer = await createOpenApi().call('POST', paths.createAndDeliver, body);
  return answer.status === 200 ? 'ok' : `${answer.status} ${answer.code}`;
}

const robotAndGroup = (openSpaceId: string, parts: JsonObject = {}) =>
  toGroup({
    openSpaceId,
    imRobotOpenSpaceModel: { supportForward: true },
    imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    ...parts,
  });

describe('results', () => {
  test('§8 items 28 and 33: a card for one person', async () => {
    const api = createOpenApi();
    const result = await send(toPerson(), api);
    expect(result).toEqual({
      outTrackId: 'ot_1',
      deliverResults: [
        {
          spaceType: 'IM_ROBOT',
          spaceId: 'manager01',
          success: true,
          carrierId: expect.stringMatching(/^[\w+/]{43}=$/),
          errorMsg: '',
        },
      ],
    });
    expect(api.events.map((event) => event.type)).toEqual([
      'card.created',
      'card.delivered',
      'warning',
      'request',
    ]);
    expect(api.context.cards.get('ot_1')?.deliveries).toMatchObject([
      { spaceType: 'IM_ROBOT', spaceId: 'manager01' },
    ]);
  });

  test('§8 item 29: a card for a group', async () => {
    const { deliverResults } = await send(toGroup());
    expect(deliverResults).toMatchObject([
      { spaceType: 'IM_GROUP', spaceId: groupId, success: true },
    ]);
  });

  test('§8 item 30: the top box has no carrierId', async () => {
    const { deliverResults } = await send(
      toGroup({
        openSpaceId: `dtv1.card//ONE_BOX.${groupId}`,
        topOpenSpaceModel: { spaceType: 'ONE_BOX' },
        topOpenDeliverModel: { expiredTimeMillis: 1_999_999_999_999 },
      }),
    );
    expect(deliverResults).toEqual([
      { spaceType: 'ONE_BOX', spaceId: groupId, success: true, errorMsg: '' },
    ]);
  });

  test('IM_SINGLE wants a one-to-one chat, and its deliver model may be empty', async () => {
    const single = (id: string) =>
      toPerson({
        openSpaceId: `dtv1.card//IM_SINGLE.${id}`,
        imSingleOpenSpaceModel: {},
        imSingleOpenDeliverModel: {},
      });
    expect((await send(single(singleId))).deliverResults).toMatchObject([{ success: true }]);
    expect((await send(single(groupId))).deliverResults).toMatchObject([{ success: false }]);
  });

  test('CO_FEED is reported under its other name', async () => {
    const { deliverResults } = await send(
      toPerson({
        openSpaceId: 'dtv1.card//CO_FEED.manager01',
        coFeedOpenSpaceModel: { title: 't' },
        coFeedOpenDeliverModel: { bizTag: 'b', gmtTimeLine: 1 },
      }),
    );
    expect(deliverResults).toMatchObject([{ spaceType: 'COOPERATION_FEED', success: true }]);
  });

  test('§8 item 34: one bad target does not stop the other; order is kept', async () => {
    const { deliverResults } = await send(
      robotAndGroup('dtv1.card//IM_GROUP.cidNobody==;IM_ROBOT.user002'),
    );
    expect(deliverResults).toMatchObject([
      { spaceType: 'IM_GROUP', success: false, errorMsg: 'spaceId is illegal' },
      { spaceType: 'IM_ROBOT', spaceId: 'user002', success: true },
    ]);
  });

  test.each([
    ['§8 item 35: IM_ROBOT with a cid', `IM_ROBOT.${singleId}`],
    ['§8 item 35: IM_ROBOT with an unknown user', 'IM_ROBOT.nobody'],
    ['§8 item 36: IM_GROUP with an unknown cid', 'IM_GROUP.cidNobody=='],
    ['§8 item 39: IM_GROUP with a cid in other case', `IM_GROUP.${groupId.toLowerCase()}`],
    ['IM_GROUP with the cid of a one-to-one chat', `IM_GROUP.${singleId}`],
    ['IM_GROUP with a user', 'IM_GROUP.manager01'],
  ])('%s is HTTP 200 with a failed entry', async (_name, target) => {
    const api = createOpenApi();
    const { deliverResults } = await send(robotAndGroup(`dtv1.card//${target}`), api);
    expect(deliverResults).toMatchObject([{ success: false, errorMsg: 'spaceId is illegal' }]);
    expect(api.warnings()).toContain('delivery-failed');
    expect(api.context.cards.get('ot_1')?.deliveries).toEqual([]);
  });

  test('§8 item 37: lower-case types and a trailing semicolon are accepted', async () => {
    const { deliverResults } = await send(
      robotAndGroup(`dtv1.card//im_group.${groupId};im_robot.manager01;`),
    );
    expect(deliverResults.map((entry) => [entry['spaceType'], entry['success']])).toEqual([
      ['IM_GROUP', true],
      ['IM_ROBOT', true],
    ]);
  });

  test('§8 item 60: with userIdType 2 a person is named by unionId', async () => {
    const api = createOpenApi();
    const unionId = api.context.world.people[0]?.unionId ?? '';
    const to = (id: string, outTrackId: string) =>
      toPerson({ openSpaceId: `dtv1.card//IM_ROBOT.${id}`, userIdType: 2, outTrackId });
    expect((await send(to(unionId, 'a'), api)).deliverResults).toMatchObject([{ success: true }]);
    expect((await send(to('manager01', 'b'), api)).deliverResults).toMatchObject([
      { success: false },
    ]);
  });

  test('a foreign robot and a group without the robot are failed entries', async () => {
    const agentId = toGroup({ imGroupOpenDeliverModel: { robotCode: '123456' } });
    expect((await send(agentId)).deliverResults).toMatchObject([{ success: false }]);
    const { world } = createOpenApi().context;
    const conversations = world.conversations.map((chat) => ({ ...chat, robots: [] }));
    const api = createOpenApi({ world: { ...world, conversations } });
    expect((await send(toGroup(), api)).deliverResults).toMatchObject([{ success: false }]);
  });
});

describe('refusals', () => {
  const model = 'imGroupOpenDeliverModel';
  test.each([
    [
      '§8 item 38',
      toGroup({ openSpaceId: `dtv1.card://IM_GROUP.${groupId}` }),
      'openSpaceIdInvalid',
    ],
    ['§8 item 38', toGroup({ openSpaceId: `IM_GROUP.${groupId}` }), 'openSpaceIdInvalid'],
    ['§8 item 40', toGroup({ openSpaceId: '' }), 'openSpaceIdEmpty'],
    ['§8 item 46', { ...toGroup(), imGroupOpenSpaceModel: null }, 'openSpaceModelInvalid'],
    ['§8 item 48', { ...toGroup(), [model]: null }, 'openDeliverModelEmpty'],
    ['§8 item 48', toPerson({ imRobotOpenDeliverModel: {} }), 'openDeliverModelEmpty'],
    ['§8 item 49', toGroup({ [model]: {} }), 'openDeliverModelError'],
    ['§8 item 49', toGroup({ [model]: { robotCode: '' } }), 'openDeliverModelError'],
    ['a model that is no object', toGroup({ [model]: 'x' }), 'openDeliverModelError'],
    ['§8 item 53', toGroup({ [model]: { robotCode, recipients: ['nobody'] } }), 'userIdNotExist'],
  ])('%s: %j', async (_item, body, code) => {
    expect(await refusal(body as JsonObject)).toBe(`400 param.${code}`);
  });

  test('§8 item 50: the top box needs expiredTimeMillis, spelled right', async () => {
    const top = (topOpenDeliverModel: JsonObject) =>
      toGroup({
        openSpaceId: `dtv1.card//ONE_BOX.${groupId}`,
        topOpenSpaceModel: { spaceType: 'ONE_BOX' },
        topOpenDeliverModel,
      });
    expect(await refusal(top({}))).toBe('400 param.openDeliverModelError');
    expect(await refusal(top({ expiredTimeMills: 1 }))).toBe('400 param.openDeliverModelError');
    expect(await refusal(top({ expiredTimeMillis: 1 }))).toBe('ok');
  });

  test('§8 item 47: space models of places it is not sent to are fine', async () => {
    expect(await refusal(toPerson({ imGroupOpenSpaceModel: { supportForward: true } }))).toBe('ok');
  });

  test('a refused call creates no card', async () => {
    const api = createOpenApi();
    await api.call('POST', paths.createAndDeliver, toGroup({ [model]: {} }));
    expect(api.context.cards.list()).toEqual([]);
  });
});

describe('§2.9: repeating a call', () => {
  test('answers the same delivery, and shows the card once', async () => {
    const api = createOpenApi();
    const first = await send(toPerson(), api);
    const second = await send(toPerson(), api);
    expect(second).toEqual(first);
    expect(api.events.filter((event) => event.type === 'card.delivered')).toHaveLength(1);
    expect(api.warnings()).toContain('duplicate-out-track-id');
  });

  test('delivers to places that are new', async () => {
    const api = createOpenApi();
    await send(toPerson(), api);
    await send(toPerson({ openSpaceId: 'dtv1.card//IM_ROBOT.manager01;IM_ROBOT.user002' }), api);
    const card = api.context.cards.get('ot_1');
    expect(card?.deliveries.map((delivery) => delivery.spaceId)).toEqual(['manager01', 'user002']);
  });

  test('delivers again when the setting says so', async () => {
    const api = createOpenApi({ settings: { duplicateDelivery: 'again' } });
    await send(toPerson(), api);
    await send(toPerson(), api);
    expect(api.events.filter((event) => event.type === 'card.delivered')).toHaveLength(2);
  });
});

test('the extension is kept for callbacks', async () => {
  const api = createOpenApi();
  const extension = { dynamicSummary: 'true' };
  await send(toPerson({ imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', extension } }), api);
  expect(api.context.cards.get('ot_1')?.deliveries[0]?.extension).toEqual(extension);
});
