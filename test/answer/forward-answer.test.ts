import { describe, expect, it } from 'vitest';
import { readForwardAnswer } from '../../src/answer/forward-answer.js';
import type { CardCallbackResponse } from '../../src/protocol/card-callback.js';

function responseOf(body: string): CardCallbackResponse | undefined {
  const read = readForwardAnswer(body);
  if (!read.ok) throw new Error(read.detail);
  return read.answer.kind === 'update' ? read.answer.response : undefined;
}

function detailOf(body: unknown): string {
  return readForwardAnswer(typeof body === 'string' ? body : JSON.stringify(body)).detail ?? '';
}

const whole = {
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
  cardData: { cardParamMap: { status: '已同意', count: '3' } },
  userPrivateData: { cardParamMap: { voted: 'true' } },
};

describe('the answer of a service', () => {
  it('is the bare response object, taken as it is', () => {
    expect(readForwardAnswer(JSON.stringify(whole))).toEqual({
      ok: true,
      answer: { kind: 'update', response: whole },
    });
    expect(responseOf(`\ufeff \n${JSON.stringify(whole)}\n`)).toEqual(whole);
  });

  it('has no option that was not given: DingTalk then replaces the whole map', () => {
    const cardData = { cardParamMap: { a: '1' } };
    expect(responseOf(JSON.stringify({ cardData }))).toEqual({ cardData });
    expect(responseOf(JSON.stringify({ cardData, cardUpdateOptions: null }))).toEqual({ cardData });
  });

  it.each([
    '',
    ' \n',
    '\ufeff',
    'null',
    '{}',
    'SUCCESS',
    'success\n',
    '"SUCCESS"',
    'OK',
    '"ok"',
    '{"success":true}',
    '{"cardData":null,"userPrivateData":null,"cardUpdateOptions":null}',
    '{"response":null}',
    '{"response":{}}',
    '{"response":"SUCCESS"}',
    '{"response":{"cardData":null}}',
    '{"cardUpdateOptions":{"updateCardDataByKey":true}}',
  ])('may be empty: %j', (body) => {
    expect(readForwardAnswer(body)).toEqual({ ok: true, answer: { kind: 'empty' } });
  });

  it('may be empty and chatty, which is told', () => {
    const read = readForwardAnswer('{"errcode":0,"errmsg":"ok"}');
    expect(read).toMatchObject({ ok: true, answer: { kind: 'empty' } });
    expect(read.detail).toContain('errcode');
  });

  it.each([
    ['<html><body>502 Bad Gateway</body></html>', 'not JSON: <html>'],
    ['{"cardData":', 'not JSON: {"cardData":'],
    ['[]', 'not an object: []'],
    ['[{"cardData":{}}]', 'not an object'],
    ['42', 'not an object: 42'],
    ['true', 'not an object: true'],
    ['"done"', 'not an object: "done"'],
    ['[['.repeat(5_000), 'not JSON'],
    ['\u001f\ufffd\u0008\u0000junk', 'compressed'],
  ])('is nonsense: %j', (body, words) => {
    const read = readForwardAnswer(body);
    expect(read.ok).toBe(false);
    expect(read.detail).toContain(words);
  });

  it('is shown in a short excerpt, on one line, no character cut in half', () => {
    const detail = detailOf(`<p>\n\u001b[31m${'😀'.repeat(500)}`);
    expect(detail.length).toBeLessThan(130);
    expect(detail).not.toMatch(/\p{Cc}/u);
    expect(encodeURIComponent(detail)).toContain('%F0%9F%98%80');
    expect(detail.endsWith('…')).toBe(true);
  });

  it('in the wrapper of Stream is none, as over HTTP nothing of it would be read', () => {
    const read = readForwardAnswer(JSON.stringify({ response: whole }));
    expect(read.ok).toBe(false);
    expect(read.detail).toContain('{"response": …}');
    expect(read.detail).toContain('bare');
  });

  it('with values that are no texts has them as JSON text, and is told so', () => {
    const cardParamMap = { n: 3, yes: true, list: [1, { a: null }], text: 'x', none: null };
    const body = JSON.stringify({ cardData: { cardParamMap } });
    expect(responseOf(body)).toEqual({
      cardData: { cardParamMap: { n: '3', yes: 'true', list: '[1,{"a":null}]', text: 'x' } },
    });
    for (const words of ['of n is of type number', 'of yes', 'of list', 'of none']) {
      expect(detailOf(body)).toContain(words);
    }
  });

  it.each(['privateData', 'privateCardData'])('tells that %s is not the name', (name) => {
    const body = { cardData: whole.cardData, [name]: { cardParamMap: { voted: 'true' } } };
    expect(responseOf(JSON.stringify(body))).toEqual({ cardData: whole.cardData });
    expect(detailOf(body)).toContain(name);
    expect(detailOf(body)).toContain('userPrivateData');
    // Alone it would change nothing, which was not meant.
    expect(readForwardAnswer(JSON.stringify({ [name]: body[name] })).ok).toBe(false);
  });

  it('names what an unknown key was probably meant to be', () => {
    const body = { carddata: { cardParamMap: {} }, userPrivateData: whole.userPrivateData };
    expect(responseOf(JSON.stringify(body))).toEqual({ userPrivateData: whole.userPrivateData });
    expect(detailOf(body)).toContain('did you mean cardData?');
    expect(readForwardAnswer('{"cardDatas":{"cardParamMap":{"a":"1"}}}').ok).toBe(false);
  });

  it.each([
    { cardData: [] },
    { cardData: 'x' },
    { cardData: { cardParamMap: 'x' } },
    { cardData: { status: 'x' } },
    { cardParamMap: { status: 'x' } },
    { userPrivateData: { manager01: { cardParamMap: { a: '1' } } } },
  ])('whose data stands in the wrong place is none, with a reason: %j', (body) => {
    const read = readForwardAnswer(JSON.stringify(body));
    expect(read.ok).toBe(false);
    expect(read.detail).toMatch(/\w/);
  });

  it('takes an option that is no boolean for absent, and tells', () => {
    const body = { cardUpdateOptions: { updateCardDataByKey: 'true' }, cardData: whole.cardData };
    expect(responseOf(JSON.stringify(body))).toEqual({
      cardUpdateOptions: {},
      cardData: whole.cardData,
    });
    expect(detailOf(body)).toContain('updateCardDataByKey');
  });

  it('keeps names that objects have by themselves', () => {
    const body = '{"cardData":{"cardParamMap":{"__proto__":"p","constructor":"c","n":1}}}';
    expect(JSON.stringify(responseOf(body))).toBe(
      '{"cardData":{"cardParamMap":{"__proto__":"p","constructor":"c","n":"1"}}}',
    );
  });

  it('with thousands of mistakes is told in a few words', () => {
    const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i]));
    expect(detailOf(wrong).length).toBeLessThan(2_000);
    const values = { cardData: { cardParamMap: wrong } };
    expect(detailOf(values).length).toBeLessThan(2_000);
    expect(detailOf(values)).toMatch(/\d+ more$/);
  });
});
