import type { Clock } from '../base/clock.js';
import { RingBuffer } from '../base/ring-buffer.js';
import { type AnswerFrame, readAnswerFrame } from './answer-frame.js';
import { createDeadlineQueue, type Due } from './deadline-queue.js';
import type { SimEventBody } from './sim-event.js';
import type { StreamConnection } from './stream-connections.js';

export type PushKind = 'card' | 'message' | 'event' | 'ping' | 'copy';

/** A push that waits for its answer. */
export interface PendingPush extends Due {
  readonly kind: PushKind;
  readonly messageId: string;
  readonly connection: StreamConnection;
  /** On the monotonic clock. */
  readonly sentMs: number;
  /** In time, on the connection the push went out on. */
  answered(answer: AnswerFrame, tookMs: number): void;
  /** No answer in time, or the simulator stops. */
  unanswered(afterMs: number, stopping: boolean): void;
  /** An answer after the deadline; it changes nothing. */
  late(answer: AnswerFrame, tookMs: number): void;
  /** Its clock was stopped, or goes on with so much time; absent where nobody waits in front of it. */
  held?(): void;
  released?(remainingMs: number): void;
}

/** Why a clock cannot be stopped, or cannot go on. `unknown`: no callback of this messageId. */
export type HoldRefusal = 'unknown' | 'answered' | 'expired' | 'held' | 'not-held';

/** An answer as it came, for people who look at what their client sends. */
export interface Ack {
  readonly atMs: number;
  readonly connectionId: string;
  readonly clientId: string;
  readonly kind: PushKind | 'unknown';
  readonly messageId: string;
  readonly code: number;
  readonly outcome: 'taken' | 'late' | 'unmatched' | 'unreadable';
  readonly tookMs?: number;
  /** The frame as text, cut to 4096 characters. */
  readonly raw: string;
}

export interface PendingAnswers {
  add(push: PendingPush): void;
  receive(connection: StreamConnection, text: string): void;
  /** From now on it waits without a deadline. @returns why not; undefined when it stands */
  hold(messageId: string): HoldRefusal | undefined;
  /** Gives a held one the time back that it had left. */
  release(messageId: string): HoldRefusal | undefined;
  /** Nobody can answer on it any more: what was held for its sake is held no longer. */
  closed(connection: StreamConnection): void;
  readonly acks: RingBuffer<Ack>;
  /** Pushes without an answer yet. */
  readonly size: number;
  stop(): void;
}

const ACKS_KEPT = 1000;
const RAW_KEPT = 4096;
const QUICK_MS = 10_000;
/** Expired pushes remembered to tell a late answer from one that matches nothing. */
const EXPIRED_KEPT = 2000;

