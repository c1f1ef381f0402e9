import { describe, expect, it } from 'vitest';
import { readRule, ruleIsOn } from '../../src/answer/read-rules.js';
import type { Rule } from '../../src/answer/rule.js';
import { always, valueFor } from '../../src/answer/value.js';
import { message, nodeOf, readingOf, sometime } from '../support/rule-subjects.js';

function read(text: string) {
  const node = nodeOf(text);
  const reading = readingOf(ruleIsOn(node));
  const rule = readRule(node, reading);
  expect(reading.problems).toEqual([]);
  return rule;
}

function sentBy(rule: Rule) {
  if (rule.action.kind !== 'send') throw new Error('it sends nothing');
  return rule.action.sends.map((send) => valueFor(send, { message: message(), nowMs: sometime }));
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
    expect(sentBy(rule)).toEqual([
      {
        kind: 'send',
        draft: {
          cardTemplateId: 't1.schema',
          cardParamMap: { title: '报销', amount: '1000.0', list: '[1,2]' },
          privateData: { manager01: { cardParamMap: { canApprove: 'true' } } },
          openSpaceId: 'dtv1.card//IM_ROBOT.lisi01',
        },
      },
    ]);
    expect(rule.sends).toEqual([
      {
        cardTemplateId: 't1.schema',
        cardParamMap: { title: '报销', amount: '1000.0', list: '[1,2]' },
      },
    ]);
  });

  it('sends a card without values, or several', () => {
    const sends = '[{ template: t }, { template: "${message.text}.schema", to: sender }]';
    expect(sentBy(read(`{ name: a, on: message, send: ${sends} }`))).toMatchObject([
      { draft: { cardTemplateId: 't', cardParamMap: {} } },
      { draft: { cardTemplateId: '报销.schema', openSpaceId: 'dtv1.card//IM_ROBOT.lisi01' } },
    ]);
  });

  it('answers with an update by key', () => {
    expect(
      read('{ name: a, on: callback, answer: { cardData: { n: 3 }, delayMs: 1500 } }').action,
    ).toEqual({
      kind: 'answer',
      response: always({
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        cardData: { cardParamMap: { n: '3' } },
      }),
      delayMs: 1500,
    });
  });

  it('answers with a replacement when it says so', () => {
    const { action } = read(
      '{ name: a, on: callback, answer: { userPrivateData: { v: "1" }, updatePrivateDataByKey: false } }',
    );
    expect(action).toEqual({
      kind: 'answer',
      response: always({
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: false },
        userPrivateData: { cardParamMap: { v: '1' } },
      }),
      delayMs: 0,
    });
  });

  it.each([
    ['answer: {}', { kind: 'answer', response: always(undefined), delayMs: 0 }],
    ['fail: {}', { kind: 'fail', code: 500, message: always('') }],
    ['fail: { code: 404, message: 没有 }', { kind: 'fail', code: 404, message: always('没有') }],
    ['leave: true', { kind: 'leave' }],
  ])('may say %s', (text, expected) => {
    expect(read(`{ name: a, on: callback, ${text} }`).action).toEqual(expected);
  });

  it('streams a text in steps, the usual ones where it does not say', () => {
    const stream = (text: string) =>
      sentBy(read(`{ name: a, on: message, send: { template: t, stream: ${text} } }`));
    expect(stream('{ key: content, text: 你好 }')).toMatchObject([
      { stream: { key: 'content', text: '你好', everyMs: 500, step: 12 } },
    ]);
    expect(stream('{ key: c, text: a, everyMs: 50, step: 1 }')).toMatchObject([
      { stream: { key: 'c', text: 'a', everyMs: 50, step: 1 } },
    ]);
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
