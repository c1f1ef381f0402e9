import { describe, expect, it } from 'vitest';
import { readScriptValue } from '../../src/answer/script-value.js';
import type { JsonValue } from '../../src/base/json-text.js';
import { callback, message } from '../support/rule-subjects.js';

const onTap = { on: 'callback', callback: callback() } as const;
const onMessage = { on: 'message', message: message() } as const;

const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };

function detail(value: JsonValue, context: typeof onTap | typeof onMessage = onTap): string {
  const read = readScriptValue(value, context);
  if (read.ok) throw new Error(JSON.stringify(read.decision));
  return read.detail;
}

describe('a reply to a tap', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['leave', { leave: true }],
  ])('leaves it to somebody else: %s', (_what, value) => {
    expect(readScriptValue(value, onTap)).toEqual({ ok: true, decision: { kind: 'leave' } });
  });

  it.each<[string, JsonValue, unknown]>([
    ['acknowledges', { answer: {} }, { kind: 'empty' }],
    [
      'changes public variables, what is no text as JSON',
      { answer: { cardData: { status: '已同意', count: 3, list: [1], is: true } } },
      {
        kind: 'update',
        response: {
          cardUpdateOptions: byKey,
          cardData: { cardParamMap: { status: '已同意', count: '3', list: '[1]', is: 'true' } },
        },
      },
    ],
    [
      'changes private variables, and may replace the whole map',
      { answer: { userPrivateData: { mine: '' }, updatePrivateDataByKey: false } },
      {
        kind: 'update',
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
          userPrivateData: { cardParamMap: { mine: '' } },
        },
      },
    ],
    [
      'refuses',
      { fail: { code: 403, message: '不行' } },
      { kind: 'fail', code: 403, message: '不行' },
    ],
    ['refuses with the usual code', { fail: {} }, { kind: 'fail', code: 500, message: '' }],
  ])('%s', (_what, value, answer) => {
    expect(readScriptValue(value, onTap)).toEqual({
      ok: true,
      decision: { kind: 'answer', answer, then: [] },
    });
  });

  it('acknowledges where there is only something to be done besides', () => {
    const read = readScriptValue({ update: { cardData: { a: 1 } } }, onTap);
    expect(read).toMatchObject({
      decision: {
        kind: 'answer',
        answer: { kind: 'empty' },
        then: [{ kind: 'update', update: { outTrackId: 'track1', cardParamMap: { a: '1' } } }],
      },
    });
  });

  it('keeps a variable named __proto__', () => {
    const value = JSON.parse('{"answer":{"cardData":{"__proto__":"x"}}}') as JsonValue;
    const read = readScriptValue(value, onTap);
    expect(JSON.stringify(read)).toContain('"cardParamMap":{"__proto__":"x"}');
  });

  it.each<[JsonValue, string]>([
    [
      'yes',
      'the reply must be an object with answer, fail, leave, send, update, stream, not "yes"',
    ],
    [[], 'the reply must be an object with answer, fail, leave, send, update, stream, not a list'],
    [
      false,
      'the reply must be an object with answer, fail, leave, send, update, stream, not false',
    ],
    [
      {},
      'the reply is empty: it needs one of answer, fail, leave, send, update, stream; {answer: {}} acknowledges',
    ],
    [{ anwser: {} }, 'anwser is unknown; did you mean "answer"?'],
    [{ cardData: {} }, 'cardData is unknown; did you mean "answer: { cardData }"?'],
    [
      { userPrivateData: {} },
      'userPrivateData is unknown; did you mean "answer: { userPrivateData }"?',
    ],
    [{ answer: 'x' }, 'answer must be an object, not "x"'],
    [
      { answer: { privateData: {} } },
      'answer.privateData is unknown; did you mean "userPrivateData"?',
    ],
    [
      { answer: { privateCardData: {} } },
      'answer.privateCardData is unknown; did you mean "userPrivateData"?',
    ],
    [
      { answer: { userPrivatData: {} } },
      'answer.userPrivatData is unknown; did you mean "userPrivateData"?',
    ],
    [
      { answer: { cardData: { status: null } } },
      'answer.cardData.status has no value; give "" for an empty text',
    ],
    [{ answer: { cardData: [1] } }, 'answer.cardData must be an object of variables, not a list'],
    [
      { answer: { cardData: { cardParamMap: { a: '1' } } } },
      'answer.cardData: write the variables here directly, without "cardParamMap"',
    ],
    [
      { answer: { cardData: {}, updateCardDataByKey: 'yes' } },
      'answer.updateCardDataByKey must be true or false, not "yes"',
    ],
    [{ fail: { code: 200 } }, 'fail.code must be a whole number 300–599, not 200'],
    [{ fail: { message: 1 } }, 'fail.message must be a text, not 1'],
    [{ answer: {}, fail: {} }, 'only one of answer, fail can be given'],
    [{ leave: false }, 'leave must be true, not false'],
    [
      { leave: true, send: { template: 'a.schema' } },
      'leave does nothing, so nothing can be done besides',
    ],
  ])('%j is told as wrong', (value, expected) => {
    expect(detail(value)).toBe(expected);
  });
});

describe('a reply to a message', () => {
  it('sends a card', () => {
    expect(readScriptValue({ send: { template: 'a.schema', data: { n: 1 } } }, onMessage)).toEqual({
      ok: true,
      decision: {
        kind: 'answer',
        answer: { kind: 'empty' },
        then: [
          {
            kind: 'send',
            draft: {
              cardTemplateId: 'a.schema',
              openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
              cardParamMap: { n: '1' },
            },
          },
        ],
      },
    });
  });

  it('is no answer', () => {
    expect(detail({ answer: {} }, onMessage)).toBe('answer is unknown; did you mean "send"?');
  });
});
