import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type { AnswerSource, DtcardEvent, ErrorSummary, EventOf } from './event.js';
import type { Projection } from './event-log.js';

/**
 * Where a callback stands. `acknowledged`: answered empty by nobody's decision, a decision still goes
 * out as an update; `unsent`: answered, but the socket was gone.
 */
export type ExchangePhase =
  | 'waiting'
  | 'answered'
  | 'unsent'
  | 'acknowledged'
  | 'late'
  | 'updated'
  | 'updateFailed';

export interface ExchangeAnswer {
  readonly atMs: number;
  readonly source: AnswerSource;
  readonly rule?: string;
  readonly response?: CardCallbackResponse;
  readonly code: number;
  readonly tookMs: number;
  readonly sent: boolean;
}

export interface LateAnswer {
  readonly atMs: number;
  readonly source: AnswerSource;
  readonly response: CardCallbackResponse;
  readonly tookMs: number;
}

/** A callback with all answers and later updates. */
export interface Exchange {
  readonly exchangeId: string;
  readonly seq: number;
  readonly atMs: number;
  readonly callback: CardCallback;
  /** Wall clock; after it DingTalk no longer takes an answer. */
  readonly deadlineAtMs: number;
  readonly problem?: string;
  readonly raw: string;
  readonly phase: ExchangePhase;
  readonly answer?: ExchangeAnswer;
  readonly late?: LateAnswer;
  /** When the late decision had become a card update, or why it did not. */
  readonly update?: { readonly atMs: number; readonly error?: ErrorSummary };
  readonly duplicates: number;
}

export interface ExchangesView {
  get(exchangeId: string): Exchange | undefined;
  /** Nearest deadline first. */
  readonly waiting: readonly Exchange[];
  readonly size: number;
}

/** @param capacity exchanges kept; the oldest decided ones are forgotten first */
export function createExchangesProjection(capacity = 10_000): Projection<ExchangesView> {
  const exchanges = new Map<string, Exchange>();
  const waitingIds = new Set<string>();
  let waiting: readonly Exchange[] | undefined;
  let version = 0;

  function put(exchange: Exchange): void {
    exchanges.set(exchange.exchangeId, exchange);
    if (exchange.phase === 'waiting') waitingIds.add(exchange.exchangeId);
    else waitingIds.delete(exchange.exchangeId);
    waiting = undefined;
    version++;
  }

  function forget(): void {
    for (const [id, exchange] of exchanges) {
      if (exchanges.size <= capacity) return;
      if (exchange.phase !== 'waiting') exchanges.delete(id);
    }
    for (const id of exchanges.keys()) {
      if (exchanges.size <= capacity) return;
      exchanges.delete(id);
      waitingIds.delete(id);
    }
  }

  const view: ExchangesView = {
    get: (exchangeId) => exchanges.get(exchangeId),
    get waiting() {
      waiting ??= [...waitingIds]
        .flatMap((id) => exchanges.get(id) ?? [])
        .sort((a, b) => a.deadlineAtMs - b.deadlineAtMs || a.seq - b.seq);
      return waiting;
    },
    get size() {
      return exchanges.size;
    },
  };

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply(event) {
      if (event.type === 'callback.received') {
        put(received(event));
        forget();
        return;
      }
      const id = exchangeIdOf(event);
      const known = id === undefined ? undefined : exchanges.get(id);
      if (!known) return;
      const next = step(known, event);
      if (next !== known) put(next);
    },
  };
}

function exchangeIdOf(event: DtcardEvent): string | undefined {
  switch (event.type) {
    case 'callback.duplicate':
    case 'callback.answered':
    case 'callback.late':
      return event.exchangeId;
    case 'card.updated':
    case 'card.updateFailed':
      return event.because.exchangeId;
    default:
      return undefined;
  }
}

function received(event: EventOf<'callback.received'>): Exchange {
  return {
    exchangeId: event.exchangeId,
    seq: event.seq,
    atMs: event.atMs,
    callback: event.callback,
    deadlineAtMs: event.atMs + event.deadlineMs,
    ...(event.problem === undefined ? {} : { problem: event.problem }),
    raw: event.raw,
    phase: 'waiting',
    duplicates: 0,
  };
}

function step(exchange: Exchange, event: DtcardEvent): Exchange {
  switch (event.type) {
    case 'callback.duplicate':
      return { ...exchange, duplicates: exchange.duplicates + 1 };
    case 'callback.answered':
      return answered(exchange, event);
    case 'callback.late': {
      const { atMs, source, response, tookMs } = event;
      return { ...exchange, phase: 'late', late: { atMs, source, response, tookMs } };
    }
    case 'card.updated':
      // A rule may update the card besides answering; only a late decision becomes `updated`.
      if (!exchange.late) return exchange;
      return { ...exchange, phase: 'updated', update: { atMs: event.atMs } };
    case 'card.updateFailed':
      if (!exchange.late) return exchange;
      return {
        ...exchange,
        phase: 'updateFailed',
        update: { atMs: event.atMs, error: event.error },
      };
    default:
      return exchange;
  }
}

function answered(exchange: Exchange, event: EventOf<'callback.answered'>): Exchange {
  // The same answer, repeated for a redelivered frame, says nothing new about the exchange.
  if (event.source === 'duplicate' && exchange.answer?.sent) return exchange;
  const answer: ExchangeAnswer = {
    atMs: event.atMs,
    source: event.source,
    ...(event.rule === undefined ? {} : { rule: event.rule }),
    ...(event.response === undefined ? {} : { response: event.response }),
    code: event.code,
    tookMs: event.tookMs,
    sent: event.sent,
  };
  if (exchange.late) return { ...exchange, answer };
  const nobodyDecided = event.source === 'autoAck' || event.source === 'shutdown';
  const phase = !event.sent ? 'unsent' : nobodyDecided ? 'acknowledged' : 'answered';
  return { ...exchange, phase, answer };
}
