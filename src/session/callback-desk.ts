import { type Answer, emptyAnswer } from '../answer/answer.js';
import { createDeadline } from '../answer/deadline.js';
import { type Duplicates, duplicateKeys } from '../answer/duplicates.js';
import { matchCallback } from '../answer/match.js';
import type { Cancel } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { AnswerSource, EventBody } from '../log/event.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { parseCardCallback } from '../protocol/card-callback.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import { createAnswerFrames, type Exchange } from './exchange-state.js';
import type { LateAnswers } from './late-answers.js';
import { createRuleKnowledge } from './rule-knowledge.js';
import type { SentCards } from './sent-cards.js';
import type { AnswerOutcome } from './session.js';
import type { SessionDeps, SessionSettings } from './session-deps.js';

/** Takes card callbacks: answered by rule in the turn they arrive in, else by hand, else empty in time. */
export interface CallbackDesk {
  take(received: ReceivedFrame): void;
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
  /** Answers everything that still waits; used when the session ends. */
  closeAll(): void;
  readonly waiting: number;
}

type EventOfAnswer = Extract<EventBody, { readonly type: 'callback.answered' }>;

interface Verdict {
  readonly answer: Answer | undefined;
  readonly rule: string | undefined;
  readonly delayMs: number;
  /** What else there is to tell of the decision; logged after the answer. */
  readonly notice?: EventBody;
}

const noVerdict: Verdict = { answer: undefined, rule: undefined, delayMs: 0 };

