import { describe, expect, it } from 'vitest';
import type { VariableSource } from '../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../src/base/json-text.js';
import { lintAnswer } from '../../../src/card/lint/lint-answer.js';
import { findingFix, findingSentence } from '../../../src/i18n/finding-sentence.js';
import { cardOf, node } from '../support/linted.js';

const variables: readonly VariableSource[] = [
  { name: 'status', type: 'string' },
  { name: 'count', type: 'number' },
  { name: 'voted', type: 'boolean', private: true },
];
const template = cardOf([node('BaseText', {})], { variables });

const good = {
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
  cardData: { cardParamMap: { status: 'agreed', count: '3' } },
  userPrivateData: { cardParamMap: { voted: 'true' } },
};

const lint = (response: JsonValue) =>
  lintAnswer(response).map(({ code, path, params }) => ({ code, path, ...params }));
const found = (response: JsonValue, given?: typeof template) =>
  lintAnswer(response, given).map(({ code, path }) => `${code} ${path}`);

describe('an answer to a tap', () => {
  it.each([
    ['acknowledges with null', null],
    ['acknowledges with nothing', {}],
    ['says all there is to say', good],
    ['leaves parts null, as the Go SDK does', { ...good, cardData: null, userPrivateData: null }],
    ['has the success of many samples beside it', { ...good, success: true }],
  ])('that %s needs no word', (_, response) => {
    expect(lintAnswer(response, template)).toEqual([]);
  });

  it.each(['privateData', 'privateCardData'])(
    'does nothing with %s, wherever it stands',
    (name) => {
      const mine = { user001: { cardParamMap: { voted: 'true' } } };
      expect(lint({ ...good, [name]: mine })).toEqual([{ code: 'D170', path: name, name }]);
      expect(found({ cardData: { cardParamMap: {}, [name]: mine } })).toEqual([
        `D170 cardData.${name}`,
      ]);
      expect(found({ cardData: { [name]: mine } })).toEqual([`D170 cardData.${name}`]);
      expect(found({ cardUpdateOptions: { [name]: mine } })).toEqual([
        `D170 cardUpdateOptions.${name}`,
      ]);
    },
  );

  it('names the right spelling in both languages', () => {
    const [finding] = lintAnswer({ privateCardData: {} });
    if (!finding) throw new Error('nothing found');
    for (const lang of ['zh', 'en'] as const) {
      expect(findingSentence(finding, lang)).toContain('userPrivateData');
      expect(findingFix(finding, lang)).toContain('privateData');
    }
  });

  it('keeps private data unkeyed: it is for whoever tapped', () => {
    const keyed = { userPrivateData: { user001: { cardParamMap: { voted: 'true' } } } };
    expect(found(keyed)).toEqual(['D174 userPrivateData.user001']);
  });

  it('knows where misplaced names belong', () => {
    expect(lint({ updateCardDataByKey: true })).toEqual([
      {
        code: 'D175',
        path: 'updateCardDataByKey',
        name: 'updateCardDataByKey',
        place: 'cardUpdateOptions',
      },
    ]);
    expect(found({ cardParamMap: { status: 'x' } })).toEqual(['D175 cardParamMap']);
    expect(
      found({ cardData: { cardParamMap: {}, cardUpdateOptions: {}, userPrivateData: {} } }),
    ).toEqual(['D175 cardData.cardUpdateOptions', 'D175 cardData.userPrivateData']);
  });

  it('guesses what an unknown name was meant to be', () => {
    expect(lint({ cardDatas: {} })).toEqual([
      { code: 'D172', path: 'cardDatas', name: 'cardDatas', nearest: 'cardData' },
    ]);
    expect(lint({ cardUpdateOptions: { updateCardDataByKeys: true } })).toMatchObject([
      { code: 'D172', nearest: 'updateCardDataByKey' },
    ]);
  });

  it('takes only true for true', () => {
    expect(found({ cardUpdateOptions: { updateCardDataByKey: 'true' } })).toEqual([
      'D176 cardUpdateOptions.updateCardDataByKey',
    ]);
  });

  it('is an object of objects', () => {
    for (const response of ['SUCCESS', 3, true, []]) {
      expect(found(response)).toEqual(['D171 response']);
    }
    expect(found({ cardData: 'x', userPrivateData: [], cardUpdateOptions: 1 })).toEqual([
      'D171 cardUpdateOptions',
      'D171 cardData',
      'D171 userPrivateData',
    ]);
    expect(found({ cardData: { cardParamMap: '{}' } })).toEqual(['D171 cardData.cardParamMap']);
  });

  it('holds its variables in a cardParamMap', () => {
    expect(found({ cardData: { status: 'x' } })).toEqual(['D173 cardData']);
    expect(found({ cardData: {} })).toEqual([]);
  });

  it('has no wrapper here, and is read inside of one', () => {
    expect(found({ response: { privateData: {} } })).toEqual([
      'D177 response',
      'D170 response.privateData',
    ]);
  });

  it('holds texts, also without a template', () => {
    const response = {
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { count: 3 } },
      userPrivateData: { cardParamMap: { voted: true } },
    };
    const expected = [
      'D101 cardData.cardParamMap.count',
      'D101 userPrivateData.cardParamMap.voted',
    ];
    expect(found(response)).toEqual(expected);
    expect(found(response, template)).toEqual(expected);
  });

  it('is held against the template where there is one', () => {
    const response = {
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { statsu: 'x', voted: 'true' } },
      userPrivateData: { cardParamMap: { count: '3' } },
    };
    expect(found(response, template)).toEqual([
      'D103 cardData.cardParamMap.statsu',
      'D105 cardData.cardParamMap.voted',
      'D106 userPrivateData.cardParamMap.count',
    ]);
  });

  it('empties what it does not name unless it merges by key', () => {
    const replacing = { cardData: { cardParamMap: { status: 'x' } } };
    expect(lintAnswer(replacing, template)).toMatchObject([
      {
        code: 'D178',
        path: 'cardData.cardParamMap',
        params: { names: 'count', option: 'updateCardDataByKey' },
      },
    ]);
    const cardUpdateOptions = { updateCardDataByKey: true };
    expect(found({ ...replacing, cardUpdateOptions }, template)).toEqual([]);
    expect(found({ userPrivateData: { cardParamMap: {} } }, template)).toEqual([
      'D178 userPrivateData.cardParamMap',
    ]);
  });

  it('may hold names of every object and thousands of them', () => {
    const hostile = JSON.parse(
      '{"__proto__":{},"constructor":1,"cardData":{"cardParamMap":{"__proto__":1}}}',
    ) as JsonValue;
    expect(found(hostile)).toEqual([
      'D172 __proto__',
      'D172 constructor',
      'D101 cardData.cardParamMap.__proto__',
    ]);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]));
    expect(found(many)).toHaveLength(200);
    expect(found({ response: many })).toHaveLength(200);
    expect(found({ cardData: { cardParamMap: many } })).toHaveLength(200);
  });
});
