import { describe, expect, it } from 'vitest';
import { readAnswerFrame, readCardAnswer } from '../../src/simulator/answer-frame.js';

const rules = { bareAnswer: 'ignore', nonStringValue: 'stringify' } as const;
const read = (response: unknown, more: object = {}) =>
  readCardAnswer(JSON.stringify({ response }), { ...rules, ...more });
const codes = (answer: ReturnType<typeof read>) => answer.warnings.map(({ code }) => code);

describe('readAnswerFrame', () => {
  it('reads what every SDK sends', () => {
    const frame =
      '{"code":200,"headers":{"messageId":"m1","time":"1"},"message":"OK","data":"{}"}\n';
    expect(readAnswerFrame(frame)).toEqual({
      ok: true,
      answer: { messageId: 'm1', code: 200, message: 'OK', data: '{}' },
    });
    expect(readAnswerFrame('{"headers":{"messageId":"m1"}}')).toEqual({
      ok: true,
      answer: { messageId: 'm1', code: 0, message: '', data: undefined },
    });
    expect(readAnswerFrame('{"code":"404","headers":{"messageId":"m"},"message":null}')).toEqual({
      ok: true,
      answer: { messageId: 'm', code: 404, message: '', data: undefined },
    });
  });

  it('names what is wrong with anything else', () => {
    for (const text of [
      '',
      'x',
      '[]',
      'null',
      '{}',
      '{"headers":{}}',
      '{"headers":{"messageId":""}}',
    ]) {
      expect([text, readAnswerFrame(text).ok]).toEqual([text, false]);
    }
  });
});

