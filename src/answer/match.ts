import type { TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import type { CallbackRule, CallbackSubject, Condition, MessageRule, RuleSet } from './rule.js';

export interface Match<R> {
  /** The first rule whose conditions all hold. */
  readonly rule: R | undefined;
  /** Works out why the rules before it were passed over; costs nothing unless called. */
  explain(): Explanation;
}

export interface Explanation {
  readonly rule: string | undefined;
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly rule: string;
  readonly line: number;
  /** Every condition that did not hold. */
  readonly failed: readonly FailedCondition[];
}

export interface FailedCondition {
  readonly path: string;
  readonly expected: string;
  /** Undefined: there was nothing at this place. */
  readonly actual: string | undefined;
}

export function matchMessage(rules: RuleSet, message: BotMessage): Match<MessageRule> {
  return firstMatch(rules.messageRules, message);
}

/**
 * @param templateOf the cardTemplateId of a card by its outTrackId; without it, and for cards it
 * does not know, conditions on `template` do not hold
 * @param known what filters can ask of the card and of names
 */
export function matchCallback(
  rules: RuleSet,
  callback: CardCallback,
  templateOf?: (outTrackId: string) => string | undefined,
  known?: TapKnowledge,
): Match<CallbackRule> {
  const { outTrackId } = callback;
  const card = known?.cardOf(outTrackId);
  return firstMatch(rules.callbackRules, {
    callback,
    cardTemplateId: templateOf?.(outTrackId) ?? card?.cardTemplateId,
    card,
    names: known?.names,
  } satisfies CallbackSubject);
}

interface Conditional<S> {
  readonly name: string;
  readonly line: number;
  readonly conditions: readonly Condition<S>[];
}

function firstMatch<S, R extends Conditional<S>>(rules: readonly R[], subject: S): Match<R> {
  const rule = rules.find((candidate) => holds(candidate, subject));
  return {
    rule,
    explain() {
      const end = rule ? rules.indexOf(rule) : rules.length;
      return {
        rule: rule?.name,
        passedOver: rules.slice(0, end).map((earlier) => passedOver(earlier, subject)),
      };
    },
  };
}

function holds<S>(rule: Conditional<S>, subject: S): boolean {
  for (const condition of rule.conditions) if (!condition.test(subject)) return false;
  return true;
}

function passedOver<S>(rule: Conditional<S>, subject: S): PassedOver {
  const failed = rule.conditions
    .filter((condition) => !condition.test(subject))
    .map((condition) => ({
      path: condition.path,
      expected: condition.expected,
      actual: condition.actual(subject),
    }));
  return { rule: rule.name, line: rule.line, failed };
}