export function createCallbackDesk(
  deps: Pick<SessionDeps, 'clock' | 'ids' | 'log' | 'rules' | 'aliasesOf'>,
  settings: SessionSettings,
  sentCards: SentCards,
  duplicates: Duplicates<StreamResponse>,
  late: LateAnswers,
): CallbackDesk {
  const { clock, ids, log } = deps;
  const answerFrame = createAnswerFrames();
  const waiting = new Map<string, Exchange>();
  /** Acknowledged; their rules still wait before they decide. */
  const slow = new Map<string, { readonly exchange: Exchange; readonly cancel: Cancel }>();
  const knownFor = createRuleKnowledge(log, deps.aliasesOf);
  const templateOf = (outTrackId: string) => sentCards.templateOf(outTrackId);

  function decide(exchange: Exchange): Verdict {
    const rules = deps.rules();
    if (!rules) return noVerdict;
    const { rule } = matchCallback(rules, exchange.callback, templateOf, knownFor(rules));
    if (!rule) return noVerdict;
    const { action, name } = rule;
    switch (action.kind) {
      case 'answer': {
        const { response, delayMs } = action;
        const answer: Answer = response ? { kind: 'update', response } : emptyAnswer;
        return { answer, rule: name, delayMs };
      }
      case 'fail':
        return { answer: action, rule: name, delayMs: 0 };
      case 'leave': {
        const subject = exchange.exchangeId;
        return {
          ...noVerdict,
          notice: { type: 'rule.matched', rule: name, on: 'callback', subject, action: 'leave' },
        };
      }
    }
  }

  /** A rule that fails must not leave the tap without an answer (stream-protocol §8.2 C14). */
  function safely(exchange: Exchange): Verdict {
    try {
      return decide(exchange);
    } catch (error) {
      const params = { detail: redactText(messageOf(error)) };
      const notice = { type: 'notice', level: 'error', key: 'notice.rulesFailed', params } as const;
      return { ...noVerdict, notice };
    }
  }

  /** Writes the answer to the socket first; the event that tells of it is returned, not yet logged. */
  function respond(
    exchange: Exchange,
    answer: Answer,
    source: AnswerSource,
    rule?: string,
  ): EventOfAnswer {
    const frame = answerFrame(exchange.received.frame.headers.messageId, answer);
    // A connection may be lost while the answer is thought about, and the callback come again on the next.
    const sent =
      exchange.received.respond(frame) || (exchange.redelivered?.respond(frame) ?? false);
    duplicates.answered(exchange.push, frame);
    return {
      type: 'callback.answered',
      exchangeId: exchange.exchangeId,
      source,
      ...(rule === undefined ? {} : { rule }),
      ...(answer.kind === 'update' ? { response: answer.response } : {}),
      code: frame.code,
      // To the microsecond; more digits are noise.
      tookMs: Math.round((clock.monotonic() - exchange.startedMs) * 1000) / 1000,
      sent,
    };
  }

  function settle(exchange: Exchange, answer: Answer, source: AnswerSource, rule?: string): void {
    exchange.cancel?.();
    waiting.delete(exchange.exchangeId);
    const answered = respond(exchange, answer, source, rule);
    log.append(answered);
    remember(exchange, answer, answered, source, rule);
  }

  /** The one answer has left. What is decided later is an update, and so is what did not arrive. */
  function remember(
    exchange: Exchange,
    answer: Answer,
    answered: EventOfAnswer,
    source: AnswerSource,
    rule?: string,
  ): void {
    // Keeping what nobody will come back to costs more than answering it.
    if (settings.answerByHand || source !== 'rule') late.open(exchange);
    // Somebody who leaves has no time for it: the callback comes again, on another connection.
    if (!answered.sent && source !== 'shutdown') late.deliver(exchange, answer, source, rule);
  }

  function wait(exchange: Exchange, verdict: Verdict): void {
    waiting.set(exchange.exchangeId, exchange);
    const remainingMs = exchange.deadline.remainingMs(clock.monotonic());
    if (!verdict.answer) {
      exchange.cancel = clock.after(remainingMs, () => settle(exchange, emptyAnswer, 'autoAck'));
      return;
    }
    const planned = { answer: verdict.answer, rule: verdict.rule ?? '' };
    exchange.planned = planned;
    if (verdict.delayMs <= remainingMs) {
      exchange.cancel = clock.after(verdict.delayMs, () =>
        settle(exchange, planned.answer, 'rule', planned.rule),
      );
      return;
    }
    // Nothing is ever answered after the deadline: acknowledged in time, decided when the rule does.
    exchange.cancel = clock.after(remainingMs, () => {
      settle(exchange, emptyAnswer, 'autoAck');
      const cancel = clock.after(verdict.delayMs - remainingMs, () =>
        decideLate(exchange, planned),
      );
      slow.set(exchange.exchangeId, { exchange, cancel });
    });
  }

  function decideLate(exchange: Exchange, planned: NonNullable<Exchange['planned']>): void {
    slow.delete(exchange.exchangeId);
    late.deliver(exchange, planned.answer, 'rule', planned.rule);
  }

  return {
    get waiting() {
      return waiting.size;
    },
    take(received) {
      const startedMs = clock.monotonic();
      const { connectionId, frame } = received;
      const { messageId } = frame.headers;
      const push = duplicates.arrived(duplicateKeys(frame));
      if (push.deliveries > 1) {
        const exchange = waiting.get(messageId);
        // Answered again with the same words; while the first one waits there is nothing to say yet.
        if (push.answer) received.respond(push.answer);
        else if (exchange) exchange.redelivered = received;
        log.append({
          type: 'callback.duplicate',
          exchangeId: messageId,
          connectionId,
          messageId,
          raw: redactText(received.raw),
        });
        return;
      }
      const parsed = parseCardCallback(frame.data);
      const { callback } = parsed;
      // Deliveries of one push share it; a frame without one can neither be answered nor come again.
      const exchangeId = messageId || ids.uuid();
      const { windowMs, marginMs } = settings;
      const deadline = createDeadline({ startMs: startedMs, windowMs, marginMs });
      const exchange: Exchange = {
        exchangeId,
        callback,
        received,
        push,
        startedMs,
        deadline,
        redelivered: undefined,
        cancel: undefined,
        planned: undefined,
      };
      const verdict = safely(exchange);
      const byHand = settings.answerByHand && !verdict.answer;
      const answered =
        byHand || verdict.delayMs > 0
          ? undefined
          : respond(
              exchange,
              verdict.answer ?? emptyAnswer,
              verdict.answer ? 'rule' : 'autoAck',
              verdict.rule,
            );
      const told: EventBody = {
        type: 'callback.received',
        exchangeId,
        connectionId,
        messageId,
        callback,
        deadlineMs: deadline.answerWithinMs,
        ...(parsed.ok ? {} : { problem: parsed.problem }),
        raw: redactText(received.raw),
      };
      if (answered) {
        log.append(told, answered);
        const source = verdict.answer ? 'rule' : 'autoAck';
        remember(exchange, verdict.answer ?? emptyAnswer, answered, source, verdict.rule);
      } else {
        wait(exchange, verdict);
        log.append(told);
      }
      if (verdict.notice) log.append(verdict.notice);
    },
    answer(exchangeId, answer) {
      const exchange = waiting.get(exchangeId);
      if (!exchange) {
        const outcome = late.answer(exchangeId, answer);
        // The person was faster than the rule.
        if (outcome === 'late') slow.get(exchangeId)?.cancel();
        if (outcome === 'late') slow.delete(exchangeId);
        return outcome;
      }
      settle(exchange, answer, 'manual');
      return 'answered';
    },
    closeAll() {
      for (const exchange of waiting.values()) {
        const { planned } = exchange;
        if (planned) settle(exchange, planned.answer, 'rule', planned.rule);
        else settle(exchange, emptyAnswer, 'shutdown');
      }
      for (const { exchange, cancel } of slow.values()) {
        cancel();
        if (exchange.planned) decideLate(exchange, exchange.planned);
      }
    },
  };
}
