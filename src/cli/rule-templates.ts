import type { RuleSet } from '../answer/rule.js';

/**
 * Rules that name templates by alias. The id is looked up when a card is sent: the alias may come
 * later than the rule, or change. @param idOf leaves what is no alias as it is
 */
export function withTemplateIds(set: RuleSet, idOf: (word: string) => string): RuleSet {
  return { ...set, templateIdOf: idOf };
}