describe('readCardAnswer', () => {
  it('finds nothing to apply in an acknowledgement, whatever it looks like', () => {
    const acknowledgements = [undefined, null, '', '{}', '{"response":null}', '"OK"', 'null', '7'];
    for (const data of acknowledgements) {
      expect(readCardAnswer(data, rules)).toEqual({ response: undefined, warnings: [] });
    }
    for (const response of [null, {}, 'OK', 'SUCCESS', { success: true }, { cardData: null }]) {
      expect(read(response)).toEqual({ response: undefined, warnings: [] });
    }
  });

  it('reads flags as true only when they are true', () => {
    const cardData = { cardParamMap: { a: 'b' } };
    expect(read({ cardData }).response).toEqual({ cardData });
    expect(read({ cardData, cardUpdateOptions: { updateCardDataByKey: true } }).response).toEqual({
      cardData,
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
    });
    expect(
      read({ cardData, cardUpdateOptions: { updateCardDataByKey: 'true' } }).response,
    ).toMatchObject({ cardUpdateOptions: { updateCardDataByKey: false } });
  });

  it('keeps an empty map, which clears the card', () => {
    expect(read({ cardData: { cardParamMap: {} } }).response).toEqual({
      cardData: { cardParamMap: {} },
    });
  });

  it('takes other values as JSON text with a warning, or refuses the map by the rule', () => {
    const cardParamMap = { n: 1, b: true, o: { x: [1] }, gone: null, s: 's' };
    const answer = read({ cardData: { cardParamMap } });
    expect(answer.response).toEqual({
      cardData: { cardParamMap: { n: '1', b: 'true', o: '{"x":[1]}', s: 's' } },
    });
    expect(codes(answer)).toEqual(Array.from({ length: 3 }, () => 'answer-value-not-string'));
    const refused = read(
      { cardData: { cardParamMap }, userPrivateData: { cardParamMap: { ok: 'yes' } } },
      { nonStringValue: 'refuse' },
    );
    expect(refused.response).toEqual({ userPrivateData: { cardParamMap: { ok: 'yes' } } });
  });

  it('keeps a key __proto__ a key', () => {
    const text = '{"response":{"cardData":{"cardParamMap":{"__proto__":"x","n":1}}}}';
    const map = readCardAnswer(text, rules).response?.cardData?.cardParamMap;
    expect(JSON.stringify(map)).toBe('{"__proto__":"x","n":"1"}');
  });

  it('warns of misnamed private data and of unknown keys', () => {
    const cardData = { cardParamMap: { a: 'b' } };
    expect(codes(read({ cardData, privateData: {} }))).toEqual(['answer-private-misnamed']);
    expect(codes(read({ cardData, privateCardData: {} }))).toEqual(['answer-private-misnamed']);
    const answer = read({ cardData, cardDatas: {} });
    expect(codes(answer)).toEqual(['answer-unknown-key']);
    expect(answer.response).toEqual({ cardData });
  });

  it('warns of names in the wrong place, wherever they stand, and says where they belong', () => {
    const cardData = { cardParamMap: { a: 'b' } };
    const warned = (response: object) =>
      read(response).warnings.map(({ code, message }) => `${code} ${message.split(':')[0]}`);
    expect(warned({ cardData: { ...cardData, privateData: {} } })).toEqual([
      'answer-private-misnamed cardData.privateData',
    ]);
    expect(warned({ cardData, cardUpdateOptions: { privateCardData: {} } })).toEqual([
      'answer-private-misnamed cardUpdateOptions.privateCardData',
    ]);
    expect(warned({ cardData, updateCardDataByKey: true })).toEqual([
      'answer-key-misplaced updateCardDataByKey',
    ]);
    expect(warned({ cardData: { ...cardData, cardUpdateOptions: {} } })).toEqual([
      'answer-key-misplaced cardData.cardUpdateOptions',
    ]);
    expect(warned({ cardData, cardUpdateOptions: { updateCardDataByKeys: true } })).toEqual([
      'answer-unknown-key cardUpdateOptions.updateCardDataByKeys',
    ]);
    expect(warned({ cardData, cardUpdateOptions: { updateCardDataByKey: 'true' } })).toEqual([
      'answer-option-not-boolean cardUpdateOptions.updateCardDataByKey',
    ]);
    expect(warned({ userPrivateData: { manager01: cardData } })).toEqual([
      'answer-keyed-by-user userPrivateData.manager01',
    ]);
    expect(warned({ cardData: { status: 'x' } })).toEqual(['answer-map-missing cardData']);
    expect(warned({ response: { cardData } })).toEqual(['answer-wrapped response']);
    expect(warned({ cardData, cardUpdateOptions: 'x' })).toEqual([
      'answer-unusable cardUpdateOptions',
    ]);
    const [finding] = read({ cardData, privateCardData: {} }).warnings;
    expect(finding?.message).toContain('userPrivateData');
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`k${at}`, 1]));
    expect(read({ ...many, cardData }).warnings).toHaveLength(20);
  });

  it('warns of nothing in answers as SDKs write them', () => {
    for (const response of [
      { cardUpdateOptions: null, cardData: null, userPrivateData: null },
      { success: true, cardData: { cardParamMap: { a: 'b' } } },
      { cardUpdateOptions: { updateCardDataByKey: null }, cardData: {}, userPrivateData: {} },
    ]) {
      expect(read(response).warnings).toEqual([]);
    }
  });

  it('warns of a bare answer, and reads it by the rule', () => {
    const bare = { cardData: { cardParamMap: { a: 'b' } } };
    const ignored = readCardAnswer(JSON.stringify(bare), rules);
    expect([ignored.response, codes(ignored)]).toEqual([undefined, ['answer-bare']]);
    const applied = readCardAnswer(JSON.stringify(bare), { ...rules, bareAnswer: 'apply' });
    expect([applied.response, codes(applied)]).toEqual([bare, ['answer-bare']]);
    expect(codes(readCardAnswer('{"privateData":{}}', rules))).toEqual(['answer-bare']);
    expect(codes(readCardAnswer('{"success":true,"x":1}', rules))).toEqual([]);
  });

  it('never throws, and says what cannot be used', () => {
    const unusable = ['{', 7, true, '{"response":[]}', '{"response":{"cardData":[]}}'];
    for (const data of unusable) {
      expect([data, codes(readCardAnswer(data, rules))]).toEqual([data, ['answer-unusable']]);
    }
    for (const cardParamMap of ['x', 7, [], true]) {
      expect(codes(read({ cardData: { cardParamMap } }))).toEqual(['answer-unusable']);
    }
  });

  it('takes data that was not turned into text, with a warning', () => {
    const response = { cardData: { cardParamMap: { a: 'b' } } };
    const answer = readCardAnswer({ response }, rules);
    expect([answer.response, codes(answer)]).toEqual([response, ['answer-data-object']]);
  });
});
