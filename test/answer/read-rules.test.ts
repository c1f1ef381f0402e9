import { describe, expect, it } from 'vitest';
import { readRule } from '../../src/answer/read-rules.js';
import { nodeOf } from '../support/rule-subjects.js';

function read(text: string) {
  const problems: { line: number; column: number; message: string }[] = [];
  const rule = readRule(nodeOf(text), problems);
  expect(problems).toEqual([]);
  return rule;
}

describe('a rule', () => {
  it('sends a card with values as text', () => {
    const rule = read(`
name: send-approval
on: message
send:
  template: t1.schema
  data: { title: 报销, amount: 1000.0, list: [1, 2] }
  privateData: { manager01: { canApprove: true } }
  to: sender
`);
    expect(rule).toMatchObject({ name: 'send-approval', on: 'message', line: 2, conditions: [] });
    expect(rule.action).toEqual({
      kind: 'send',
      card: {
        cardTemplateId: 't1.schema',
        cardParamMap: { title: '报销', amount: '1000.0', list: '[1,2]' },
        privateData: { manager01: { cardParamMap: { canApprove: 'true' } } },
      },
      to: { kind: 'sender' },
    });
  });

  it('sends a card without values', () => {
    expect(read('{ name: a, on: message, send: { template: t } }').action).toEqual({
      kind: 'send',
      card: { cardTemplateId: 't', cardParamMap: {} },
      to: { kind: 'conversation' },
    });
  });

  it('answers with an update by key', () => {
    expect(
      read('{ name: a, on: callback, answer: { cardData: { n: 3 }, delayMs: 1500 } }').action,
    ).toEqual({
      kind: 'answer',
      response: {
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        cardData: { cardParamMap: { n: '3' } },
      },
      delayMs: 1500,
    });
  });

  it('answers with a replacement when it says so', () => {
    const { action } = read(
      '{ name: a, on: callback, answer: { userPrivateData: { v: "1" }, updatePrivateDataByKey: false } }',
    );
    expect(action).toEqual({
      kind: 'answer',
      response: {
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
        userPrivateData: { cardParamMap: { v: '1' } },
      },
      delayMs: 0,
    });
  });

  it.each([
    ['answer: {}', { kind: 'answer', response: undefined, delayMs: 0 }],
    ['fail: {}', { kind: 'fail', code: 500, message: '' }],
    ['fail: { code: 404, message: 没有 }', { kind: 'fail', code: 404, message: '没有' }],
    ['leave: true', { kind: 'leave' }],
  ])('may say %s', (text, expected) => {
    expect(read(`{ name: a, on: callback, ${text} }`).action).toEqual(expected);
  });

  it('streams a text in steps, the usual ones where it does not say', () => {
    const stream = (text: string) =>
      read(`{ name: a, on: message, send: { template: t, stream: ${text} } }`).action;
    expect(stream('{ key: content, text: 你好 }')).toMatchObject({
      stream: { key: 'content', text: '你好', everyMs: 500, step: 12 },
    });
    expect(stream('{ key: c, text: a, everyMs: 50, step: 1 }')).toMatchObject({
      stream: { key: 'c', text: 'a', everyMs: 50, step: 1 },
    });
  });

  it('has a condition for everything under when', () => {
    const rule = read(
      '{ name: a, on: callback, leave: true, when: { action: b, params: { x: 1, y: { z: 2 } }, user: u, template: t, outTrackId: o, conversation: c } }',
    );
    expect(rule.conditions.map(({ path }) => path).sort()).toEqual([
      'action',
      'conversation',
      'outTrackId',
      'params.x',
      'params.y.z',
      'template',
      'user',
    ]);
  });
});
