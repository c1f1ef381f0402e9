import type { ErrorParams } from '../base/errors.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';

/**
 * Where an answer came from. `armed`: prepared before the tap; `forward`: the person's own service;
 * `autoAck` and `autoFail`: nobody decided in time, and the policy was to acknowledge, or to refuse.
 */
export type AnswerSource =
  | 'armed'
  | 'rule'
  | 'forward'
  | 'manual'
  | 'autoAck'
  | 'autoFail'
  | 'shutdown'
  | 'duplicate';

/**
 * What happens to a callback nobody decides in time. `ack-then-update`: acknowledged empty, a later
 * decision goes out as a card update; `fail`: answered with an error; `let-it-expire`: never answered;
 * `hold`: its clock is stopped, which only a simulator can do.
 */
export type DeadlinePolicy = 'ack-then-update' | 'fail' | 'let-it-expire' | 'hold';

export type CallbackEvent =
  | {
      readonly type: 'callback.received';
      readonly exchangeId: string;
      readonly connectionId: string;
      readonly messageId: string;
      readonly callback: CardCallback;
      /** Answer before this long after `atMs`. */
      readonly deadlineMs: number;
      /** Absent: `ack-then-update`. */
      readonly policy?: DeadlinePolicy;
      /** Named when `data` or `content` was not what it should be. */
      readonly problem?: string;
      readonly raw: string;
    }
  | {
      readonly type: 'callback.duplicate';
      readonly exchangeId: string;
      readonly connectionId: string;
      /** Another one than that of the first delivery when `isGuess`. */
      readonly messageId: string;
      /** The same content under a new messageId: taken for a redelivery because the first had no answer. */
      readonly isGuess?: true;
      readonly raw: string;
    }
  /** A rule will decide, but not at once: it waits, or a script is thinking. */
  | {
      readonly type: 'callback.planned';
      readonly exchangeId: string;
      readonly rule: string;
      /** Absent for scripts: nobody knows. */
      readonly delayMs?: number;
      /** What it will answer; absent for scripts and empty answers. */
      readonly response?: CardCallbackResponse;
    }
  /** Handed to the person's own service; `attempt` starts at 1. */
  | {
      readonly type: 'callback.forwarded';
      readonly exchangeId: string;
      readonly url: string;
      readonly attempt: number;
    }
  /** What came of an attempt. What an `answer` did is told by `callback.answered` or `callback.late`. */
  | {
      readonly type: 'callback.forwardReturned';
      readonly exchangeId: string;
      readonly attempt: number;
      readonly outcome: ForwardOutcome;
      readonly tookMs: number;
      /** HTTP status, where one came. */
      readonly status?: number;
      /** Why it is no answer, in words; findings about an answer that was taken all the same. */
      readonly detail?: string;
    }
  /** The simulator stopped the clock of this callback: it waits until somebody decides. */
  | { readonly type: 'callback.held'; readonly exchangeId: string }
  /** It could not be stopped; the callback is acknowledged in time instead. */
  | { readonly type: 'callback.holdFailed'; readonly exchangeId: string; readonly detail: string }
  /** Not answered, on purpose. */
  | { readonly type: 'callback.expired'; readonly exchangeId: string }
  /** A decision that changed nothing. */
  | {
      readonly type: 'callback.dropped';
      readonly exchangeId: string;
      readonly source: AnswerSource;
      readonly rule?: string;
      readonly response?: CardCallbackResponse;
      readonly reason: DropReason;
    }
  /**
   * Left open by a run that ended in the middle; it can be decided now, as a card update. `decided`:
   * the decision whose update is not known to have arrived.
   */
  | {
      readonly type: 'callback.restored';
      readonly exchangeId: string;
      readonly callback: CardCallback;
      readonly receivedAtMs: number;
      /** Path of the recording it was found in. */
      readonly recording: string;
      readonly was: 'unanswered' | 'acknowledged' | 'update-uncertain';
      readonly decided?: CardCallbackResponse;
    }
  | {
      readonly type: 'callback.answered';
      readonly exchangeId: string;
      readonly source: AnswerSource;
      readonly rule?: string;
      /** Which armed answer it was. */
      readonly armedId?: string;
      /** Absent: acknowledged without an update. */
      readonly response?: CardCallbackResponse;
      readonly code: number;
      readonly tookMs: number;
      /** False when the socket was gone: DingTalk never saw it. */
      readonly sent: boolean;
    }
  /** Decided too late for an answer: the decision went out, or will, as a card update. */
  | {
      readonly type: 'callback.late';
      readonly exchangeId: string;
      readonly source: AnswerSource;
      readonly rule?: string;
      readonly response: CardCallbackResponse;
      readonly tookMs: number;
    };

/** `retry`: no answer, and there is time for another attempt. */
export type ForwardOutcome = 'answer' | 'retry' | 'timeout' | 'unreachable' | 'status' | 'nonsense';

/**
 * `superseded`: somebody else decided before it could; `nothing-to-update`: it came too late for an
 * answer, and says nothing about the card; `ended`: the program ended first.
 */
export type DropReason = 'superseded' | 'nothing-to-update' | 'ended';

/** Answers prepared before the tap. */
export type ArmEvent =
  | {
      readonly type: 'answer.armed';
      readonly armedId: string;
      /** Which callbacks it is for (docs/filter.md). */
      readonly filter: string;
      /** Absent: acknowledges, or refuses with `code`. */
      readonly response?: CardCallbackResponse;
      /** 200, or that of a refusal. */
      readonly code: number;
      /** How many taps it is for; absent: until it is disarmed. */
      readonly times?: number;
    }
  | {
      readonly type: 'answer.disarmed';
      readonly armedId: string;
      readonly reason: 'used-up' | 'by-hand';
    };

/** How the person's own service is doing; told when it changes. */
export type ForwardEvent = {
  readonly type: 'forward.health';
  readonly url: string;
  readonly state: ForwardState;
  readonly detail?: string;
};

export type ForwardState = 'unknown' | 'ok' | 'slow' | 'down';

/** Signs that another process on the same client id takes part of the traffic. Told once per sign and run. */
export type SplitEvent = {
  readonly type: 'split.suspected';
  readonly sign: SplitSign;
  readonly params: ErrorParams;
};

/**
 * `other-watch`: another dtcard of this machine; `other-connection`: a simulator says so;
 * `foreign-card`: a callback of a card nobody here sent; `old-delivery`: a frame that was delivered
 * to somebody else before.
 */
export type SplitSign = 'other-watch' | 'other-connection' | 'foreign-card' | 'old-delivery';
