import { type Answer, emptyAnswer } from '../answer/answer.js';
import type { Decision, DecisionOutcome } from '../answer/callback-ends.js';
import { createDeadline } from '../answer/deadline.js';
import { type Duplicates, duplicateKeys } from '../answer/duplicates.js';
import { undecidedFailure } from '../answer/open-callback.js';
import { redactText } from '../base/redact.js';
import type { DeadlinePolicy, EventBody } from '../log/event.js';
import type { OpenExchange } from '../log/open-exchange.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { type ParsedCardCallback, parseCardCallback } from '../protocol/card-callback.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import { createAnswerWire } from './answer-wire.js';
import { answeredEvent, type EventOfAnswer } from './answered-event.js';
import type { CardSender } from './card-sender.js';
import type { Exchange, LateExchange } from './exchange-state.js';
import type { RunFollowUps } from './follow-ups.js';
import type { ForwardDesk } from './forward-desk.js';
import { createLateAnswers } from './late-answers.js';
import { createRedeliveries } from './redeliveries.js';
import type { ScriptRules } from './script-rules.js';
import type { AnswerOutcome } from './session.js';
import type { SessionDeps, SessionSettings } from './session-deps.js';
import type { TapRules, Verdict } from './tap-rules.js';
import { createUndecidedCallbacks } from './undecided-callbacks.js';

/**
 * Takes card callbacks, each decided once: by an armed answer, by a rule, by the person's own
 * service or by hand, else by its policy; what is decided afterwards updates the card.
 */
export interface CallbackDesk {
  take(received: ReceivedFrame): void;
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
  /** Takes over what an earlier run left open. */
  restore(recording: string, open: readonly OpenExchange[]): void;
  /** Answers everything that still waits; used when the session ends. */
  closeAll(): void;
  readonly waiting: number;
}

export interface CallbackDeskParts {
  readonly rules: TapRules;
  readonly scripts: ScriptRules;
  /** Absent: callbacks are not forwarded. */
  readonly forward: ForwardDesk | undefined;
  readonly sender: Pick<CardSender, 'update'>;
  readonly followUps: RunFollowUps;
  readonly duplicates: Duplicates<StreamResponse>;
}

const none: readonly never[] = [];

/** As many as the queue of a person holds; where there is none, hardly anybody comes back to them. */
const undecidedKept = { byHand: 10_000, alone: 1000 };

