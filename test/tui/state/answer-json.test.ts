import { describe, expect, it } from 'vitest';
import { isWholeResponse, readResponse, responseText } from '../../../src/tui/state/answer-json.js';

describe('an answer as JSON', () => {
  it('is written and read without loss', () => {
    const response = {
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
      cardData: { cardParamMap: { status: '已同意 "x"\n', ['__proto__']: 'p' } },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    };
    expect(readResponse(responseText(response))).toEqual({ ok: true, response });
  });

  it('begins with the frame of an answer where there is none, which says nothing', () => {
    expect(readResponse(responseText(undefined))).toEqual({
      ok: true,
      response: {
        cardUpdateOptions: { updateCardDataByKey: true },
        cardData: { cardParamMap: {} },
      },
    });
    expect(readResponse('{}')).toEqual({ ok: true, response: {} });
  });

  it('turns values that are no texts into their JSON text', () => {
    const text = '{"cardData":{"cardParamMap":{"n":1,"b":true,"l":[1,"二"],"o":{"a":null}}}}';
    expect(readResponse(text)).toMatchObject({
      response: {
        cardData: { cardParamMap: { n: '1', b: 'true', l: '[1,"二"]', o: '{"a":null}' } },
      },
    });
  });

  it('says where it stops being JSON', () => {
    expect(readResponse('{\n  "cardData": {,\n}')).toEqual({
      ok: false,
      problem: { is: 'mistake', place: { line: 2, column: 16 }, code: 'name' },
    });
    expect(readResponse('')).toMatchObject({ problem: { place: { line: 1, column: 1 } } });
    const deep = '['.repeat(2000) + ']'.repeat(2000);
    expect(readResponse(deep)).toMatchObject({ problem: { is: 'mistake', code: 'deep' } });
  });

  it('names what DingTalk would ignore', () => {
    const map = '{"cardParamMap":{"a":"1"}}';
    const cases = {
      [`{"privateData":${map}}`]: 'D170',
      [`{"privateCardData":${map}}`]: 'D170',
      '{"cardParamMap":{"a":"1"}}': 'D175',
      '{"cardData":{"status":"x"}}': 'D173',
      [`{"response":{"cardData":${map}}}`]: 'D177',
      '[]': 'D171',
      [`{"cardDate":${map}}`]: 'D172',
    };
    for (const [text, code] of Object.entries(cases)) {
      expect(readResponse(text), text).toMatchObject({
        ok: false,
        problem: { is: 'shape', finding: { code } },
      });
    }
  });

  it('can be told from a map of variables', () => {
    expect(isWholeResponse({ cardData: { cardParamMap: {} } })).toBe(true);
    expect(isWholeResponse({ cardData: 'x', status: 'y' })).toBe(false);
    expect(isWholeResponse([])).toBe(false);
  });
});
