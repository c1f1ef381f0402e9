import type { Cancel } from '../base/clock.js';
import type { AnswerFrame } from './answer-frame.js';
import type { PendingAnswers, PushKind } from './pending-answers.js';
import type { SimContext } from './sim-context.js';
import type { NoConnection, StreamConnection, StreamConnections } from './stream-connections.js';
import { fitsFrame, type MessageIds } from './stream-frames.js';

/** What everything that pushes frames shares. */
export interface PushDeps {
  readonly context: SimContext;
  readonly connections: StreamConnections;
  readonly answers: PendingAnswers;
  readonly messageIds: MessageIds;
  /** Timers of pushes to be sent again; cancelled when the simulator stops. */
  readonly retries: Set<Cancel>;
}

/** A push that is sent again while it is not acknowledged (stream-protocol §8.1 S28, S29). */
export interface PushPlan {
  readonly kind: PushKind;
  readonly clientId: string;
  readonly type: 'CALLBACK' | 'EVENT';
  readonly topic: string;
  /** Also sent later when nobody is connected now. */
  readonly retriesUnconnected: boolean;
  frame(connection: StreamConnection, messageId: string): string;
  /** 0: never sent again. */
  retryAfterMs(): number;
  onSent(connection: StreamConnection, messageId: string, attempt: number): void;
  /** Whether that settles it; otherwise it is sent again. */
  onAnswer(answer: AnswerFrame, tookMs: number): boolean;
}

export type Pushed =
  | { readonly sent: true; readonly connectionId: string; readonly messageId: string }
  | { readonly sent: false; readonly reason: NoConnection | 'frame-too-large' };

/** How long an answer is waited for that decides nothing. */
const UNHURRIED_MS = 60_000;

/**
 * The copy that the setting `deliverTwice` asks for. What is answered to a copy with a messageId of
 * its own changes nothing: the first delivery counts.
 */
export function sendCopy(
  { context, answers, messageIds }: PushDeps,
  connection: StreamConnection,
  messageId: string,
  frame: (messageId: string) => string,
  onAnswer: (messageId: string, answer: AnswerFrame, tookMs: number) => void,
): void {
  const { deliverTwice } = context.settings;
  if (deliverTwice === 'no') return;
  if (deliverTwice === 'same') return connection.send(frame(messageId));
  const copyId = messageIds.push();
  const sentMs = context.clock.monotonic();
  const answered = (answer: AnswerFrame, tookMs: number) => onAnswer(copyId, answer, tookMs);
  answers.add({
    kind: 'copy',
    messageId: copyId,
    connection,
    sentMs,
    dueMs: sentMs + UNHURRIED_MS,
    settled: false,
    answered,
    unanswered: () => undefined,
    late: answered,
  });
  connection.send(frame(copyId));
}

/** @param attempt counted from 1 @param repeated the messageId of the push before, to be used again */
export function startPush(deps: PushDeps, plan: PushPlan, attempt = 1, repeated?: string): Pushed {
  const { context } = deps;
  const connection = deps.connections.choose(plan.clientId, plan.type, plan.topic);
  if (typeof connection === 'string') {
    if (plan.retriesUnconnected) retryLater(deps, plan, attempt, repeated);
    return { sent: false, reason: connection };
  }
  const messageId = repeated ?? deps.messageIds.push();
  const frame = plan.frame(connection, messageId);
  if (!fitsFrame(frame)) return { sent: false, reason: 'frame-too-large' };
  const sentMs = context.clock.monotonic();
  const retry = () =>
    retryLater(deps, plan, attempt, messageId, context.clock.monotonic() - sentMs);
  deps.answers.add({
    kind: plan.kind,
    messageId,
    connection,
    sentMs,
    dueMs: sentMs + (plan.retryAfterMs() || UNHURRIED_MS),
    settled: false,
    answered(answer, tookMs) {
      if (!plan.onAnswer(answer, tookMs)) retry();
    },
    unanswered(_afterMs, stopping) {
      if (!stopping) retry();
    },
    late(answer, tookMs) {
      plan.onAnswer(answer, tookMs);
    },
  });
  connection.send(frame);
  plan.onSent(connection, messageId, attempt);
  if (plan.kind === 'message' && attempt === 1) {
    sendCopy(
      deps,
      connection,
      messageId,
      (copyId) => plan.frame(connection, copyId),
      () => undefined,
    );
  }
  return { sent: true, connectionId: connection.connectionId, messageId };
}

/** @param waitedMs time that passed since the push already */
export function retryLater(
  deps: PushDeps,
  plan: PushPlan,
  attempt: number,
  messageId: string | undefined,
  waitedMs = 0,
): void {
  const { context, retries } = deps;
  const afterMs = plan.retryAfterMs();
  if (afterMs <= 0 || attempt > context.settings.redeliverLimit) return;
  const repeated = context.settings.redeliverMessageId === 'same' ? messageId : undefined;
  const cancel = context.clock.after(
    Math.max(0, afterMs - waitedMs),
    () => {
      retries.delete(cancel);
      startPush(deps, plan, attempt + 1, repeated);
    },
    { unref: true },
  );
  retries.add(cancel);
}
