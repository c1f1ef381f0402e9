import { privateOf, publicOf } from '../log/card-layers.js';
import type { CardCallbackResponse } from '../protocol/card-callback.js';
import { nearestCallbackRule } from './explain-rules.js';
import { type CallbackInput, callbackSubjectOf } from './match.js';
import type { RuleSet } from './rule.js';
import { createRuleMemory } from './rule-memory.js';
import { valueFor } from './value.js';

/** What editing an answer begins with, and where it is from. */
export interface BestGuess {
  readonly response: CardCallbackResponse;
  readonly from: 'rule' | 'recent' | 'card' | 'nothing';
  readonly rule?: string;
}

export interface GuessSources extends Omit<CallbackInput, 'rules' | 'memory' | 'isRedelivery'> {
  readonly rules: RuleSet | undefined;
  /** What was said the last time to the same action. */
  readonly recent?: CardCallbackResponse | undefined;
}

/**
 * The answer of the rule that matches or nearly does, else what was said before, else what the card
 * shows to the one who tapped.
 */
export function bestGuess(sources: GuessSources): BestGuess {
  const { rules, recent, ...tap } = sources;
  const rule = rules && answerOfRule(rules, tap);
  if (rule) return rule;
  if (recent) return { response: recent, from: 'recent' };
  const card = tap.known?.cardOf(tap.callback.outTrackId);
  const { userId } = tap.callback;
  const shared = card ? publicOf(card, userId) : {};
  const own = card ? privateOf(card, userId) : {};
  const hasShared = Object.keys(shared).length > 0;
  const hasOwn = Object.keys(own).length > 0;
  if (!hasShared && !hasOwn) return { response: {}, from: 'nothing' };
  return {
    from: 'card',
    response: {
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      ...(hasShared && { cardData: { cardParamMap: shared } }),
      ...(hasOwn && { userPrivateData: { cardParamMap: own } }),
    },
  };
}

/** Only rules that change the card: the others are nothing to begin with. How often they were used does not count. */
function answerOfRule(
  rules: RuleSet,
  tap: Omit<CallbackInput, 'rules' | 'memory'>,
): BestGuess | undefined {
  const callbackRules = rules.callbackRules.filter(
    ({ action }) => action.kind === 'answer' && !isEmpty(action.response),
  );
  if (callbackRules.length === 0) return undefined;
  const input = { ...tap, rules: { ...rules, callbackRules }, memory: createRuleMemory() };
  const rule = nearestCallbackRule(input);
  if (rule?.action.kind !== 'answer') return undefined;
  const response = valueFor(rule.action.response, { ...callbackSubjectOf(tap), uses: 1 });
  return response && { response, from: 'rule', rule: rule.name };
}

function isEmpty(response: { readonly isConstant: boolean; readonly constant?: unknown }): boolean {
  return response.isConstant && response.constant === undefined;
}