/** Matches answers with pushes by `headers.messageId` (stream-protocol §8.1 S22). */
export function createPendingAnswers(
  clock: Clock,
  report: (event: SimEventBody) => unknown,
): PendingAnswers {
  const pending = new Map<string, PendingPush>();
  const expired = new Map<string, PendingPush>();
  /** How much time each held one had left; these stand in `pending`, and in no queue. */
  const held = new Map<string, number>();
  const acks = new RingBuffer<Ack>(ACKS_KEPT);
  // Redeliveries wait a minute, card answers two seconds: apart, each queue stays in order.
  const quick = createDeadlineQueue<PendingPush>(clock, expire);
  const slow = createDeadlineQueue<PendingPush>(clock, expire);
  const queueOf = (push: PendingPush) => (push.dueMs - push.sentMs <= QUICK_MS ? quick : slow);

  function expire(push: PendingPush): void {
    pending.delete(push.messageId);
    held.delete(push.messageId);
    if (expired.size >= EXPIRED_KEPT) {
      const oldest = expired.keys().next().value;
      if (oldest !== undefined) expired.delete(oldest);
    }
    expired.set(push.messageId, push);
    push.unanswered(clock.monotonic() - push.sentMs, false);
  }

  /** One whose clock can be stopped. */
  function stoppable(messageId: string): PendingPush | HoldRefusal {
    const push = pending.get(messageId);
    // Pushes sent again are in the books too, but the person has seen the failure of the first one.
    if (push?.held) {
      if (clock.monotonic() < push.dueMs) return push;
      push.settled = true;
      expire(push);
      return 'expired';
    }
    const isOf = (ack: Ack) => ack.kind === 'card' && ack.messageId === messageId;
    if (expired.get(messageId)?.held) return 'expired';
    const ack = acks.slice().findLast(isOf);
    if (ack) return ack.outcome === 'taken' ? 'answered' : 'expired';
    return push?.kind === 'card' ? 'expired' : 'unknown';
  }

  function unmatched(connection: StreamConnection, answer: AnswerFrame, text: string): void {
    const problem = pending.has(answer.messageId)
      ? 'the answer came on another connection than its push; ignored'
      : 'the answer matches no push; ignored';
    report({ type: 'warning', code: 'answer-unmatched', message: problem });
    note(connection, 'unknown', answer, 'unmatched', undefined, text);
  }

  function note(
    connection: StreamConnection,
    kind: Ack['kind'],
    answer: Pick<AnswerFrame, 'messageId' | 'code'>,
    outcome: Ack['outcome'],
    tookMs: number | undefined,
    text: string,
  ): void {
    acks.push({
      atMs: clock.now(),
      connectionId: connection.connectionId,
      clientId: connection.clientId,
      kind,
      messageId: answer.messageId,
      code: answer.code,
      outcome,
      ...(tookMs === undefined ? {} : { tookMs }),
      raw: text.length <= RAW_KEPT ? text : copyOf(text.slice(0, RAW_KEPT)),
    });
  }

  return {
    acks,
    get size() {
      return pending.size;
    },
    add(push) {
      pending.set(push.messageId, push);
      queueOf(push).add(push);
    },
    receive(connection, text) {
      const read = readAnswerFrame(text);
      if (!read.ok) {
        const message = `a client sent something that is no answer: ${read.problem}`;
        report({ type: 'warning', code: 'answer-unreadable', message });
        note(connection, 'unknown', { messageId: '', code: 0 }, 'unreadable', undefined, text);
        return;
      }
      const { answer } = read;
      let push = pending.get(answer.messageId);
      if (push && push.connection !== connection) return unmatched(connection, answer, text);
      // The timer may fire late under load; the deadline holds all the same.
      if (push && clock.monotonic() >= push.dueMs) {
        push.settled = true;
        expire(push);
        push = undefined;
      }
      if (push) {
        pending.delete(answer.messageId);
        held.delete(answer.messageId);
        push.settled = true;
        queueOf(push).trim();
        const tookMs = clock.monotonic() - push.sentMs;
        note(connection, push.kind, answer, 'taken', tookMs, text);
        push.answered(answer, tookMs);
        return;
      }
      const late = expired.get(answer.messageId);
      if (!late || late.connection !== connection) return unmatched(connection, answer, text);
      expired.delete(answer.messageId);
      const tookMs = clock.monotonic() - late.sentMs;
      note(connection, late.kind, answer, 'late', tookMs, text);
      late.late(answer, tookMs);
    },
    hold(messageId) {
      if (held.has(messageId)) return 'held';
      const push = stoppable(messageId);
      if (typeof push === 'string') return push;
      held.set(messageId, push.dueMs - clock.monotonic());
      pending.set(messageId, dueAt(push, Number.POSITIVE_INFINITY));
      push.settled = true;
      queueOf(push).trim();
      push.held?.();
      return undefined;
    },
    release(messageId) {
      const remainingMs = held.get(messageId);
      const push = pending.get(messageId);
      if (remainingMs === undefined || !push) {
        const found = stoppable(messageId);
        return typeof found === 'string' ? found : 'not-held';
      }
      held.delete(messageId);
      const resumed = dueAt(push, clock.monotonic() + remainingMs);
      pending.set(messageId, resumed);
      queueOf(resumed).add(resumed);
      push.released?.(remainingMs);
      return undefined;
    },
    closed(connection) {
      for (const messageId of held.keys()) {
        const push = pending.get(messageId);
        if (push?.connection === connection) expire(push);
      }
    },
    stop() {
      const stopped = [...held.keys()].flatMap((messageId) => pending.get(messageId) ?? []);
      held.clear();
      for (const push of [...quick.drain(), ...slow.drain(), ...stopped]) {
        push.settled = true;
        push.unanswered(clock.monotonic() - push.sentMs, true);
      }
      pending.clear();
      expired.clear();
    },
  };
}

/** The same push with another deadline: the queue it stood in is in the order of the old one. */
function dueAt(push: PendingPush, dueMs: number): PendingPush {
  const { kind, messageId, connection, sentMs } = push;
  return {
    kind,
    messageId,
    connection,
    sentMs,
    dueMs,
    settled: false,
    answered: (answer, tookMs) => push.answered(answer, tookMs),
    unanswered: (afterMs, stopping) => push.unanswered(afterMs, stopping),
    late: (answer, tookMs) => push.late(answer, tookMs),
    held: () => push.held?.(),
    released: (remainingMs) => push.released?.(remainingMs),
  };
}

/** A slice keeps the whole text it was cut from alive. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
