import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { groupId, paths, robotCode, toPerson, without } from '../support/card-bodies.js';
import { createOpenApi, type OpenApi } from '../support/create-openapi.js';

const model = { imGroupOpenDeliverModel: { robotCode } };
const both = toPerson({ imGroupOpenSpaceModel: { supportForward: true } });
const toGroupToo: JsonObject = {
  outTrackId: 'ot_1',
  openSpaceId: `dtv1.card//IM_GROUP.${groupId}`,
  ...model,
};

async function withCard(body: JsonObject = both): Promise<OpenApi> {
  const api = createOpenApi();
  await api.call('POST', paths.create, body);
  return api;
}

describe('deliver', () => {
  test('§8 item 32: the result is the array itself', async () => {
    const api = await withCard();
    const answer = await api.call('POST', paths.deliver, toGroupToo);
    expect(answer.json).toEqual({
      success: true,
      result: [
        expect.objectContaining({
          spaceType: 'IM_GROUP',
          spaceId: groupId,
          success: true,
          errorMsg: '',
        }),
      ],
    });
  });

  test('§8 item 46: a place the card has no space model for is a failed entry', async () => {
    const api = await withCard(toPerson());
    const answer = await api.call('POST', paths.deliver, toGroupToo);
    expect([answer.status, answer.json['result']]).toEqual([
      200,
      [expect.objectContaining({ success: false })],
    ]);
    expect(api.warnings()).toContain('no-space-model');
  });

  test('§8 item 56: both copies share later updates', async () => {
    const api = await withCard();
    await api.call('POST', paths.deliver, toGroupToo);
    await api.call('POST', paths.deliver, {
      outTrackId: 'ot_1',
      openSpaceId: 'dtv1.card//IM_ROBOT.manager01',
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    });
    await api.call('PUT', paths.create, {
      outTrackId: 'ot_1',
      cardData: { cardParamMap: { a: '1' } },
    });
    const card = api.context.cards.get('ot_1');
    expect(card?.deliveries).toHaveLength(2);
    expect(card?.cardParamMap).toEqual({ a: '1' });
  });

  test.each([
    [
      '§8 item 42',
      { ...toGroupToo, outTrackId: '' },
      'param.outTrackIdEmpty',
      'param.outTrackIdEmpty',
    ],
    [
      '§8 item 40',
      { ...toGroupToo, openSpaceId: '' },
      'param.openSpaceIdEmpty',
      'param.openSpaceIdEmpty',
    ],
    [
      '§8 item 38',
      { ...toGroupToo, openSpaceId: 'x' },
      'param.openSpaceIdInvalid',
      'param.openSpaceIdInvalid',
    ],
    [
      '§8 item 55',
      { ...toGroupToo, outTrackId: 'other' },
      'param.cardNotExist',
      'param.cardNotExist',
    ],
    [
      '§8 item 48',
      without(toGroupToo, 'imGroupOpenDeliverModel'),
      'param.openDeliverModelEmpty',
      'param.openDeliverModelEmpty',
    ],
    [
      '§8 item 49',
      { ...toGroupToo, imGroupOpenDeliverModel: {} },
      'param.spaceDeliverModelEmpty',
      'param.spaceDeliverModelError',
    ],
    [
      '§8 item 53',
      { ...toGroupToo, imGroupOpenDeliverModel: { robotCode, recipients: ['nobody'] } },
      'param.userIdNotExist',
      'param.userIdNotExist',
    ],
  ])('%s: %j is refused', async (_item, body, code, message) => {
    const api = await withCard();
    const answer = await api.call('POST', paths.deliver, body as JsonObject);
    expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
      400,
      code,
      message,
    ]);
  });
});

describe('spaces', () => {
  test('§8 item 68: an added space can be delivered to', async () => {
    const api = await withCard(toPerson());
    const added = await api.call('PUT', paths.spaces, {
      outTrackId: 'ot_1',
      imGroupOpenSpaceModel: { supportForward: true },
    });
    expect(added.json).toEqual({ success: true, result: true });
    const answer = await api.call('POST', paths.deliver, toGroupToo);
    expect(answer.json['result']).toMatchObject([{ success: true }]);
  });

  test.each([
    ['§8 item 68: no model', { outTrackId: 'ot_1' }, 'param.emptyAppendSpaces'],
    [
      '§2.7: IM_SINGLE',
      { outTrackId: 'ot_1', imSingleOpenSpaceModel: {} },
      'param.emptyAppendSpaces',
    ],
    [
      'a malformed model',
      { outTrackId: 'ot_1', imGroupOpenSpaceModel: 3 },
      'param.openSpaceModelInvalid',
    ],
    ['an unknown card', { outTrackId: 'x', imGroupOpenSpaceModel: {} }, 'param.cardNotExist'],
    ['an empty id', { outTrackId: '', imGroupOpenSpaceModel: {} }, 'param.outTrackIdEmpty'],
  ])('%s is refused', async (_name, body, code) => {
    const api = await withCard(toPerson());
    const answer = await api.call('PUT', paths.spaces, body);
    expect([answer.status, answer.json['code']]).toEqual([400, code]);
  });
});
