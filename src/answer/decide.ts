import type { TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import { answerOf } from './answer.js';
import type { CallbackDecision, FollowUp, MessageDecision } from './decision.js';
import { matchCallback, matchMessage } from './match.js';
import type { RuleSet } from './rule.js';
import { ruleCard } from './rule-card.js';
import type { RuleMemory } from './rule-memory.js';

export interface CallbackInput {
  readonly rules: RuleSet;
  readonly callback: CardCallback;
  /** Wall clock. */
  readonly nowMs: number;
  readonly memory: RuleMemory;
  /** The cardTemplateId of a card by its outTrackId. */
  readonly templateOf?: (outTrackId: string) => string | undefined;
  /** What is known of cards and people; absent where no rule asks. */
  readonly known?: TapKnowledge | undefined;
  /** Delivered before: only rules that say so take it again. */
  readonly isRedelivery?: boolean;
}

export interface MessageInput {
  readonly rules: RuleSet;
  readonly message: BotMessage;
  readonly nowMs: number;
  readonly memory: RuleMemory;
}

/** Which rule takes a callback, and what it says; counts as a use of that rule. */
export function decideCallback(input: CallbackInput): CallbackDecision {
  const { rules, callback, templateOf, known } = input;
  const { rule } = matchCallback(rules, callback, templateOf, known);
  if (!rule) return nobody;
  const { action, name } = rule;
  switch (action.kind) {
    case 'answer': {
      const { response, delayMs } = action;
      return { kind: 'answer', rule: name, answer: answerOf(response), delayMs, then: nothingElse };
    }
    case 'fail':
      return { kind: 'answer', rule: name, answer: action, delayMs: 0, then: nothingElse };
    case 'leave':
      return { kind: 'leave', rule: name };
  }
}

/** The same for a message. */
export function decideMessage({ rules, message }: MessageInput): MessageDecision {
  const { rule } = matchMessage(rules, message);
  if (!rule) return nobody;
  const { action, name } = rule;
  if (action.kind === 'leave') return { kind: 'leave', rule: name };
  const card = ruleCard(action, message);
  const { stream } = action;
  const then: FollowUp = card.ok
    ? { kind: 'send', draft: card.draft, ...(stream ? { stream } : {}) }
    : { kind: 'impossible', cardTemplateId: action.card.cardTemplateId, error: card.error };
  return { kind: 'do', rule: name, then: [then] };
}

const nobody = { kind: 'none' } as const;
const nothingElse: readonly FollowUp[] = [];
