import { describe, expect, it } from 'vitest';
import { filterCondition } from '../../src/answer/filter-condition.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { messageSubject } from '../../src/log/filter/filter-subject.js';
import {
  callback,
  knownCard,
  message,
  nodeOf,
  places,
  readingOf,
  ruleForMessage,
  ruleForTap,
  rulesOf,
} from '../support/rule-subjects.js';

const rule = (on: string, filter: string, then: string) => `version: 1
rules:
  - { name: it, on: ${on}, when: { filter: ${filter} }, ${then} }
`;

describe('a filter in a rule', () => {
  it.each([
    ['"user:李四 text:报销"', true],
    ['"!text:报销"', false],
    ['"conversation:财务群 or user:nobody"', true],
    ['"text~/^报/ conversationType:single"', false],
    ['报销', true],
  ])('for messages: %s: %s', (filter, expected) => {
    const rules = rulesOf(rule('message', filter, 'leave: true'));
    expect(ruleForMessage(rules, message()) !== undefined).toBe(expected);
  });

  it('is not filled in, and says so', () => {
    const found = places(loadRules(rule('callback', '"user:${card.owner}"', 'leave: true'), 'f'));
    expect(found).toEqual([expect.stringMatching(/^3:.* a filter is taken as it stands/)]);
    expect(() => rulesOf(rule('callback', '"param.a:$\\\\{x"', 'leave: true'))).not.toThrow();
  });

  it('must hold besides the other conditions', () => {
    const rules = rulesOf(rule('message', '"user:李四", text: 差旅', 'leave: true'));
    expect(ruleForMessage(rules, message())).toBeUndefined();
    expect(ruleForMessage(rules, message({ text: '差旅' }))?.name).toBe('it');
  });

  const known = knownCard();

  it.each([
    ['"action:btn_agree param.action:accept"', true],
    ['"var.amount>1000 var.mine:yes"', true],
    ['"var.amount>2000"', false],
    ['"user:张三 template:审批"', true],
  ])('for callbacks: %s: %s', (filter, expected) => {
    const rules = rulesOf(rule('callback', filter, 'answer: {}'));
    expect(ruleForTap(rules, callback(), { known }) !== undefined).toBe(expected);
    expect(ruleForTap(rules, callback({ outTrackId: 'x', actionIds: [] }))).toBeUndefined();
  });

  it('is not needed to name a template by its alias', () => {
    const rules = rulesOf(
      rule('callback', '"action:*"', 'answer: {}').replace('filter: "action:*"', 'template: 审批'),
    );
    expect(ruleForTap(rules, callback(), { known })?.name).toBe('it');
    expect(ruleForTap(rules, callback(), { templateOf: () => 'approval.schema' })).toBeUndefined();
  });

  it('is a problem of the file when it cannot be read, or asks what is not known yet', () => {
    expect(places(loadRules(rule('message', '"usr:x"', 'leave: true'), 'r'))).toEqual([
      '3:46 filter, column 1: there is no field "usr"; did you mean "user"?',
    ]);
    expect(places(loadRules(rule('callback', '"action:x late"', 'answer: {}'), 'r'))).toEqual([
      '3:47 filter, column 10: a rule for callbacks cannot look at "late"; known: kind, type, user, conversation, action, param.…, template, outTrackId, var.…',
    ]);
    expect(places(loadRules(rule('message', '""', 'leave: true'), 'r'))).toHaveLength(1);
  });

  it('tells which of its terms did not hold', () => {
    const condition = filterCondition(
      nodeOf('"user:李四 text:差旅 !报销"'),
      messageSubject,
      readingOf('message'),
    );
    expect(condition.actual(message())).toBe('not text:差旅, not !报销');
    expect(condition.expected).toBe('user:李四 text:差旅 !报销');
  });

  it.each([
    ['"action:a or param.x:1 outTrackId:*"', false],
    ['"action:a !var.status:x"', true],
    ['"user:张三"', true],
    ['报销', true],
  ])('%s asks for what is known of cards: %s', (filter, expected) => {
    expect(rulesOf(rule('callback', filter, 'answer: {}')).asksForCards).toBe(expected);
  });
});
