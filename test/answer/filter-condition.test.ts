import { describe, expect, it } from 'vitest';
import { filterCondition } from '../../src/answer/filter-condition.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { matchCallback, matchMessage } from '../../src/answer/match.js';
import type { CardInstance } from '../../src/log/cards.js';
import { messageSubject } from '../../src/log/filter/filter-subject.js';
import { callback, message, nodeOf, places, rulesOf } from '../support/rule-subjects.js';

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
    expect(matchMessage(rules, message()).rule !== undefined).toBe(expected);
  });

  it('must hold besides the other conditions', () => {
    const rules = rulesOf(rule('message', '"user:李四", text: 差旅', 'leave: true'));
    expect(matchMessage(rules, message()).rule).toBeUndefined();
    expect(matchMessage(rules, message({ text: '差旅' })).rule?.name).toBe('it');
  });

  const card = {
    cardTemplateId: 'approval.schema',
    cardParamMap: { amount: '1200', status: '待审批' },
    privateData: { manager01: { cardParamMap: { mine: 'yes' } } },
  } as Partial<CardInstance> as CardInstance;
  const known = {
    cardOf: (outTrackId: string) => (outTrackId === 'track1' ? card : undefined),
    names: {
      nickOf: (userId: string) => (userId === 'manager01' ? '张三' : undefined),
      aliasesOf: () => ['审批'],
    },
  };

  it.each([
    ['"action:btn_agree param.action:accept"', true],
    ['"var.amount>1000 var.mine:yes"', true],
    ['"var.amount>2000"', false],
    ['"user:张三 template:审批"', true],
  ])('for callbacks: %s: %s', (filter, expected) => {
    const rules = rulesOf(rule('callback', filter, 'answer: {}'));
    const match = matchCallback(rules, callback(), undefined, known);
    expect(match.rule !== undefined).toBe(expected);
    expect(matchCallback(rules, callback({ outTrackId: 'x', actionIds: [] })).rule).toBeUndefined();
  });

  it('is not needed to name a template by its alias', () => {
    const rules = rulesOf(
      rule('callback', '"action:*"', 'answer: {}').replace('filter: "action:*"', 'template: 审批'),
    );
    expect(matchCallback(rules, callback(), undefined, known).rule?.name).toBe('it');
    expect(matchCallback(rules, callback(), () => 'approval.schema').rule).toBeUndefined();
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
      'message',
      messageSubject,
      [],
    );
    expect(condition.actual(message())).toBe('not text:差旅, not !报销');
    expect(condition.expected).toBe('user:李四 text:差旅 !报销');
  });
});
