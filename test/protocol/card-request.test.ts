import { describe, expect, it } from 'vitest';
import type { CardDraft } from '../../src/protocol/card-api.js';
import type { CardParamMap } from '../../src/protocol/card-callback.js';
import { createAndDeliverBody, updateBody } from '../../src/protocol/card-request.js';

const context = { robotCode: 'dingclient', nowMs: 1_000 };

function body(openSpaceId: string, extra: Partial<CardDraft> = {}) {
  return createAndDeliverBody(
    { cardTemplateId: 'T.schema', outTrackId: 'o', openSpaceId, cardParamMap: {}, ...extra },
    context,
  );
}

describe('createAndDeliverBody', () => {
  it('always asks for callbacks over Stream', () => {
    expect(body('dtv1.card//IM_ROBOT.u').callbackType).toBe('STREAM');
  });

  it.each([
    [
      'IM_GROUP',
      {
        imGroupOpenSpaceModel: { supportForward: true },
        imGroupOpenDeliverModel: { robotCode: 'dingclient' },
      },
    ],
    [
      'IM_ROBOT',
      {
        imRobotOpenSpaceModel: { supportForward: true },
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      },
    ],
    [
      'IM_SINGLE',
      { imSingleOpenSpaceModel: { supportForward: false }, imSingleOpenDeliverModel: {} },
    ],
    [
      'ONE_BOX',
      {
        topOpenSpaceModel: { spaceType: 'ONE_BOX' },
        topOpenDeliverModel: { expiredTimeMillis: 86_401_000 },
      },
    ],
    [
      'CO_FEED',
      {
        coFeedOpenSpaceModel: { title: 'T.schema' },
        coFeedOpenDeliverModel: { bizTag: 'dtcard', gmtTimeLine: 1000 },
      },
    ],
    ['DOC', { docOpenDeliverModel: { userId: '' } }],
  ])('brings the models of %s and no others', (type, models) => {
    const openSpaceId = `dtv1.card//${type}.x`;
    expect(body(openSpaceId)).toEqual({
      cardTemplateId: 'T.schema',
      outTrackId: 'o',
      callbackType: 'STREAM',
      cardData: { cardParamMap: {} },
      openSpaceId,
      userIdType: 1,
      ...models,
    });
  });

  it('brings the models of every target', () => {
    expect(Object.keys(body('dtv1.card//IM_ROBOT.u;im_group.cid;'))).toEqual(
      expect.arrayContaining(['imRobotOpenDeliverModel', 'imGroupOpenDeliverModel']),
    );
  });

  it('leaves a malformed openSpaceId to the server', () => {
    expect(body('nonsense')).toMatchObject({ openSpaceId: 'nonsense' });
  });

  it('turns every value into text, private ones too', () => {
    const odd = { n: 1, b: true, o: { a: [1] }, z: null, s: '你好', u: undefined };
    const cardParamMap = odd as unknown as CardParamMap;
    const made = body('dtv1.card//IM_ROBOT.u', {
      cardParamMap,
      privateData: { u: { cardParamMap } },
    });
    const texts = { n: '1', b: 'true', o: '{"a":[1]}', z: 'null', s: '你好' };
    expect(made.cardData.cardParamMap).toEqual(texts);
    expect(made.privateData).toEqual({ u: { cardParamMap: texts } });
  });

  it('keeps a variable named __proto__', () => {
    const cardParamMap = JSON.parse('{"__proto__":"x"}') as CardParamMap;
    expect(JSON.stringify(body('dtv1.card//IM_ROBOT.u', { cardParamMap }).cardData)).toBe(
      '{"cardParamMap":{"__proto__":"x"}}',
    );
  });

  it('says when ids are unionIds, and who created the card', () => {
    expect(body('dtv1.card//IM_ROBOT.u', { userIdType: 2, userId: 'me' })).toMatchObject({
      userIdType: 2,
      userId: 'me',
    });
  });
});

describe('updateBody', () => {
  it('holds only what changes', () => {
    expect(updateBody({ outTrackId: 'o', cardParamMap: { a: '1' } })).toEqual({
      outTrackId: 'o',
      cardData: { cardParamMap: { a: '1' } },
      userIdType: 1,
    });
  });

  it('keeps options, private data and the kind of id', () => {
    const update = {
      outTrackId: 'o',
      privateData: { u: { cardParamMap: { a: '1' } } },
      cardUpdateOptions: { updatePrivateDataByKey: true },
      userIdType: 2,
    } as const;
    expect(updateBody(update)).toEqual(update);
  });
});
