import type { RuleSet } from '../answer/rule.js';
import { createTapKnowledge, type TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { SessionDeps } from './session-deps.js';

/**
 * What rules and armed answers can ask of cards and people besides the callback itself. It costs work
 * with every event, so it is kept only once somebody asks; what the log still holds from before is
 * known, too.
 */
export interface RuleKnowledge {
  /** Undefined while no rule asked. */
  forRules(rules: RuleSet): TapKnowledge | undefined;
  now(): TapKnowledge;
}

export function createRuleKnowledge(
  log: SessionDeps['log'],
  aliasesOf: SessionDeps['aliasesOf'],
): RuleKnowledge {
  let known: TapKnowledge | undefined;
  const now = () => {
    known ??= createTapKnowledge(log, aliasesOf);
    return known;
  };
  return {
    forRules: (rules) => (rules.asksForCards ? now() : known),
    now,
  };
}
