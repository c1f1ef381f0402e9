import type { CardInstance } from '../log/cards.js';
import type { SubjectNames } from '../log/filter/filter-subject.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardDraft } from '../protocol/card-api.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';

/** A rules file that was understood as a whole. Rules are tried in the order of the file, first match wins. */
export interface RuleSet {
  readonly file: string;
  readonly messageRules: readonly MessageRule[];
  readonly callbackRules: readonly CallbackRule[];
  /** All rules in the order of the file. */
  readonly rules: readonly Rule[];
  /** Answers to give by hand, on the digits of the screen, in the order of the file. */
  readonly answers: readonly PreparedAnswer[];
}

/** An answer of the file that no rule gives. */
export interface PreparedAnswer {
  readonly name: string;
  /** Actions it is offered for; empty: every one. */
  readonly actions: readonly string[];
  /** @returns undefined to acknowledge only */
  response(subject: CallbackSubject): CardCallbackResponse | undefined;
}

export type Rule = MessageRule | CallbackRule;

export interface MessageRule extends RuleHead {
  readonly on: 'message';
  readonly conditions: readonly Condition<BotMessage>[];
  readonly action: SendAction | LeaveAction;
}

export interface CallbackRule extends RuleHead {
  readonly on: 'callback';
  readonly conditions: readonly Condition<CallbackSubject>[];
  readonly action: AnswerAction | FailAction | LeaveAction;
}

interface RuleHead {
  /** Unique in the file. */
  readonly name: string;
  /** Where the rule begins, from 1. */
  readonly line: number;
}

/** What a callback rule looks at: the tap, and what is known of the card and the person. */
export interface CallbackSubject {
  readonly callback: CardCallback;
  readonly cardTemplateId: string | undefined;
  readonly card?: CardInstance | undefined;
  readonly names?: SubjectNames | undefined;
}

/** One thing that must hold. All conditions of a rule must. */
export interface Condition<S> {
  /** Where it stands under `when`: `text`, `params.form.name`. */
  readonly path: string;
  /** As the author wrote it. */
  readonly expected: string;
  test(subject: S): boolean;
  /** What was there instead, for explanations; undefined when there was nothing. */
  actual(subject: S): string | undefined;
}

export interface SendAction {
  readonly kind: 'send';
  readonly card: Pick<CardDraft, 'cardTemplateId' | 'cardParamMap' | 'privateData'>;
  readonly to: SendTarget;
  /** Text that is streamed into the card after it was delivered. */
  readonly stream?: StreamPlan;
}

/** A text that arrives bit by bit, as a language model would write it (card-openapi §4). */
export interface StreamPlan {
  /** The variable: a markdown one. */
  readonly key: string;
  readonly text: string;
  /** Between two frames. */
  readonly everyMs: number;
  /** How many characters more each frame has. */
  readonly step: number;
}

/** `conversation` and `sender` are those of the message; anything else is an openSpaceId. */
export type SendTarget =
  | { readonly kind: 'conversation' }
  | { readonly kind: 'sender' }
  | { readonly kind: 'space'; readonly openSpaceId: string };

export interface AnswerAction {
  readonly kind: 'answer';
  /** Undefined acknowledges without changing the card. */
  readonly response: CardCallbackResponse | undefined;
  /** Waits this long before answering, to try out slow answers. */
  readonly delayMs: number;
}

/** Answers with this frame code (stream-protocol §3.1); the user sees an error. */
export interface FailAction {
  readonly kind: 'fail';
  readonly code: number;
  readonly message: string;
}

/** Nothing is done by rules: the callback is left to a person, the message without a card. */
export interface LeaveAction {
  readonly kind: 'leave';
}
