import { describe, expect, it } from 'vitest';
import { createArmedAnswers } from '../../src/answer/armed-answers.js';
import type { RuleSet } from '../../src/answer/rule.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createRuleKnowledge } from '../../src/session/rule-knowledge.js';
import { createSentCards } from '../../src/session/sent-cards.js';
import { createTapRules } from '../../src/session/tap-rules.js';
import { callback, rulesOf } from '../support/rule-subjects.js';
import { acceptRule } from '../support/session-harness.js';

function open(rules: RuleSet | undefined, policy?: 'fail') {
  const clock = new ManualClock();
  const armed = createArmedAnswers();
  const tapRules = createTapRules({ clock, rules: () => rules }, policy ? { policy } : {}, {
    armed,
    memory: createRuleMemory(),
    sentCards: createSentCards(),
    knowledge: createRuleKnowledge(createEventLog({ clock }), undefined),
  });
  return { armed, tapRules, verdict: () => tapRules.verdict('e1', callback()) };
}

const leaves = acceptRule.replace(/answer: .*/, 'leave: true');

describe('what is said of a tap', () => {
  it('is what is armed before what rules say', () => {
    const { armed, verdict } = open(rulesOf(acceptRule));
    expect(verdict()).toMatchObject({
      kind: 'decided',
      decision: { source: 'rule', rule: 'accept' },
    });
    armed.arm('a1', { filter: '', answer: { kind: 'empty' }, times: 1 });
    expect(verdict()).toMatchObject({
      kind: 'decided',
      decision: { source: 'armed', armedId: 'a1' },
      notice: { type: 'answer.disarmed', reason: 'used-up' },
    });
    expect(verdict()).toMatchObject({ decision: { source: 'rule' } });
  });

  it('is nothing where no rule holds, with the policy of the file before that of the session', () => {
    expect(open(undefined).verdict()).toEqual({ kind: 'open', policy: 'ack-then-update' });
    expect(open(undefined, 'fail').verdict()).toEqual({ kind: 'open', policy: 'fail' });
    const rules: RuleSet = { ...rulesOf(leaves), late: 'let-it-expire' };
    expect(open(rules, 'fail').verdict()).toMatchObject({
      kind: 'open',
      policy: 'let-it-expire',
      notice: { type: 'rule.matched', rule: 'accept', action: 'leave' },
    });
  });

  it('is nothing when rules break', () => {
    const rules = rulesOf(acceptRule);
    const broken: RuleSet = {
      ...rules,
      get callbackRules(): never {
        throw new Error('broken');
      },
    };
    const { tapRules, verdict } = open(broken);
    expect(verdict()).toMatchObject({ kind: 'open', notice: { key: 'notice.rulesFailed' } });
    expect(tapRules.again(callback())).toBeUndefined();
  });

  it('is said again only by rules that say so', () => {
    const rules = rulesOf(acceptRule);
    const callbackRules = rules.callbackRules.map((rule) => ({ ...rule, again: true }));
    expect(open(rules).tapRules.again(callback())).toBeUndefined();
    expect(open({ ...rules, callbackRules }).tapRules.again(callback())).toMatchObject({
      source: 'rule',
      rule: 'accept',
    });
  });
});
