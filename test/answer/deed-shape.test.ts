import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/answer/load-rules.js';
import { places } from '../support/rule-subjects.js';

const problems = (rule: string, on = 'callback') =>
  places(loadRules(`version: 1\nrules:\n  - { name: a, on: ${on}, ${rule} }\n`, 'r'));

const wire = ['privateData', 'privateCardData'];

describe('what rules may do', () => {
  it.each([
    ['answer: {}, send: [{ template: t }], update: { cardData: {} }, stream: { key: k, text: t }'],
    ['limit: once, answer: {}'],
    ['limit: { times: 3, per: card }, answer: {}'],
    ['late: fail, leave: true'],
    ['late: hold, script: a.mjs, timeLimitMs: 60000'],
    ['onDuplicate: again, answer: {}'],
    ['onDuplicate: ignore, answer: {}'],
  ])('%s', (rule) => {
    expect(problems(rule)).toEqual([]);
  });

  it.each(wire)('knows %s for userPrivateData of an answer', (key) => {
    expect(problems(`answer: { ${key}: {} }`)).toEqual([
      `3:40 unknown key "${key}" in answer; did you mean "userPrivateData"?`,
    ]);
  });

  it.each([
    [
      'answer: {}, fail: {}',
      '3:42 rules[0] has "answer" already; only one of "answer", "fail", "leave", "script"',
    ],
    ['send: []', '3:36 send is an empty list'],
    [
      'send: { template: t, privateCardData: {} }',
      '3:51 unknown key "privateCardData" in send; did you mean "privateData"?',
    ],
    ['update: {}', '3:38 update needs one of "cardData", "userPrivateData", "privateData"'],
    [
      'update: [{ cardData: {} }, { outTrackId: x }]',
      '3:57 update[1] needs one of "cardData", "userPrivateData", "privateData"',
    ],
    [
      'update: { cardData: {}, data: {} }',
      '3:54 unknown key "data" in update; did you mean "cardData"?',
    ],
    ['stream: { key: k }', '3:38 stream needs "text"'],
    ['answer: {}, limit: twice', '3:49 limit must be once or { times: … }, not "twice"'],
    ['answer: {}, limit: { per: user }', '3:49 limit needs "times"'],
    [
      'answer: {}, limit: { times: 1, per: chat }',
      '3:66 per must be one of rule, user, card, conversation, not "chat"',
    ],
    ['answer: {}, limit: { times: 0 }', '3:58 times must be a whole number 1–1000000, not 0'],
    [
      'answer: {}, late: fail',
      '3:42 late is for rules that do not answer at once: with leave or script',
    ],
    [
      'leave: true, late: never',
      '3:49 late must be one of ack-then-update, fail, let-it-expire, hold, not "never"',
    ],
    [
      'script: a.mjs, timeLimitMs: 60001',
      '3:58 timeLimitMs must be a whole number 1–60000, not 60001',
    ],
    [
      'answer: {}, onDuplicate: never',
      '3:55 onDuplicate must be one of ignore, again, not "never"',
    ],
    [
      'send: { template: t, to: "${callback.nobody}" }',
      '3:56 ${callback.nobody}: callback has no "nobody"',
    ],
  ])('is a problem: %s', (rule, expected) => {
    expect(problems(rule)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    [
      'send: { template: t }, limit: { times: 1, per: card }',
      '3:76 per must be one of rule, user, conversation, not "card"',
    ],
    ['leave: true, update: { cardData: {} }', '3:42 unknown key "update" in rules[0]'],
    ['answer: {}', '3:29 unknown key "answer" in rules[0]; did you mean "send"?'],
  ])('is a problem for messages: %s', (rule, expected) => {
    expect(problems(rule, 'message').join('\n')).toContain(expected);
  });
});
