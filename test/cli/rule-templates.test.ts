import { describe, expect, it } from 'vitest';
import { decideMessage } from '../../src/answer/decide.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { withTemplateIds } from '../../src/cli/rule-templates.js';
import { message } from '../support/rule-subjects.js';

function rules(text: string) {
  const loaded = loadRules(text, 'rules.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.rules;
}

const set = rules(`version: 1
rules:
  - { name: a, on: message, send: { template: approval, data: { t: x } } }
  - { name: b, on: message, send: { template: b.schema } }
  - { name: c, on: message, leave: true }
  - { name: d, on: callback, answer: {} }
`);

describe('rules that name templates by alias', () => {
  it('send the id, as it is when the card is sent', () => {
    let id = 'old.schema';
    const resolved = withTemplateIds(set, (word) => (word === 'approval' ? id : word));
    const sent = (name: string) => {
      const rules = {
        ...resolved,
        messageRules: resolved.messageRules.filter((r) => r.name === name),
      };
      const decision = decideMessage({
        rules,
        message: message(),
        nowMs: 0,
        memory: createRuleMemory(),
      });
      const [first] = decision.kind === 'do' ? decision.then : [];
      return first?.kind === 'send' && first.draft.cardTemplateId;
    };
    expect([sent('a'), sent('b')]).toEqual(['old.schema', 'b.schema']);
    id = 'new.schema';
    expect([sent('a'), sent('b')]).toEqual(['new.schema', 'b.schema']);
  });

  it('are the same otherwise', () => {
    const resolved = withTemplateIds(set, (word) => word);
    expect({ ...resolved, templateIdOf: undefined }).toEqual(set);
    expect(resolved.callbackRules).toHaveLength(1);
  });
});
