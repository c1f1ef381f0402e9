import { describe, expect, it } from 'vitest';
import { readForwardAnswer } from '../../src/answer/forward-answer.js';
import { soundAnswer } from '../../src/answer/forward-response.js';
import { seededIds } from '../../src/base/ids.js';

describe('a sound answer', () => {
  it.each([
    '',
    'null',
    '{}',
    '"SUCCESS"',
    '{"success":true,"cardData":null}',
    '{"cardUpdateOptions":{"updateCardDataByKey":true},"cardData":{"cardParamMap":{"a":"1"}}}',
    '{"userPrivateData":{"cardParamMap":{}}}',
  ])('is %j', (body) => {
    expect(soundAnswer(body)).toBeDefined();
  });

  it.each([
    '{',
    '[]',
    '1',
    '{"response":{}}',
    '{"privateData":{}}',
    '{"privateData":null}',
    '{"cardData":{"status":"x"}}',
    '{"cardData":{"cardParamMap":{"a":1}}}',
    '{"cardData":{"cardParamMap":[]}}',
    '{"cardUpdateOptions":{"updateCardDataByKey":"true"}}',
    '{"__proto__":{"cardData":{}}}',
  ])('is not %j: there is something to say', (body) => {
    expect(soundAnswer(body)).toBeUndefined();
  });

  it('is what the closer look comes to as well', () => {
    const ids = seededIds(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(ids.fraction() * list.length)] as T;
    const leaf = () => pick<unknown>(['x', '', 1, true, null, [], {}]);
    const map = () => pick<unknown>([{ a: leaf(), b: 'y' }, { a: 'z' }, {}, null, 'x', [1]]);
    const holder = () => pick<unknown>([{ cardParamMap: map() }, { status: leaf() }, {}, null, 3]);
    let sound = 0;
    for (let round = 0; round < 5_000; round++) {
      const names = ['cardData', 'userPrivateData', 'privateData', 'success', 'other'] as const;
      const options = { updateCardDataByKey: leaf() };
      const entries = names
        .filter(() => ids.fraction() < 0.3)
        .map((name) => [name, holder()] as const);
      const body = JSON.stringify({
        ...(ids.fraction() < 0.3 ? { cardUpdateOptions: options } : {}),
        ...Object.fromEntries(entries),
      });
      const answer = soundAnswer(body);
      const read = readForwardAnswer(body);
      if (answer === undefined) {
        expect(read.detail, body).toBeTypeOf('string');
        continue;
      }
      sound++;
      expect(read, body).toEqual({ ok: true, answer });
    }
    expect(sound).toBeGreaterThan(500);
  });
});
