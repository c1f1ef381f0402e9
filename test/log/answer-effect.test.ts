import { describe, expect, it } from 'vitest';
import { type AnswerEffectInput, answerEffect } from '../../src/log/answer-effect.js';
import { answerLayers, type CardLayers, emptyLayers } from '../../src/log/card-layers.js';
import type { CardCallbackResponse, CardParamMap } from '../../src/protocol/card-callback.js';

const before: CardLayers = {
  ...emptyLayers,
  cardParamMap: { title: '报销', status: '待审批', empty: '' },
  privateData: { manager01: { cardParamMap: { voted: 'false', note: 'n' } } },
};
const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };
const known = {
  outTrackId: 'c1',
  before,
  userId: 'manager01',
  reach: 'everyone',
  viewers: ['user02', 'manager01'],
} as const;

function ofAnswer(response: CardCallbackResponse, more: Partial<AnswerEffectInput> = {}) {
  return answerEffect({ ...known, ...more, as: 'answer', response } as AnswerEffectInput);
}

const agreed: CardCallbackResponse = {
  cardUpdateOptions: byKey,
  cardData: { cardParamMap: { status: '已同意', title: '报销', by: '张三' } },
  userPrivateData: { cardParamMap: { voted: 'true' } },
};

describe('the effect of an answer', () => {
  it('is each variable before and after, public and private', () => {
    const { cardData, privateData, emptied } = ofAnswer(agreed);
    expect(cardData).toEqual({
      how: 'merged',
      option: 'updateCardDataByKey',
      variables: [
        { name: 'status', is: 'changed', before: '待审批', after: '已同意' },
        { name: 'by', is: 'added', after: '张三' },
        { name: 'title', is: 'kept', before: '报销', after: '报销' },
        { name: 'empty', is: 'kept', before: '', after: '' },
      ],
    });
    expect(privateData).toEqual([
      {
        userId: 'manager01',
        how: 'merged',
        option: 'updatePrivateDataByKey',
        variables: [
          { name: 'voted', is: 'changed', before: 'false', after: 'true' },
          { name: 'note', is: 'kept', before: 'n', after: 'n' },
        ],
      },
    ]);
    expect(emptied).toEqual([]);
  });

  it('names what became empty because the default replaces the whole map', () => {
    const { cardUpdateOptions: _options, ...replacing } = agreed;
    const effect = ofAnswer({ ...replacing, cardData: { cardParamMap: { status: '已同意' } } });
    expect(effect.cardData?.how).toBe('replaced');
    expect(effect.cardData?.variables).toEqual([
      { name: 'status', is: 'changed', before: '待审批', after: '已同意' },
      { name: 'title', is: 'emptied', before: '报销' },
      { name: 'empty', is: 'kept', before: '' },
    ]);
    expect(effect.emptied).toEqual([{ name: 'title' }, { name: 'note', userId: 'manager01' }]);
  });

  it.each([
    ['everyone', 'public', { sees: 'change', because: 'public' }],
    ['clicker', 'answered', { sees: 'nothing', because: 'clicker-only' }],
  ] as const)('reaches %s', (reach, because, others) => {
    const cardData = { cardParamMap: { status: '已同意' } };
    const effect = ofAnswer({ cardUpdateOptions: byKey, cardData }, { reach });
    const [clicker, other] = effect.viewers;
    expect(clicker).toEqual({
      userId: 'manager01',
      sees: 'change',
      because,
      variables: ['status'],
    });
    expect(other).toEqual({
      userId: 'user02',
      ...others,
      variables: reach === 'everyone' ? ['status'] : [],
    });
    expect(effect.others).toEqual(others);
    expect(effect.cardData?.variables[0]).toMatchObject({ before: '待审批', after: '已同意' });
  });

  it('shows private data to the one who tapped only', () => {
    const effect = ofAnswer({ userPrivateData: { cardParamMap: { voted: 'true' } } });
    expect(effect.viewers[0]).toMatchObject({
      sees: 'change',
      because: 'private',
      variables: ['voted', 'note'],
    });
    expect(effect.viewers[1]).toMatchObject({ sees: 'nothing', because: 'not-theirs' });
    expect(effect.cardData).toBeUndefined();
  });

  it('knows when what it reaches is covered or the same', () => {
    const covered = ofAnswer({
      cardUpdateOptions: byKey,
      cardData: { cardParamMap: { voted: 'maybe' } },
    });
    expect(covered.viewers).toMatchObject([
      { userId: 'manager01', sees: 'nothing', because: 'same' },
      { userId: 'user02', sees: 'change', because: 'public' },
    ]);
    const same = ofAnswer({
      cardUpdateOptions: byKey,
      cardData: { cardParamMap: { title: '报销' } },
    });
    const nothing = { sees: 'nothing', because: 'same' };
    for (const { viewers, others } of [same, ofAnswer({})]) {
      expect(viewers).toMatchObject([nothing, nothing]);
      expect(others).toEqual(nothing);
    }
  });

  it('calls it private when only the private part changes anything', () => {
    const effect = ofAnswer({
      ...agreed,
      cardData: { cardParamMap: { title: '报销' } },
    });
    expect(effect.viewers[0]).toMatchObject({ sees: 'change', because: 'private' });
    expect(effect.others).toEqual({ sees: 'nothing', because: 'same' });
  });

  it('of an update reaches everyone, and says when that is more than an answer would have', () => {
    const update = { cardParamMap: { status: '已同意' }, cardUpdateOptions: byKey };
    const effect = answerEffect({ ...known, reach: 'clicker', as: 'update', update });
    expect(effect).toMatchObject({
      reach: 'everyone',
      reachesMoreThanAnswer: true,
      others: { sees: 'change', because: 'public' },
    });
    const asAnswer = answerEffect({ ...known, as: 'update', update });
    expect(asAnswer.reachesMoreThanAnswer).toBeUndefined();
    const privateOnly = { privateData: { user02: { cardParamMap: { x: '1' } } } };
    const mine = answerEffect({ ...known, reach: 'clicker', as: 'update', update: privateOnly });
    expect(mine.reachesMoreThanAnswer).toBeUndefined();
    expect(mine.viewers).toMatchObject([
      { userId: 'manager01', sees: 'nothing', because: 'not-theirs' },
      { userId: 'user02', sees: 'change', because: 'private', variables: ['x'] },
    ]);
  });

  it('compares with what the clicker saw, where earlier answers were for the clicker', () => {
    const first = answerLayers(before, 'manager01', agreed, 'clicker');
    const response = { cardUpdateOptions: byKey, cardData: { cardParamMap: { status: '撤回' } } };
    const effect = ofAnswer(response, { before: first, reach: 'clicker' });
    expect(effect.cardData?.variables[0]).toEqual({
      name: 'status',
      is: 'changed',
      before: '已同意',
      after: '撤回',
    });
  });

  it('invents nothing about a card that was not sent from here', () => {
    const { cardUpdateOptions: _options, ...replacing } = agreed;
    const effect = ofAnswer(replacing, { before: undefined });
    expect(effect.isBeforeKnown).toBe(false);
    expect(effect.emptied).toEqual([]);
    expect(effect.cardData?.how).toBe('replaced');
    expect(effect.cardData?.variables).toEqual([
      { name: 'status', is: 'set', after: '已同意' },
      { name: 'title', is: 'set', after: '报销' },
      { name: 'by', is: 'set', after: '张三' },
    ]);
    expect(effect.viewers[0]).toMatchObject({ sees: 'unknown', because: 'public' });
    expect(effect.others).toEqual({ sees: 'unknown', because: 'public' });
  });

  it('stays small for huge data, and keeps what became empty in it', () => {
    const many = (count: number, value: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`v${at}`, `${value}${at}`]));
    const long = `${'长'.repeat(1999)}😀${'长'.repeat(5000)}`;
    const effect = ofAnswer(
      { cardData: { cardParamMap: { ...many(5000, 'a'), long } } },
      {
        before: { ...before, cardParamMap: { ...many(5000, 'b'), title: 'gone' } },
        viewers: Array.from({ length: 5000 }, (_, at) => `u${at}`),
      },
    );
    expect(effect.cardData?.variables).toHaveLength(200);
    expect(effect.cardData?.more).toBe(4802);
    expect(effect.emptied).toEqual([{ name: 'title' }]);
    expect(effect.viewers).toHaveLength(50);
    expect(effect.viewers[0]?.variables).toHaveLength(200);
    const one = ofAnswer({ cardData: { cardParamMap: { long } } });
    expect(one.cardData?.variables[0]?.after).toBe(`${'长'.repeat(1999)}…`);
  });

  it('may be about __proto__', () => {
    const odd = JSON.parse('{"__proto__":"v"}') as CardParamMap;
    const effect = ofAnswer(
      { cardUpdateOptions: byKey, cardData: { cardParamMap: odd } },
      { userId: '__proto__', before: emptyLayers, viewers: ['constructor'] },
    );
    expect(JSON.parse(JSON.stringify(effect))).toMatchObject({
      cardData: { variables: [{ name: '__proto__', is: 'added', after: 'v' }] },
      viewers: [
        { userId: '__proto__', sees: 'change' },
        { userId: 'constructor', sees: 'change' },
      ],
    });
  });
});
