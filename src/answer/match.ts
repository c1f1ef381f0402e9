import type { TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import type {
  CallbackRule,
  CallbackSubject,
  Condition,
  MessageRule,
  MessageSubject,
  RuleSet,
} from './rule.js';
import type { RuleMemory } from './rule-memory.js';
import { isBeyondLimit } from './rule-uses.js';

export interface CallbackInput {
  readonly rules: RuleSet;
  readonly callback: CardCallback;
  /** Wall clock. */
  readonly nowMs: number;
  readonly memory: RuleMemory;
  /** The cardTemplateId of a card by its outTrackId. */
  readonly templateOf?: ((outTrackId: string) => string | undefined) | undefined;
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

/** A tap, and what is known of the card and of the person who tapped. */
export function callbackSubjectOf({
  callback,
  nowMs,
  templateOf,
  known,
}: Omit<CallbackInput, 'rules' | 'memory'>): CallbackSubject {
  const { outTrackId } = callback;
  const card = known?.cardOf(outTrackId);
  const cardTemplateId = templateOf?.(outTrackId) ?? card?.cardTemplateId;
  return { callback, cardTemplateId, card, names: known?.names, nowMs };
}

/** The first rule whose conditions all hold, and that may still be used. Its guard is not asked. */
export function callbackRuleFor(
  { rules, memory, isRedelivery = false }: Pick<CallbackInput, 'rules' | 'memory' | 'isRedelivery'>,
  subject: CallbackSubject,
): CallbackRule | undefined {
  for (const rule of rules.callbackRules) {
    if (isRedelivery && !rule.again) continue;
    if (allHold(rule.conditions, subject) && !isBeyondLimit(rule, memory, subject)) return rule;
  }
  return undefined;
}

export function messageRuleFor(
  { rules, memory }: Pick<MessageInput, 'rules' | 'memory'>,
  subject: MessageSubject,
): MessageRule | undefined {
  for (const rule of rules.messageRules) {
    if (allHold(rule.conditions, subject) && !isBeyondLimit(rule, memory, subject)) return rule;
  }
  return undefined;
}

export function allHold<S>(conditions: readonly Condition<S>[], subject: S): boolean {
  for (const condition of conditions) if (!condition.test(subject)) return false;
  return true;
}
