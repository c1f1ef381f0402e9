import { emptyAnswer } from './answer.js';
import type { CallbackDecision, FollowUp, MessageDecision } from './decision.js';
import {
  allHold,
  type CallbackInput,
  callbackRuleFor,
  callbackSubjectOf,
  type MessageInput,
  messageRuleFor,
} from './match.js';
import type { CallbackDeed, CallbackRule, CallbackSubject, RuleSet } from './rule.js';
import { countUse } from './rule-uses.js';
import { saidBy } from './said.js';
import { type Subject, type Value, valueFor } from './value.js';

/** Which rule takes a callback, and what it says; counts as a use of that rule. */
export function decideCallback(input: CallbackInput): CallbackDecision {
  const { rules, memory } = input;
  const subject = callbackSubjectOf(input);
  const rule = callbackRuleFor(input, subject);
  if (!rule) return rules.late === undefined ? nobody : { kind: 'none', policy: rules.late };
  const { guard } = rule;
  // Somebody who may not is no use of the rule.
  if (guard && !allHold(guard.conditions, subject)) {
    return carriedOut(rules, rule, guard.otherwise, subject);
  }
  if (!rule.counts) return carriedOut(rules, rule, rule, subject);
  return carriedOut(rules, rule, rule, { ...subject, uses: countUse(rule, memory, subject) });
}

function carriedOut(
  rules: RuleSet,
  { name, late = rules.late }: CallbackRule,
  deed: CallbackDeed,
  subject: CallbackSubject,
): CallbackDecision {
  const { action } = deed;
  const then = deed.then.length === 0 ? nothingElse : followUps(rules, deed.then, subject);
  switch (action.kind) {
    case 'answer':
    case 'fail': {
      const answer = saidBy(action, subject) ?? emptyAnswer;
      const delayMs = action.kind === 'answer' ? action.delayMs : 0;
      return { kind: 'answer', rule: name, answer, delayMs, then };
    }
    case 'leave':
      return { kind: 'leave', rule: name, ...(late && { policy: late }) };
    case 'script': {
      const { script } = action;
      return { kind: 'script', rule: name, script, then, ...(late && { policy: late }) };
    }
  }
}

/** The same for a message. */
export function decideMessage(input: MessageInput): MessageDecision {
  const { rules, message, nowMs, memory } = input;
  const subject = { message, nowMs };
  const rule = messageRuleFor(input, subject);
  if (!rule) return nobody;
  const { action, name, counts } = rule;
  const used = counts ? { ...subject, uses: countUse(rule, memory, subject) } : subject;
  switch (action.kind) {
    case 'leave':
      return { kind: 'leave', rule: name };
    case 'script':
      return { kind: 'script', rule: name, script: action.script };
    case 'send':
      return { kind: 'do', rule: name, then: followUps(rules, action.sends, used) };
  }
}

function followUps(
  { templateIdOf }: RuleSet,
  values: readonly Value<FollowUp>[],
  subject: Subject,
): readonly FollowUp[] {
  return values.map((value) => {
    const followUp = valueFor(value, subject);
    if (!templateIdOf || followUp.kind !== 'send') return followUp;
    const { draft } = followUp;
    const cardTemplateId = templateIdOf(draft.cardTemplateId);
    return { ...followUp, draft: { ...draft, cardTemplateId } };
  });
}

const nobody = { kind: 'none' } as const;
const nothingElse: readonly FollowUp[] = [];
