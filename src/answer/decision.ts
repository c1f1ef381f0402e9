import type { DeadlinePolicy, ErrorSummary } from '../log/event.js';
import type { CardDraft, CardUpdate } from '../protocol/card-api.js';
import type { Answer } from './answer.js';
import type { StreamPlan } from './rule.js';
import type { ScriptRef } from './script-runner.js';

/** What the rules say of one callback, with every value worked out. */
export type CallbackDecision =
  /** No rule holds, or the one that does leaves it to somebody else. */
  | {
      readonly kind: 'none' | 'leave';
      readonly rule?: string;
      /** What happens when nobody decides in time; absent: as the session has it. */
      readonly policy?: DeadlinePolicy;
    }
  | {
      readonly kind: 'answer';
      readonly rule: string;
      readonly answer: Answer;
      /** 0: at once. */
      readonly delayMs: number;
      /** Done once the answer has left. */
      readonly then: readonly FollowUp[];
    }
  | {
      readonly kind: 'script';
      readonly rule: string;
      readonly script: ScriptRef;
      readonly then: readonly FollowUp[];
      readonly policy?: DeadlinePolicy;
    };

/** What the rules say of one message. */
export type MessageDecision =
  | { readonly kind: 'none' }
  | { readonly kind: 'leave'; readonly rule: string }
  | { readonly kind: 'do'; readonly rule: string; readonly then: readonly FollowUp[] }
  | { readonly kind: 'script'; readonly rule: string; readonly script: ScriptRef };

/** What a rule does besides answering. */
export type FollowUp =
  | {
      readonly kind: 'send';
      readonly draft: Omit<CardDraft, 'outTrackId'>;
      readonly stream?: StreamPlan;
    }
  | { readonly kind: 'update'; readonly update: CardUpdate }
  | { readonly kind: 'stream'; readonly outTrackId: string; readonly plan: StreamPlan }
  /** It cannot be done: logged as `card.failed`. */
  | { readonly kind: 'impossible'; readonly cardTemplateId: string; readonly error: ErrorSummary };
