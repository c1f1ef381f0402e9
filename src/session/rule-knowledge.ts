import type { RuleSet } from '../answer/rule.js';
import { createTapKnowledge, type TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { SessionDeps } from './session-deps.js';

/**
 * What rules can ask of cards and people besides the callback itself. It costs work with every event,
 * so it is kept only once there are rules that ask; what the log still holds from before is known, too.
 */
export function createRuleKnowledge(
  log: SessionDeps['log'],
  aliasesOf: SessionDeps['aliasesOf'],
): (rules: RuleSet) => TapKnowledge | undefined {
  let known: TapKnowledge | undefined;
  let looked: RuleSet | undefined;
  return (rules) => {
    if (known === undefined && rules !== looked && asks(rules)) {
      known = createTapKnowledge(log, aliasesOf);
    }
    looked = rules;
    return known;
  };
}

/** Conditions that look at more than the callback. */
const asking: ReadonlySet<string> = new Set(['filter', 'template']);

function asks({ callbackRules }: RuleSet): boolean {
  return callbackRules.some(({ conditions }) => conditions.some(({ path }) => asking.has(path)));
}
