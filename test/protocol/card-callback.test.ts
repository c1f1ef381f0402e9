import { describe, expect, it } from 'vitest';
import { cardResponseData, parseCardCallback } from '../../src/protocol/card-callback.js';

const button =
  '{"type":"actionCallback","outTrackId":"dtcard-8f0c","corpId":"ding9f50b15b00016741","userId":"manager01","userIdType":1,"spaceType":"IM","spaceId":"cidA1b2C3d4E5f6==","extension":"{}","content":"{\\"cardPrivateData\\":{\\"actionIds\\":[\\"btn_agree\\"],\\"params\\":{\\"action\\":\\"agree\\"}}}","value":"{\\"cardPrivateData\\":{\\"actionIds\\":[\\"btn_agree\\"],\\"params\\":{\\"action\\":\\"agree\\"}}}"}';

const withContent = (content: unknown) => parseCardCallback(JSON.stringify({ content }));

describe('parseCardCallback', () => {
  it('reads the tap of a button', () => {
    expect(parseCardCallback(button)).toEqual({
      ok: true,
      callback: {
        outTrackId: 'dtcard-8f0c',
        corpId: 'ding9f50b15b00016741',
        userId: 'manager01',
        userIdType: 1,
        spaceType: 'IM',
        spaceId: 'cidA1b2C3d4E5f6==',
        type: 'actionCallback',
        actionIds: ['btn_agree'],
        params: { action: 'agree' },
      },
    });
  });

  it.each([
    [
      'a form',
      '{"cardPrivateData":{"actionIds":["submit"],"params":{"form":{"name":"张三","level":{"index":1,"value":"P6"},"tags":{"index":[0,2],"value":["a","c"]},"agree":true,"when":"2026-11-22 15:30"},"current_form":{"fields":[{"name":"name","type":"TEXT"}]}}}}',
      ['submit'],
      {
        form: {
          name: '张三',
          level: { index: 1, value: 'P6' },
          tags: { index: [0, 2], value: ['a', 'c'] },
          agree: true,
          when: '2026-11-22 15:30',
        },
        current_form: { fields: [{ name: 'name', type: 'TEXT' }] },
      },
    ],
    [
      'an input',
      '{"cardPrivateData":{"actionIds":["input"],"params":{"input":"请改成周五"}}}',
      ['input'],
      { input: '请改成周五' },
    ],
    [
      'a select',
      '{"cardPrivateData":{"actionIds":["select"],"params":{"select":{"index":0,"value":"beijing"}}}}',
      ['select'],
      { select: { index: 0, value: 'beijing' } },
    ],
    [
      'a date',
      '{"cardPrivateData":{"actionIds":["date"],"params":{"date":"2026-11-22"}}}',
      ['date'],
      { date: '2026-11-22' },
    ],
    [
      'a checkbox',
      '{"cardPrivateData":{"actionIds":["checkbox"],"params":{"checkbox":true}}}',
      ['checkbox'],
      { checkbox: true },
    ],
    [
      'the stop button of an AI card',
      '{"cardPrivateData":{"actionIds":["btn_stop"],"params":{}}}',
      ['btn_stop'],
      {},
    ],
    [
      'feedback with reasons',
      '{"cardPrivateData":{"actionIds":["feedback_down"],"params":{"dislike_reason":["不准确"],"custom_dislike_reason":"数据旧"}}}',
      ['feedback_down'],
      { dislike_reason: ['不准确'], custom_dislike_reason: '数据旧' },
    ],
    [
      'a local update that also calls back',
      '{"cardPrivateData":{"actionIds":["local_submit"],"params":{"local_input":"草稿"}}}',
      ['local_submit'],
      { local_input: '草稿' },
    ],
  ])('reads %s', (_what, content, actionIds, params) => {
    const expected = { ok: true, callback: { actionIds, params } };
    expect(parseCardCallback(JSON.stringify({ content }))).toMatchObject(expected);
    // Older pushes carry `value` only.
    expect(parseCardCallback(JSON.stringify({ value: content }))).toMatchObject(expected);
  });

  it('takes content that came as an object', () => {
    expect(withContent({ cardPrivateData: { actionIds: ['a'], params: { n: 1 } } })).toMatchObject({
      ok: true,
      callback: { actionIds: ['a'], params: { n: 1 } },
    });
  });

  it('takes params that stand beside cardPrivateData', () => {
    expect(withContent('{"cardPrivateData":{"actionIds":["a"]},"params":{"n":1}}')).toMatchObject({
      ok: true,
      callback: { actionIds: ['a'], params: { n: 1 } },
    });
  });

  it('falls back to value when content cannot be read', () => {
    const value = '{"cardPrivateData":{"actionIds":["a"]}}';
    for (const content of ['', 'x', null, 5, []]) {
      expect(parseCardCallback(JSON.stringify({ content, value }))).toMatchObject({
        ok: true,
        callback: { actionIds: ['a'] },
      });
    }
  });

  it('keeps who and what when the content cannot be read, and names the problem', () => {
    const rest = { outTrackId: 'o', userId: 'u' };
    const empty = { actionIds: [], params: {} };
    for (const [content, problem] of [
      ['{broken', 'content is not a JSON object'],
      ['[]', 'content is not a JSON object'],
      ['', 'content is not a JSON object'],
      [null, 'content is missing'],
      [undefined, 'content is missing'],
    ] as const) {
      expect(parseCardCallback(JSON.stringify({ ...rest, content }))).toMatchObject({
        ok: false,
        problem,
        callback: { ...rest, ...empty },
      });
    }
  });

  it.each(['', 'x', '[]', 'null', '5', '"{}"'])('names the problem of data %j', (data) => {
    expect(parseCardCallback(data)).toEqual({
      ok: false,
      problem: 'data is not a JSON object',
      callback: {
        outTrackId: '',
        corpId: '',
        userId: '',
        userIdType: 1,
        spaceType: '',
        spaceId: '',
        type: '',
        actionIds: [],
        params: {},
      },
    });
  });

  it.each([
    ['{"cardPrivateData":{}}', [], {}],
    ['{"cardPrivateData":null}', [], {}],
    ['{"cardPrivateData":[]}', [], {}],
    ['{}', [], {}],
    ['{"cardPrivateData":{"actionIds":"btn","params":"x"}}', [], {}],
    ['{"cardPrivateData":{"actionIds":["a",5,null,{"b":1}],"params":[]}}', ['a'], {}],
  ])('reads what is there of %s', (content, actionIds, params) => {
    expect(withContent(content)).toMatchObject({ ok: true, callback: { actionIds, params } });
  });

  it.each([
    ['1', 1],
    ['2', 2],
    ['"2"', 2],
    ['0', 1],
    ['1e999', 1],
    ['"x"', 1],
    ['[2]', 1],
    ['null', 1],
  ])('reads userIdType %s as %d', (written, expected) => {
    expect(parseCardCallback(`{"userIdType":${written}}`).callback.userIdType).toBe(expected);
  });

  it('keeps params named like members of Object as data', () => {
    const { callback } = withContent(
      '{"cardPrivateData":{"actionIds":["__proto__"],"params":{"__proto__":{"x":1},"constructor":"c"}}}',
    );
    expect(callback.actionIds).toEqual(['__proto__']);
    expect(JSON.stringify(callback.params)).toBe('{"__proto__":{"x":1},"constructor":"c"}');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('refuses params nested so deeply that no answer or recording could be written', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const parsed = withContent(`{"cardPrivateData":{"actionIds":["a"],"params":${deep}}}`);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).toContain('content is not a JSON object');
  });

  it('hands on control characters and lone surrogates unchanged', () => {
    const userId = '\u001b]0;title\u0007\u202e\ud800';
    expect(parseCardCallback(JSON.stringify({ userId, content: '{}' })).callback.userId).toBe(
      userId,
    );
  });
});

describe('cardResponseData', () => {
  it('wraps the answer as Stream wants it', () => {
    expect(
      cardResponseData({
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        cardData: { cardParamMap: { status: 'agreed', count: '3' } },
        userPrivateData: { cardParamMap: { voted: 'true' } },
      }),
    ).toBe(
      '{"response":{"cardUpdateOptions":{"updateCardDataByKey":true,"updatePrivateDataByKey":true},"cardData":{"cardParamMap":{"status":"agreed","count":"3"}},"userPrivateData":{"cardParamMap":{"voted":"true"}}}}',
    );
  });

  it('acknowledges without an update', () => {
    expect(cardResponseData(undefined)).toBe('{"response":{}}');
    expect(cardResponseData({})).toBe('{"response":{}}');
  });

  it('writes text no UTF-8 can carry as escapes', () => {
    const written = cardResponseData({ cardData: { cardParamMap: { a: '\ud800"\u2028' } } });
    expect(Buffer.from(written).toString()).toBe(written);
    expect(JSON.parse(written)).toEqual({
      response: { cardData: { cardParamMap: { a: '\ud800"\u2028' } } },
    });
  });
});
