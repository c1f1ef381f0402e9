import type { CallbackRule, MessageRule, Rule, RuleSet } from '../answer/rule.js';

/**
 * Rules that name templates by alias. The id is looked up when a card is sent: the alias may come
 * later than the rule, or change. @param idOf leaves what is no alias as it is
 */
export function withTemplateIds(set: RuleSet, idOf: (word: string) => string): RuleSet {
  const rules = set.rules.map((rule): Rule => {
    if (rule.on !== 'message' || rule.action.kind !== 'send') return rule;
    const { card } = rule.action;
    const resolved = {
      ...card,
      get cardTemplateId() {
        return idOf(card.cardTemplateId);
      },
    };
    return { ...rule, action: { ...rule.action, card: resolved } };
  });
  return {
    ...set,
    rules,
    messageRules: rules.filter((rule): rule is MessageRule => rule.on === 'message'),
    callbackRules: rules.filter((rule): rule is CallbackRule => rule.on === 'callback'),
  };
}
