import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type {
  AnswerSource,
  DeadlinePolicy,
  DropReason,
  DtcardEvent,
  ErrorSummary,
  EventOf,
  ForwardOutcome,
} from './event.js';
import type { Projection } from './event-log.js';
import { receivedExchange, restoredExchange, stepExchange } from './exchange-step.js';

/**
 * Where a callback stands. `held`: its clock is stopped; `failed`: answered with a code other than
 * 200; `unsent`: answered, but the socket was gone; `acknowledged`: answered empty by nobody's
 * decision; `expired`: never answered. What is decided in the last three goes out as an update.
 */
export type ExchangePhase =
  | 'waiting'
  | 'held'
  | 'answered'
  | 'failed'
  | 'unsent'
  | 'acknowledged'
  | 'expired'
  | 'late'
  | 'updated'
  | 'updateFailed';

/** What was answered, as the log has it. */
export type ExchangeAnswer = Pick<
  EventOf<'callback.answered'>,
  'atMs' | 'source' | 'rule' | 'armedId' | 'response' | 'code' | 'tookMs' | 'sent'
>;

/** How the card update of a late decision ended. */
export interface UpdateEnd {
  readonly atMs: number;
  readonly error?: ErrorSummary;
}

export interface LateAnswer {
  readonly atMs: number;
  readonly source: AnswerSource;
  readonly rule?: string;
  readonly response: CardCallbackResponse;
  readonly tookMs: number;
  /** Absent: it is on its way. */
  readonly update?: UpdateEnd;
}

/**
 * An answer somebody thought of. `left`: a rule that left it to others after all; `failed`: a script
 * or a service that gave no answer; `unsent`: the socket was gone.
 */
export interface ConsideredAnswer {
  /** When it was first heard of. */
  readonly atMs: number;
  readonly source: AnswerSource;
  readonly rule?: string;
  readonly armedId?: string;
  /** Wall clock; when a rule that waits will answer. */
  readonly dueAtMs?: number;
  readonly response?: CardCallbackResponse;
  readonly became: 'pending' | 'answered' | 'unsent' | 'update' | 'dropped' | 'left' | 'failed';
  readonly reason?: DropReason;
  readonly error?: ErrorSummary;
}

export interface ForwardAttempt {
  readonly attempt: number;
  readonly atMs: number;
  readonly url: string;
  /** Absent: under way. */
  readonly outcome?: ForwardOutcome;
  readonly tookMs?: number;
  readonly status?: number;
  readonly detail?: string;
}

/** Taken over from a run that ended before it was decided. */
export interface RestoredFrom {
  readonly recording: string;
  readonly was: EventOf<'callback.restored'>['was'];
  readonly decided?: CardCallbackResponse;
}

/** A callback with all answers and later updates. */
export interface Exchange {
  readonly exchangeId: string;
  readonly seq: number;
  /** When it arrived. */
  readonly atMs: number;
  readonly callback: CardCallback;
  /** Wall clock; after it DingTalk no longer takes an answer. */
  readonly deadlineAtMs: number;
  /** What happens, or happened, when nobody decides in time. */
  readonly policy: DeadlinePolicy;
  readonly problem?: string;
  /** Empty for restored ones: the frame is in the recording they come from. */
  readonly raw: string;
  readonly phase: ExchangePhase;
  readonly answer?: ExchangeAnswer;
  /** Every answer that was thought of, in the order in which it was heard of. */
  readonly considered: readonly ConsideredAnswer[];
  readonly forwards: readonly ForwardAttempt[];
  /** All decisions that came too late for an answer. */
  readonly lates: readonly LateAnswer[];
  /** The newest of them. */
  readonly late?: LateAnswer;
  /** When the newest late decision had become a card update, or why it did not. */
  readonly update?: UpdateEnd;
  /** Why its clock could not be stopped. */
  readonly holdFailed?: string;
  readonly restored?: RestoredFrom;
  readonly duplicates: number;
}