export function createCallbackDesk(
  deps: Pick<SessionDeps, 'clock' | 'ids' | 'log' | 'holdClock'>,
  settings: SessionSettings,
  { rules, scripts, forward, sender, followUps, duplicates }: CallbackDeskParts,
): CallbackDesk {
  const { clock, ids, log } = deps;
  const { windowMs, marginMs, answerByHand: byHand } = settings;
  const wire = createAnswerWire(clock, settings, duplicates);
  const late = createLateAnswers<LateExchange | Exchange>(clock, log, sender, {
    decided: 1000,
    undecided: byHand ? undecidedKept.byHand : undecidedKept.alone,
  });
  const undecided = createUndecidedCallbacks(
    deps,
    { byHand, scripts, forward },
    {
      answer(exchange, decision) {
        const answered = respond(exchange, decision);
        log.append(answered);
        afterAnswer(exchange, decision, answered);
      },
      late: decideLate,
      expire: (exchange) => void log.append(expire(exchange)),
    },
  );
  const redeliveries = createRedeliveries({
    log,
    clock,
    wire,
    rules,
    followUps: runFollowUps,
    find: (exchangeId) => undecided.get(exchangeId) ?? tapOf(late.get(exchangeId)),
  });

  function runFollowUps({ exchangeId }: LateExchange, { rule, then = none }: Decision): void {
    if (then.length === 0) return;
    followUps(then, { exchangeId, ...(rule === undefined ? {} : { rule }) });
  }

  /** Writes the answer to the socket first; the event that tells of it is returned, not yet logged. */
  function respond(exchange: Exchange, decision: Decision): EventOfAnswer {
    return answeredEvent(clock, exchange, decision, wire.answer(exchange, decision.answer));
  }

  /** The one answer has left. What is decided later is an update, and so is what did not arrive. */
  function afterAnswer(exchange: Exchange, decision: Decision, { sent }: EventOfAnswer): void {
    const { source, answer } = decision;
    // Keeping what nobody will come back to costs more than answering it.
    if (byHand || source !== 'rule') {
      late.open(exchange, source !== 'autoAck' && source !== 'autoFail');
    }
    // Somebody who leaves has no time for it: the callback comes again, on another connection.
    if (!sent && source !== 'shutdown' && answer.kind === 'update') update(exchange, decision);
    runFollowUps(exchange, decision);
  }

  function update(
    exchange: LateExchange | Exchange,
    decision: Decision,
  ): ReturnType<typeof late.deliver> {
    return late.deliver(exchange, decision, () => {
      const tap = tapOf(exchange);
      // Repeated to a redelivery, it would undo what another tap has made of the card since.
      if (tap?.newest === decision.answer) wire.replace(tap, emptyAnswer);
    });
  }

  /** The one answer has left before, or its time is over. */
  function decideLate(exchange: LateExchange | Exchange, decision: Decision): DecisionOutcome {
    const tap = tapOf(exchange);
    const written = tap && wire.answerWaiting(tap, decision.answer);
    if (tap && written?.sent) {
      log.append(answeredEvent(clock, tap, decision, written));
      // What the platform makes of an answer to a repetition is not known (stream-protocol §3.4).
      const outcome = decision.answer.kind === 'update' ? update(tap, decision) : 'answered';
      runFollowUps(tap, decision);
      return outcome;
    }
    const outcome = update(exchange, decision);
    if (outcome === 'gone') return outcome;
    if (tap) wire.replace(tap, decision.answer);
    runFollowUps(exchange, decision);
    return outcome;
  }

  function expire(exchange: Exchange): EventBody {
    wire.unanswered.add(exchange);
    late.open(exchange, false);
    return { type: 'callback.expired', exchangeId: exchange.exchangeId };
  }

  /** What is answered before anything else is done; undefined: there is somebody to wait for. */
  function decidedAtOnce(verdict: Verdict): Decision | 'expire' | undefined {
    if (verdict.kind === 'decided') return verdict.delayMs > 0 ? undefined : verdict.decision;
    if (verdict.kind === 'script' || byHand || forward) return undefined;
    switch (verdict.policy) {
      case 'ack-then-update':
        return acknowledged;
      case 'fail':
        return refused;
      case 'let-it-expire':
        return 'expire';
      case 'hold':
        return undefined;
    }
  }

  return {
    get waiting() {
      return undecided.waiting;
    },
    take(received) {
      const startedMs = clock.monotonic();
      const { connectionId, frame } = received;
      const { data } = frame;
      const { messageId } = frame.headers;
      const push = duplicates.arrived(duplicateKeys(frame));
      if (redeliveries.take(received, push)) return;
      const parsed = parseCardCallback(data);
      const { callback } = parsed;
      // Deliveries of one push share it; a frame without one can neither be answered nor come again.
      const exchangeId = messageId || ids.uuid();
      const exchange: Exchange = {
        exchangeId,
        callback,
        connectionId,
        data,
        received,
        push,
        startedMs,
        deadline: createDeadline({
          startMs: startedMs,
          windowMs,
          marginMs,
          networkMs: received.roundTripMs ?? 0,
        }),
        open: undefined,
        newest: undefined,
        redeliveries: none,
        guesses: 0,
      };
      const verdict = rules.verdict(exchangeId, callback);
      const decided = decidedAtOnce(verdict);
      const answered =
        decided === undefined || decided === 'expire' ? undefined : respond(exchange, decided);
      const { policy, notice } = verdict;
      const told: EventBody = {
        type: 'callback.received',
        exchangeId,
        connectionId,
        messageId,
        callback,
        deadlineMs: exchange.deadline.answerWithinMs,
        ...(parsed.ok && policy === 'ack-then-update' ? usual : unusual(parsed, policy)),
        raw: redactText(received.raw),
      };
      if (answered && typeof decided === 'object') {
        log.append(told, answered);
        afterAnswer(exchange, decided, answered);
      } else if (decided === 'expire') log.append(told, expire(exchange));
      else log.append(told);
      if (notice) log.append(notice);
      if (decided !== undefined) return;
      wire.unanswered.add(exchange);
      undecided.begin(exchange, verdict);
    },
    answer(exchangeId, answer) {
      const decision: Decision = { answer, source: 'manual' };
      const open = undecided.get(exchangeId)?.open;
      if (open) return open.decide(decision);
      const exchange = late.get(exchangeId);
      return exchange ? decideLate(exchange, decision) : 'gone';
    },
    restore(recording, open) {
      for (const { exchangeId, callback, receivedAtMs, was, decided } of open) {
        const what = { exchangeId, callback, receivedAtMs, recording, was };
        log.append({ type: 'callback.restored', ...what, ...(decided ? { decided } : {}) });
        const agoMs = Math.max(0, clock.now() - receivedAtMs);
        late.open({ exchangeId, callback, startedMs: clock.monotonic() - agoMs }, false);
      }
    },
    closeAll() {
      undecided.closeAll();
      forward?.close();
      wire.close();
    },
  };
}

const acknowledged: Decision = { answer: emptyAnswer, source: 'autoAck' };
const refused: Decision = { answer: undecidedFailure, source: 'autoFail' };

const usual = {};

/** What is only told where it is not as usual. */
function unusual(parsed: ParsedCardCallback, policy: DeadlinePolicy) {
  return {
    ...(policy === 'ack-then-update' ? {} : { policy }),
    ...(parsed.ok ? {} : { problem: parsed.problem }),
  };
}

function tapOf(exchange: LateExchange | Exchange | undefined): Exchange | undefined {
  return exchange && 'received' in exchange ? exchange : undefined;
}
