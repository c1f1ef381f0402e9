import type { DeadlinePolicy } from '../log/event.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type {
  CardCallback,
  CardCallbackResponse,
  CardParamMap,
} from '../protocol/card-callback.js';
import type { FollowUp } from './decision.js';
import type { ScriptRef } from './script-runner.js';
import type { Subject, Value } from './value.js';

/** A rules file that was understood as a whole. Rules are tried in the order of the file, first match wins. */
export interface RuleSet {
  readonly file: string;
  readonly messageRules: readonly MessageRule[];
  readonly callbackRules: readonly CallbackRule[];
  /** All rules in the order of the file. */
  readonly rules: readonly Rule[];
  /** Answers to give by hand, on the digits of the screen, in the order of the file. */
  readonly answers: readonly PreparedAnswer[];
  /** What happens to callbacks nobody decides in time, unless their rule says otherwise; absent: as the session has it. */
  readonly late?: DeadlinePolicy;
  /** Whether something for callbacks looks at the cards or at names of people. */
  readonly asksForCards: boolean;
  /** The id of a template that is named by its alias; asked when a card is sent. */
  readonly templateIdOf?: (word: string) => string;
}

/** An answer of the file that no rule gives. */
export interface PreparedAnswer {
  readonly name: string;
  /** Actions it is offered for; empty: every one. */
  readonly actions: readonly string[];
  /** @returns undefined to acknowledge only; the same object each time where it has no `${…}` */
  response(subject: CallbackSubject): CardCallbackResponse | undefined;
}

export type Rule = MessageRule | CallbackRule;

export interface MessageRule extends RuleHead {
  readonly on: 'message';
  readonly conditions: readonly Condition<MessageSubject>[];
  readonly action: SendAction | LeaveAction | ScriptAction;
}

export interface CallbackRule extends RuleHead, CallbackDeed {
  readonly on: 'callback';
  readonly conditions: readonly Condition<CallbackSubject>[];
  /** Who may; asked once everything else holds. */
  readonly guard?: Guard;
  readonly late?: DeadlinePolicy;
  /** Takes callbacks again that were delivered before. */
  readonly again: boolean;
}

interface RuleHead {
  /** Unique in the file. */
  readonly name: string;
  /** Where the rule begins, from 1. */
  readonly line: number;
  /** A rule beyond its limit does not match. */
  readonly limit?: RuleLimit;
  /** Its uses are counted, because of a limit or of a `${uses}`. */
  readonly counts: boolean;
  /** The cards it may send, as the file has them: texts may hold `${…}`. */
  readonly sends: readonly WrittenCard[];
}

export interface WrittenCard {
  readonly cardTemplateId: string;
  readonly cardParamMap: CardParamMap;
}

export interface RuleLimit {
  readonly times: number;
  readonly per: LimitPer;
}

/** For whom uses are counted; `rule`: for all together. */
export type LimitPer = 'rule' | 'user' | 'card' | 'conversation';

/** The conditions of `guard`, and what is done when one of them does not hold. */
export interface Guard {
  readonly conditions: readonly Condition<CallbackSubject>[];
  readonly otherwise: CallbackDeed;
}

/** What is answered to a tap, and what is done besides. */
export interface CallbackDeed {
  readonly action: AnswerAction | FailAction | LeaveAction | ScriptAction;
  readonly then: readonly Value<FollowUp>[];
}

/** A message, as rules look at it. */
export interface MessageSubject extends Subject {
  readonly message: BotMessage;
}

/** What a callback rule looks at: the tap, and what is known of the card and the person. */
export interface CallbackSubject extends Subject {
  readonly callback: CardCallback;
  readonly cardTemplateId: string | undefined;
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
  /** What is expected of this subject, where `expected` holds `${…}`. */
  expectedNow?(subject: S): string;
}

export interface SendAction {
  readonly kind: 'send';
  /** At least one. */
  readonly sends: readonly Value<FollowUp>[];
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

/**
 * `conversation` is where the message came from, or where the tapped card is; `sender` who wrote or
 * tapped; anything else is an openSpaceId.
 */
export type SendTarget =
  | { readonly kind: 'conversation' }
  | { readonly kind: 'sender' }
  | { readonly kind: 'space'; readonly openSpaceId: string };

export interface AnswerAction {
  readonly kind: 'answer';
  /** Undefined acknowledges without changing the card. */
  readonly response: Value<CardCallbackResponse | undefined>;
  /** Waits this long before answering, to try out slow answers. */
  readonly delayMs: number;
}

/** Answers with this frame code (stream-protocol §3.1); the user sees an error. */
export interface FailAction {
  readonly kind: 'fail';
  readonly code: number;
  readonly message: Value<string>;
}

/** Nothing is done by rules: the callback is left to a person, the message without a card. */
export interface LeaveAction {
  readonly kind: 'leave';
}

/** A function of the author's decides. */
export interface ScriptAction {
  readonly kind: 'script';
  readonly script: ScriptRef;
}
