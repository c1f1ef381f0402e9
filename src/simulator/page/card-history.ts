import type { JsonObject } from '../../base/json-text.js';
import type { CardCallbackResponse } from '../../protocol/card-callback.js';
import type { OwnDataChange, SimEvent } from '../sim-event.js';

type Changed = Extract<SimEvent, { type: 'card.changed' }>;

/** One step in the life of a card, newest facts last. */
export type CardStep =
  | { readonly kind: 'created'; readonly seq: number; readonly atMs: number }
  | {
      readonly kind: 'delivered';
      readonly seq: number;
      readonly atMs: number;
      readonly spaceType: string;
      readonly spaceId: string;
    }
  | CallbackStep
  | {
      readonly kind: 'changed';
      readonly seq: number;
      readonly atMs: number;
      readonly by: 'update' | 'streaming';
      /** How many frames of streaming came one after another. */
      readonly times: number;
      readonly change: DataChange;
    }
  | {
      readonly kind: 'warning';
      readonly seq: number;
      readonly atMs: number;
      readonly code: string;
      readonly message: string;
    };

/** A tap, what was answered, and what that changed. */
export interface CallbackStep {
  readonly kind: 'callback';
  readonly seq: number;
  readonly atMs: number;
  readonly userId: string;
  /** Absent when nothing was sent. */
  readonly messageId?: string;
  readonly actionIds: readonly string[];
  readonly params: JsonObject;
  readonly outcome: CallbackOutcome;
  readonly change?: DataChange;
}

export type CallbackOutcome =
  | { readonly is: 'waiting' }
  /** Its clock was stopped. */
  | { readonly is: 'held' }
  | {
      readonly is: 'answered';
      readonly code: number;
      readonly tookMs: number;
      readonly applied: boolean;
      readonly response?: CardCallbackResponse;
    }
  | { readonly is: 'expired'; readonly afterMs: number; readonly lateAfterMs?: number }
  | { readonly is: 'undeliverable'; readonly reason: string };

/** Data before and after, public and of single viewers. */
export interface DataChange {
  readonly viewers: readonly string[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly own: readonly OwnDataChange[];
}

/** The newest steps; older ones are left out. */
const STEPS_KEPT = 200;

/** The history of a card with one more event; the same array when the event is none of its steps. */
export function stepOn(steps: readonly CardStep[], event: SimEvent): readonly CardStep[] {
  const { seq, atMs } = event;
  switch (event.type) {
    case 'card.created':
      return appended(steps, { kind: 'created', seq, atMs });
    case 'card.delivered': {
      const { spaceType, spaceId } = event;
      return appended(steps, { kind: 'delivered', seq, atMs, spaceType, spaceId });
    }
    case 'card.changed':
      return withChange(steps, event);
    case 'callback.sent': {
      const { userId, messageId, actionIds, params } = event;
      const outcome = { is: 'waiting' } as const;
      const step = { kind: 'callback', seq, atMs, userId, messageId, actionIds, params } as const;
      return appended(steps, { ...step, outcome });
    }
    case 'callback.undeliverable': {
      const outcome = { is: 'undeliverable', reason: event.reason } as const;
      const { userId } = event;
      const step = { kind: 'callback', seq, atMs, userId, actionIds: [], params: {} } as const;
      return appended(steps, { ...step, outcome });
    }
    case 'callback.answered': {
      const { code, tookMs, applied, response } = event;
      const outcome = { is: 'answered', code, tookMs, applied } as const;
      return settled(steps, event.messageId, response ? { ...outcome, response } : outcome);
    }
    case 'callback.held':
      return settled(steps, event.messageId, { is: 'held' });
    case 'callback.released':
      return settled(steps, event.messageId, { is: 'waiting' });
    case 'callback.expired':
      return settled(steps, event.messageId, { is: 'expired', afterMs: event.afterMs });
    case 'callback.late': {
      const step = stepOf(steps, event.messageId);
      const afterMs = step?.outcome.is === 'expired' ? step.outcome.afterMs : event.tookMs;
      return settled(steps, event.messageId, {
        is: 'expired',
        afterMs,
        lateAfterMs: event.tookMs,
      });
    }
    case 'warning':
      return appended(steps, {
        kind: 'warning',
        seq,
        atMs,
        code: event.code,
        message: event.message,
      });
    default:
      return steps;
  }
}

function appended(steps: readonly CardStep[], step: CardStep): readonly CardStep[] {
  return [...(steps.length < STEPS_KEPT ? steps : steps.slice(1)), step];
}

function stepOf(steps: readonly CardStep[], messageId: string): CallbackStep | undefined {
  return steps.findLast(
    (step): step is CallbackStep => step.kind === 'callback' && step.messageId === messageId,
  );
}

function settled(
  steps: readonly CardStep[],
  messageId: string,
  outcome: CallbackOutcome,
): readonly CardStep[] {
  const found = stepOf(steps, messageId);
  if (!found) return steps;
  return steps.map((step) => (step === found ? { ...found, outcome } : step));
}

function withChange(steps: readonly CardStep[], event: Changed): readonly CardStep[] {
  const { seq, atMs, by, viewers, before, cardParamMap, own = [] } = event;
  const change = { viewers, before, after: cardParamMap, own };
  if (by === 'answer') {
    // Reported in the same turn as the answer it comes from.
    const found = steps.findLast(
      (step): step is CallbackStep =>
        step.kind === 'callback' && step.outcome.is === 'answered' && !step.change,
    );
    return steps.map((step) => (step === found ? { ...found, change } : step));
  }
  const last = steps.at(-1);
  if (by === 'streaming' && last?.kind === 'changed' && last.by === 'streaming') {
    const merged = { ...change, before: last.change.before };
    return [...steps.slice(0, -1), { ...last, atMs, times: last.times + 1, change: merged }];
  }
  return appended(steps, { kind: 'changed', seq, atMs, by, times: 1, change });
}
