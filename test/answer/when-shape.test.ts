import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/answer/load-rules.js';
import { places } from '../support/rule-subjects.js';

const problems = (rule: string) =>
  places(loadRules(`version: 1\nrules:\n  - { name: a, on: callback, ${rule} }\n`, 'r'));

describe('what stands under when and guard', () => {
  it.each([
    ['when: { card: { a: 1 }, my: { b: [1, 2] } }, answer: {}'],
    ['guard: { user: [a, /b/], card: { a: 1 }, filter: "action:x" }, answer: {}'],
    ['guard: { user: a, otherwise: { fail: {} } }, answer: {}'],
    ['guard: { user: a, otherwise: { leave: true } }, answer: {}'],
    ['guard: { user: a, otherwise: { update: { cardData: { a: 1 } } } }, answer: {}'],
  ])('may be %s', (rule) => {
    expect(problems(rule)).toEqual([]);
  });

  it.each([
    [
      'when: { cardData: { a: 1 } }, answer: {}',
      '3:38 unknown key "cardData" in when; did you mean "card"?',
    ],
    [
      'when: { privateData: { a: 1 } }, answer: {}',
      '3:38 unknown key "privateData" in when; did you mean "my"?',
    ],
    ['when: { card: a }, answer: {}', '3:44 card must be a mapping (name: value), not "a"'],
    [
      'guard: { else: {}, user: a }, answer: {}',
      '3:39 unknown key "else" in guard; did you mean "otherwise"?',
    ],
    ['guard: {}, answer: {}', '3:37 a guard needs a condition: user, card, my, params, filter, …'],
    [
      'guard: { otherwise: { fail: {} } }, answer: {}',
      '3:37 a guard needs a condition: user, card, my, params, filter, …',
    ],
    [
      'guard: { user: a, otherwise: {} }, answer: {}',
      '3:59 otherwise needs one of "answer", "fail", "leave", "send", "update", "stream"',
    ],
    [
      'guard: { user: "${uses}" }, answer: {}',
      '3:46 ${uses}: uses is known only once the rule is used, not in conditions',
    ],
    [
      'guard: { user: "${card}" }, answer: {}',
      '3:46 ${card}: card needs the name of a variable: card.status',
    ],
  ])('is a problem: %s', (rule, expected) => {
    expect(problems(rule)).toEqual([expected]);
  });
});
