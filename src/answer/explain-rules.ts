import {
  allHold,
  type CallbackInput,
  callbackRuleFor,
  callbackSubjectOf,
  type MessageInput,
  messageRuleFor,
} from './match.js';
import type { CallbackRule, Condition, MessageSubject, Rule } from './rule.js';
import type { RuleMemory } from './rule-memory.js';
import { isBeyondLimit, usesOf } from './rule-uses.js';
import type { Subject } from './value.js';

/** Why one rule took what happened, and the ones before it did not. */
export interface Explanation {
  /** Undefined: no rule takes it. */
  readonly rule: string | undefined;
  readonly line?: number;
  /** Whether the rule's guard holds; absent where there is none. */
  readonly guard?: GuardFinding;
  /** Rules before it, in the order of the file; all of them when no rule takes it. */
  readonly passedOver: readonly PassedOver[];
}

export interface GuardFinding {
  readonly holds: boolean;
  /** Every condition of the guard that does not hold. */
  readonly failed: readonly FailedCondition[];
}

export interface PassedOver {
  readonly rule: string;
  readonly line: number;
  /** Every condition that did not hold, `limit` and `onDuplicate` among them. */
  readonly failed: readonly FailedCondition[];
  /** Where the conditions stand that did hold: the more, the nearer the rule was to match. */
  readonly held: readonly string[];
}

export interface FailedCondition {
  readonly path: string;
  readonly expected: string;
  /** Undefined: there was nothing at this place. */
  readonly actual: string | undefined;
}

/** Which rule takes a callback, and why not another one. Nothing is counted as a use. */
export function explainCallback(input: CallbackInput): Explanation {
  const { rules, memory, isRedelivery } = input;
  const subject = callbackSubjectOf(input);
  const taken = callbackRuleFor(input, subject);
  const before = rulesBefore(rules.callbackRules, taken);
  return {
    ...headOf(taken),
    ...(taken?.guard && {
      guard: {
        holds: allHold(taken.guard.conditions, subject),
        failed: failedOf(taken.guard.conditions, subject),
      },
    }),
    passedOver: before.map((rule) => {
      const over = passedOver(rule, rule.conditions, memory, subject);
      if (!isRedelivery || rule.again) return over;
      const again = { path: 'onDuplicate', expected: 'again', actual: undefined };
      return { ...over, failed: [again, ...over.failed] };
    }),
  };
}

/** The same for a message. */
export function explainMessage(input: MessageInput): Explanation {
  const { rules, memory, message, nowMs } = input;
  const subject: MessageSubject = { message, nowMs };
  const taken = messageRuleFor(input, subject);
  return {
    ...headOf(taken),
    passedOver: rulesBefore(rules.messageRules, taken).map((rule) =>
      passedOver(rule, rule.conditions, memory, subject),
    ),
  };
}

/** The rule that would take the callback, else the one of which the fewest conditions do not hold. */
export function nearestCallbackRule(input: CallbackInput): CallbackRule | undefined {
  const { rule, passedOver: over } = explainCallback(input);
  const named = (name: string) => input.rules.callbackRules.find((one) => one.name === name);
  if (rule !== undefined) return named(rule);
  let best: PassedOver | undefined;
  for (const one of over) {
    if (one.held.length > 0 && (!best || isNearer(one, best))) best = one;
  }
  return best && named(best.rule);
}

function isNearer(a: PassedOver, b: PassedOver): boolean {
  if (a.failed.length !== b.failed.length) return a.failed.length < b.failed.length;
  return a.held.length > b.held.length;
}

function headOf(rule: Rule | undefined): { readonly rule: string | undefined; line?: number } {
  return rule ? { rule: rule.name, line: rule.line } : { rule: undefined };
}

function rulesBefore<R>(rules: readonly R[], taken: R | undefined): readonly R[] {
  return taken ? rules.slice(0, rules.indexOf(taken)) : rules;
}

function passedOver<S extends Subject>(
  rule: Rule,
  conditions: readonly Condition<S>[],
  memory: RuleMemory,
  subject: S,
): PassedOver {
  const failed = failedOf(conditions, subject);
  const { limit, name, line } = rule;
  if (limit && isBeyondLimit(rule, memory, subject)) {
    const expected = `${limit.times} per ${limit.per}`;
    const used = String(usesOf(rule, memory, subject));
    failed.push({ path: 'limit', expected, actual: used });
  }
  const held = conditions.filter((condition) => condition.test(subject)).map(({ path }) => path);
  return { rule: name, line, failed, held };
}

function failedOf<S>(conditions: readonly Condition<S>[], subject: S): FailedCondition[] {
  return conditions
    .filter((condition) => !condition.test(subject))
    .map((condition) => {
      const { path, expected } = condition;
      const now = condition.expectedNow?.(subject);
      return {
        path,
        expected: now === undefined ? expected : `${expected} = ${now === '' ? '""' : now}`,
        actual: condition.actual(subject),
      };
    });
}
