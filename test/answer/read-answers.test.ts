import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/answer/load-rules.js';
import { readAnswers } from '../../src/answer/read-answers.js';
import {
  callback,
  nodeOf,
  places,
  readingOf,
  rulesOf,
  sometime,
} from '../support/rule-subjects.js';

const subject = { callback: callback(), cardTemplateId: undefined, nowMs: sometime };

describe('prepared answers', () => {
  const { answers } = rulesOf(`version: 1
answers:
  - name: 同意
    actions: [accept, btn_agree]
    answer: { cardData: { status: 已同意 } }
  - { name: 谁, actions: who, answer: { userPrivateData: { me: "\${callback.userId}" } } }
  - { name: 收到, answer: {} }
rules: []
`);

  it('come in the order of the file, with the actions they are for', () => {
    expect(answers.map(({ name, actions }) => [name, actions])).toEqual([
      ['同意', ['accept', 'btn_agree']],
      ['谁', ['who']],
      ['收到', []],
    ]);
  });

  it('are worked out for a tap, and the same object where nothing changes', () => {
    const [agree, who, seen] = answers;
    expect(agree?.response(subject)?.cardData).toEqual({ cardParamMap: { status: '已同意' } });
    expect(agree?.response(subject)).toBe(agree?.response({ ...subject, nowMs: 0 }));
    expect(who?.response(subject)?.userPrivateData).toEqual({ cardParamMap: { me: 'manager01' } });
    expect(seen?.response(subject)).toBeUndefined();
  });

  it('have a name each', () => {
    const reading = readingOf();
    const list = '{ answers: [{ name: a, answer: {} }, { name: a, answer: {} }] }';
    readAnswers(nodeOf(list), reading, new Set());
    expect(reading.problems.map(({ message }) => message)).toEqual([
      'the answer of line 1 is called "a" too',
    ]);
  });

  it.each([
    ['{ name: a }', '3:5 answers[0] needs "answer"'],
    [
      '{ name: a, answer: { privateCardData: {} } }',
      '3:26 unknown key "privateCardData" in answer; did you mean "userPrivateData"?',
    ],
    [
      '{ name: a, action: x, answer: {} }',
      '3:16 unknown key "action" in answers[0]; did you mean "actions"?',
    ],
    [
      '{ name: a, answer: { cardData: { n: "${uses}" } } }',
      '3:42 ${uses}: uses is known only once the rule is used, not in conditions',
    ],
  ])('%s is a problem', (answer, expected) => {
    expect(places(loadRules(`version: 1\nanswers:\n  - ${answer}\nrules: []\n`, 'r'))).toEqual([
      expected,
    ]);
  });
});
