import { describe, expect, it } from 'vitest';
import { createRuleExplainer } from '../../src/cli/rule-explainer.js';
import { callback, message, rulesOf } from '../support/rule-subjects.js';
import { createScripts } from '../support/scripts.js';

const rules = rulesOf(`version: 1
rules:
  - { name: hello, on: message, when: { text: hi }, limit: once, send: { template: t.schema } }
  - { name: thanks, on: callback, when: { user: manager01 }, answer: {} }
  - { name: script, on: callback, script: /gone/rule.mjs }
`);

describe('explaining rules', () => {
  it('counts uses, and knows people by what they wrote', async () => {
    const explainer = createRuleExplainer(rules, createScripts().runner, () => []);
    const first = await explainer.message(message({ text: 'hi' }), 0);
    const second = await explainer.message(message({ text: 'hi' }), 0);
    expect([first.explanation.rule, second.explanation.rule]).toEqual(['hello', undefined]);
    expect(second.explanation.passedOver[0]?.failed).toMatchObject([{ path: 'limit' }]);
    expect(explainer.nickOf('lisi01')).toBe('李四');
  });

  it('says what a rule decides, and what is wrong with its script', async () => {
    const explainer = createRuleExplainer(rules, createScripts().runner, () => []);
    expect(await explainer.callback(callback(), 0)).toMatchObject({
      on: 'callback',
      decision: { kind: 'answer', answer: { kind: 'empty' } },
    });
    expect(await explainer.callback(callback({ userId: 'other' }), 0)).toMatchObject({
      explanation: { rule: 'script', passedOver: [{ rule: 'thanks' }] },
      decision: { kind: 'script' },
      script: { ok: false, error: { code: 'E1020' } },
    });
  });
});