export interface ExchangesView {
  get(exchangeId: string): Exchange | undefined;
  /** Those whose clock runs; nearest deadline first. */
  readonly waiting: readonly Exchange[];
  /**
   * Those nobody has decided and somebody still can, in the order of their arrival: waiting, held,
   * and those that were acknowledged, refused or expired by themselves, in this run or the one before.
   */
  readonly undecided: readonly Exchange[];
  readonly size: number;
}

/** Nobody has decided it, and a decision would still reach the card. */
export function isUndecided({ phase, answer, lates }: Exchange): boolean {
  switch (phase) {
    case 'waiting':
    case 'held':
      return true;
    case 'acknowledged':
      return answer?.source !== 'shutdown';
    case 'expired':
      return lates.length === 0;
    case 'failed':
    case 'unsent':
      return answer?.source === 'autoFail' || answer?.source === 'autoAck';
    case 'answered':
    case 'late':
    case 'updated':
    case 'updateFailed':
      return false;
  }
}

/** Nothing was sent for it yet, and an answer still counts. */
export function isUnanswered({ phase }: Exchange): boolean {
  return phase === 'waiting' || phase === 'held';
}

/** @param capacity exchanges kept; the oldest decided ones are forgotten first, unanswered ones last */
export function createExchangesProjection(capacity = 10_000): Projection<ExchangesView> {
  const exchanges = new Map<string, Exchange>();
  const waitingIds = new Set<string>();
  /** In the order of arrival. */
  const undecidedIds = new Set<string>();
  let waiting: readonly Exchange[] | undefined;
  let undecided: readonly Exchange[] | undefined;
  let version = 0;

  function put(exchange: Exchange): void {
    const { exchangeId } = exchange;
    exchanges.set(exchangeId, exchange);
    if (exchange.phase === 'waiting') waitingIds.add(exchangeId);
    else waitingIds.delete(exchangeId);
    if (isUndecided(exchange)) undecidedIds.add(exchangeId);
    else undecidedIds.delete(exchangeId);
    waiting = undefined;
    undecided = undefined;
    version++;
  }

  function drop(exchangeId: string): void {
    exchanges.delete(exchangeId);
    waitingIds.delete(exchangeId);
    undecidedIds.delete(exchangeId);
  }

  function forget(): void {
    for (const id of undecidedIds.size < exchanges.size ? exchanges.keys() : []) {
      if (exchanges.size <= capacity) return;
      if (!undecidedIds.has(id)) drop(id);
    }
    for (const [id, exchange] of exchanges) {
      if (exchanges.size <= capacity) return;
      if (!isUnanswered(exchange)) drop(id);
    }
    for (const id of exchanges.keys()) {
      if (exchanges.size <= capacity) return;
      drop(id);
    }
  }

  const allOf = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => exchanges.get(id) ?? []);

  const view: ExchangesView = {
    get: (exchangeId) => exchanges.get(exchangeId),
    get waiting() {
      waiting ??= allOf(waitingIds).sort(
        (a, b) => a.deadlineAtMs - b.deadlineAtMs || a.seq - b.seq,
      );
      return waiting;
    },
    get undecided() {
      undecided ??= allOf(undecidedIds);
      return undecided;
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
      if (event.type === 'callback.received' || event.type === 'callback.restored') {
        put(event.type === 'callback.received' ? receivedExchange(event) : restoredExchange(event));
        forget();
        return;
      }
      const id = exchangeIdOf(event);
      const known = id === undefined ? undefined : exchanges.get(id);
      if (!known) return;
      const next = stepExchange(known, event);
      if (next !== known) put(next);
    },
  };
}

function exchangeIdOf(event: DtcardEvent): string | undefined {
  switch (event.type) {
    case 'callback.duplicate':
    case 'callback.planned':
    case 'callback.forwarded':
    case 'callback.forwardReturned':
    case 'callback.held':
    case 'callback.holdFailed':
    case 'callback.expired':
    case 'callback.dropped':
    case 'callback.answered':
    case 'callback.late':
      return event.exchangeId;
    case 'rule.matched':
    case 'rule.scriptFailed':
      return event.subject;
    case 'card.updated':
    case 'card.updateFailed':
      return event.because.exchangeId;
    default:
      return undefined;
  }
}
