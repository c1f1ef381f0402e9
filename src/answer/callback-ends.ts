import type { Cancel } from '../base/clock.js';
import type { AnswerSource, DropReason } from '../log/event.js';
import type { Answer } from './answer.js';
import type { FollowUp } from './decision.js';

/** What somebody decided about a callback. */
export interface Decision {
  readonly answer: Answer;
  readonly source: AnswerSource;
  readonly rule?: string;
  readonly armedId?: string;
  /** Done once the answer has left. */
  readonly then?: readonly FollowUp[];
}

/** `answered`: it went out as the answer; `late`: as an update of the card; `gone`: it changes nothing. */
export type DecisionOutcome = 'answered' | 'late' | 'gone';

/** What decisions come to; where the frames, the log and the card updates are. */
export interface CallbackEnds {
  /** The one answer leaves. */
  answer(decision: Decision): void;
  /** The answer has left, or the time for it is over. */
  late(decision: Decision): DecisionOutcome;
  /** Left without an answer, on purpose. */
  expire(): void;
  held(): void;
  holdFailed(detail: string): void;
  drop(thinker: Pick<Thinker, 'source' | 'rule' | 'planned'>, reason: DropReason): void;
  /** It is answered or expired, and nobody thinks about it any more. */
  done(): void;
}

/** A program that may decide: a rule that waits, a script, a service. */
export interface Thinker {
  readonly source: AnswerSource;
  readonly rule?: string;
  /** It is of no use once somebody else has decided. */
  readonly yields: boolean;
  /** Decided already; only its time has not come. */
  readonly planned?: Decision;
  readonly stop: Cancel;
}
