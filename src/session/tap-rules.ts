import type { Answer } from '../answer/answer.js';
import type { ArmedAnswers } from '../answer/armed-answers.js';
import type { Decision } from '../answer/callback-ends.js';
import { decideCallback } from '../answer/decide.js';
import type { CallbackDecision, FollowUp } from '../answer/decision.js';
import type { RuleSet } from '../answer/rule.js';
import type { RuleMemory } from '../answer/rule-memory.js';
import type { ScriptRef } from '../answer/script-runner.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { DeadlinePolicy, EventBody } from '../log/event.js';
import { callbackSubject } from '../log/filter/filter-subject.js';
import type { TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { CardCallback } from '../protocol/card-callback.js';
import type { RuleKnowledge } from './rule-knowledge.js';
import type { SentCards } from './sent-cards.js';
import type { SessionDeps, SessionSettings } from './session-deps.js';

/** What armed answers and rules say of a tap. */
export type Verdict =
  | {
      readonly kind: 'decided';
      readonly decision: Decision;
      readonly delayMs: number;
      readonly policy: DeadlinePolicy;
      /** What else there is to tell; logged after the answer. */
      readonly notice?: EventBody;
    }
  | {
      readonly kind: 'script';
      readonly rule: string;
      readonly script: ScriptRef;
      readonly then: readonly FollowUp[];
      readonly templateIdOf: RuleSet['templateIdOf'] | undefined;
      readonly known: TapKnowledge;
      readonly policy: DeadlinePolicy;
      readonly notice?: EventBody;
    }
  | {
      readonly kind: 'open';
      readonly policy: DeadlinePolicy;
      readonly notice?: EventBody;
    };

export interface TapRules {
  /** Never throws: a tap whose rules fail is left to others (stream-protocol §8.2 C14). */
  verdict(exchangeId: string, callback: CardCallback): Verdict;
  /** What a rule that takes redeliveries says at once; undefined: there is none. */
  again(callback: CardCallback): Decision | undefined;
}

export interface TapRulesParts {
  readonly armed: ArmedAnswers;
  readonly memory: RuleMemory;
  readonly sentCards: SentCards;
  readonly knowledge: RuleKnowledge;
}

export function createTapRules(
  { clock, rules: askRules }: Pick<SessionDeps, 'clock' | 'rules'>,
  settings: Pick<SessionSettings, 'policy'>,
  { armed, memory, sentCards, knowledge }: TapRulesParts,
): TapRules {
  const templateOf = (outTrackId: string) => sentCards.templateOf(outTrackId);
  const sessionPolicy = settings.policy ?? 'ack-then-update';
  const repeatable = new WeakMap<RuleSet, boolean>();

  function takeArmed(callback: CardCallback): Verdict | undefined {
    if (armed.size === 0) return undefined;
    const known = knowledge.now();
    const { outTrackId } = callback;
    const card = known.cardOf(outTrackId);
    const cardTemplateId = templateOf(outTrackId) ?? card?.cardTemplateId;
    const taken = armed.take(callbackSubject(callback, cardTemplateId, card, known.names));
    if (!taken) return undefined;
    const { armedId, answer, isUsedUp } = taken;
    return {
      kind: 'decided',
      decision: { answer, source: 'armed', armedId },
      delayMs: 0,
      policy: sessionPolicy,
      ...(isUsedUp && { notice: { type: 'answer.disarmed', armedId, reason: 'used-up' } }),
    };
  }

  function ask(rules: RuleSet, callback: CardCallback, isRedelivery: boolean): CallbackDecision {
    const nowMs = clock.now();
    const known = knowledge.forRules(rules);
    return decideCallback({ rules, callback, nowMs, memory, templateOf, known, isRedelivery });
  }

  function verdictOf(exchangeId: string, callback: CardCallback): Verdict {
    const taken = takeArmed(callback);
    if (taken) return taken;
    const rules = askRules();
    if (!rules) return { kind: 'open', policy: sessionPolicy };
    const said = ask(rules, callback, false);
    const general = rules.late ?? sessionPolicy;
    switch (said.kind) {
      case 'answer': {
        const { answer, rule, delayMs, then } = said;
        return { kind: 'decided', decision: byRule(answer, rule, then), delayMs, policy: general };
      }
      case 'script': {
        const { rule, script, then, policy = general } = said;
        const { templateIdOf } = rules;
        return { kind: 'script', rule, script, then, templateIdOf, known: knowledge.now(), policy };
      }
      case 'none':
      case 'leave': {
        const { rule, policy = general } = said;
        if (said.kind === 'none' || rule === undefined) return { kind: 'open', policy };
        return {
          kind: 'open',
          policy,
          notice: {
            type: 'rule.matched',
            rule,
            on: 'callback',
            subject: exchangeId,
            action: 'leave',
          },
        };
      }
    }
  }

  function mayRepeat(rules: RuleSet): boolean {
    let may = repeatable.get(rules);
    if (may === undefined) {
      may = rules.callbackRules.some(({ again }) => again);
      repeatable.set(rules, may);
    }
    return may;
  }

  return {
    verdict(exchangeId, callback) {
      try {
        return verdictOf(exchangeId, callback);
      } catch (error) {
        const params = { detail: redactText(messageOf(error)) };
        const notice = {
          type: 'notice',
          level: 'error',
          key: 'notice.rulesFailed',
          params,
        } as const;
        return { kind: 'open', policy: sessionPolicy, notice };
      }
    },
    again(callback) {
      try {
        const rules = askRules();
        if (!rules || !mayRepeat(rules)) return undefined;
        const said = ask(rules, callback, true);
        return said.kind === 'answer' ? byRule(said.answer, said.rule, said.then) : undefined;
      } catch {
        // It was told when the callback came first.
        return undefined;
      }
    },
  };
}

function byRule(answer: Answer, rule: string, then: readonly FollowUp[]): Decision {
  return then.length === 0
    ? { answer, source: 'rule', rule }
    : { answer, source: 'rule', rule, then };
}
