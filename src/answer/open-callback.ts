import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import type { DeadlinePolicy } from '../log/event.js';
import { emptyAnswer } from './answer.js';
import type { CallbackEnds, Decision, DecisionOutcome, Thinker } from './callback-ends.js';
import type { Deadline } from './deadline.js';

export interface Thought {
  /** False once it has decided, was stopped, or gave up. */
  readonly isOpen: boolean;
  decide(decision: Omit<Decision, 'source' | 'rule'>): void;
  /** It leaves the callback to others. */
  giveUp(): void;
}

/**
 * A callback that was not decided in the turn it arrived in: who may still decide, until when, and
 * what happens then. The first decision is the answer, every later one an update; nothing leaves
 * after the deadline (stream-protocol §3.4).
 */
export interface OpenCallback {
  /** The answer has not left, and can still. */
  readonly isWaiting: boolean;
  readonly isHeld: boolean;
  decide(decision: Decision): DecisionOutcome;
  expect(thinker: Thinker): Thought;
  /** A rule that decides after a while. */
  plan(decision: Decision, delayMs: number): void;
  /** Starts the time that is left. Settled at once when nobody is there who could decide. */
  wait(): void;
  /** The program ends: what was planned is decided now, what was not is acknowledged. */
  close(): void;
}

export interface OpenCallbackOptions {
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly policy: DeadlinePolicy;
  /** A person may decide. */
  readonly byHand: boolean;
  /** Stops the platform's clock. @returns why it could not be stopped; undefined when it stands */
  readonly hold: (() => Promise<string | undefined>) | undefined;
  readonly ends: CallbackEnds;
}

/** What nobody's decision answers under the policy `fail`. */
export const undecidedFailure = {
  kind: 'fail',
  code: 500,
  message: 'not decided in time',
} as const;

export function createOpenCallback(options: OpenCallbackOptions): OpenCallback {
  const { clock, deadline, byHand, hold, ends } = options;
  const thinkers = new Set<Thinker>();
  let { policy } = options;
  let isWaiting = true;
  let isHeld = false;
  let isAskingToHold = false;
  let isDone = false;
  let stopDeadline: Cancel = () => {};

  function end(): void {
    isWaiting = false;
    isHeld = false;
    isAskingToHold = false;
    stopDeadline();
  }

  function finish(): void {
    if (isDone || isWaiting || thinkers.size > 0) return;
    isDone = true;
    ends.done();
  }

  /** Nobody decided. */
  function settleByPolicy(): void {
    if (isAskingToHold) ends.holdFailed('not confirmed before the deadline');
    end();
    if (policy === 'let-it-expire') ends.expire();
    else if (policy === 'fail') ends.answer({ answer: undecidedFailure, source: 'autoFail' });
    else ends.answer({ answer: emptyAnswer, source: 'autoAck' });
    finish();
  }

  function settleIfAlone(): void {
    if (!isWaiting || isHeld || isAskingToHold || byHand || thinkers.size > 0) return;
    settleByPolicy();
  }

  /** Who yields has nothing to say any more. */
  function supersede(): void {
    for (const thinker of thinkers) {
      if (!thinker.yields) continue;
      thinkers.delete(thinker);
      thinker.stop();
      ends.drop(thinker, 'superseded');
    }
  }

  function decide(decision: Decision): DecisionOutcome {
    // A timer that is behind, as after a machine slept: what leaves now would not arrive in time.
    if (isWaiting && !isHeld && clock.monotonic() > deadline.dueMs) settleByPolicy();
    let outcome: DecisionOutcome = 'answered';
    if (isWaiting) {
      end();
      ends.answer(decision);
    } else outcome = ends.late(decision);
    if (outcome !== 'gone') supersede();
    finish();
    return outcome;
  }

  function expect(thinker: Thinker): Thought {
    const { source, rule } = thinker;
    thinkers.add(thinker);
    return {
      get isOpen() {
        return thinkers.has(thinker);
      },
      decide(decision) {
        if (!thinkers.delete(thinker)) return;
        decide({ ...decision, source, ...(rule === undefined ? {} : { rule }) });
      },
      giveUp() {
        if (!thinkers.delete(thinker)) return;
        settleIfAlone();
        finish();
      },
    };
  }

  function refuseToHold(detail: string): void {
    policy = 'ack-then-update';
    ends.holdFailed(detail);
    settleIfAlone();
  }

  function heardOfHold(problem: string | undefined): void {
    isAskingToHold = false;
    if (!isWaiting) return;
    if (problem !== undefined) return refuseToHold(problem);
    isHeld = true;
    stopDeadline();
    ends.held();
  }

  function wait(): void {
    stopDeadline = clock.after(deadline.remainingMs(clock.monotonic()), settleByPolicy);
    if (policy !== 'hold') return settleIfAlone();
    if (!hold) return refuseToHold('no simulator can be asked');
    isAskingToHold = true;
    const asked = (async () => hold())();
    asked.then(heardOfHold, (error: unknown) => heardOfHold(messageOf(error)));
  }

  return {
    get isWaiting() {
      return isWaiting;
    },
    get isHeld() {
      return isHeld;
    },
    decide,
    expect,
    plan(decision, delayMs) {
      const { source, rule } = decision;
      const stop = clock.after(delayMs, () => thought.decide(decision));
      const named = rule === undefined ? {} : { rule };
      const thought = expect({ source, ...named, planned: decision, yields: true, stop });
      // One that decides in time needs nobody to decide in its place.
      if (delayMs > deadline.remainingMs(clock.monotonic())) wait();
    },
    wait,
    close() {
      for (const thinker of thinkers) {
        if (!thinker.planned) continue;
        thinkers.delete(thinker);
        thinker.stop();
        decide(thinker.planned);
      }
      if (isWaiting) {
        end();
        if (policy === 'let-it-expire') ends.expire();
        else ends.answer({ answer: emptyAnswer, source: 'shutdown' });
      }
      for (const thinker of thinkers) {
        thinker.stop();
        ends.drop(thinker, 'ended');
      }
      thinkers.clear();
      finish();
    },
  };
}
