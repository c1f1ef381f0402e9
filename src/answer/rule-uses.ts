import type { LimitPer, Rule } from './rule.js';
import type { RuleMemory } from './rule-memory.js';
import type { Subject } from './value.js';

type Counted = Pick<Rule, 'name' | 'limit'>;

/** Whether the rule was used as often as it may. */
export function isBeyondLimit(rule: Counted, memory: RuleMemory, subject: Subject): boolean {
  return rule.limit !== undefined && usesOf(rule, memory, subject) >= rule.limit.times;
}

/** How often it was used, by whom its limit looks at. */
export function usesOf(rule: Counted, memory: RuleMemory, subject: Subject): number {
  return memory.usesOf(rule.name, keyOf(rule, subject));
}

/** Counts one more use. @returns the number of uses with this one */
export function countUse(rule: Counted, memory: RuleMemory, subject: Subject): number {
  const key = keyOf(rule, subject);
  memory.use(rule.name, key);
  return memory.usesOf(rule.name, key);
}

function keyOf({ limit }: Counted, { callback, message }: Subject): string {
  const per: LimitPer = limit?.per ?? 'rule';
  switch (per) {
    case 'rule':
      return '';
    case 'user':
      // Who is outside the organisation has a senderId alone.
      return callback?.userId ?? (message?.senderStaffId || message?.senderId) ?? '';
    case 'card':
      return callback?.outTrackId ?? '';
    case 'conversation':
      return callback?.spaceId ?? message?.conversationId ?? '';
  }
}
