import type { AnswerSource, DtcardEvent, ForwardOutcome } from './event.js';
import type { Projection } from './event-log.js';

/**
 * Callbacks that a person may still decide. The queue holds those nobody else is at work on, in the
 * order they came to it: as they arrived, or when a service or a script gave them up. Its head stays
 * until it is decided, acknowledged meanwhile or not. Those an earlier run left open come last: their
 * time is over, and that of the others runs.
 */
export interface HandQueueView {
  /** In the queue. */
  readonly size: number;
  /** The exchangeIds of the queue, oldest first; behind them those of an earlier run. */
  ids(): Iterable<string>;
  has(exchangeId: string): boolean;
  /** In the queue, and of an earlier run. */
  isLeftOver(exchangeId: string): boolean;
  /** Undecided, in the queue or in the hands of a rule, a script or a service. */
  isOpen(exchangeId: string): boolean;
}

/** @param capacity callbacks kept; the oldest are given up first */
export function createHandQueueProjection(capacity = 10_000): Projection<HandQueueView> {
  const queue = new Set<string>();
  const leftOver = new Set<string>();
  /** Open, and somebody else is at work on them. */
  const busy = new Set<string>();
  let version = 0;

  function toHand(exchangeId: string): void {
    // The platform may deliver again, to this run, what an earlier one left open.
    leftOver.delete(exchangeId);
    busy.delete(exchangeId);
    queue.add(exchangeId);
    version++;
    if (queue.size > capacity) dropOldest(queue);
  }

  function restore(exchangeId: string): void {
    leftOver.add(exchangeId);
    version++;
    if (leftOver.size > capacity) dropOldest(leftOver);
  }

  function toOther(exchangeId: string): void {
    if (!queue.delete(exchangeId)) return;
    busy.add(exchangeId);
    version++;
    if (busy.size > capacity) dropOldest(busy);
  }

  function close(exchangeId: string): void {
    const wasOpen =
      queue.delete(exchangeId) || leftOver.delete(exchangeId) || busy.delete(exchangeId);
    if (wasOpen) version++;
  }

  const view: HandQueueView = {
    get size() {
      return queue.size + leftOver.size;
    },
    *ids() {
      yield* queue;
      yield* leftOver;
    },
    has: (exchangeId) => queue.has(exchangeId) || leftOver.has(exchangeId),
    isLeftOver: (exchangeId) => leftOver.has(exchangeId),
    isOpen: (exchangeId) => view.has(exchangeId) || busy.has(exchangeId),
  };

  function apply(event: DtcardEvent): void {
    switch (event.type) {
      case 'callback.received':
        return toHand(event.exchangeId);
      case 'callback.restored':
        return restore(event.exchangeId);
      case 'callback.planned':
      case 'callback.forwarded':
        return toOther(event.exchangeId);
      case 'callback.forwardReturned':
        if (hasGivenUp[event.outcome] && busy.has(event.exchangeId)) toHand(event.exchangeId);
        return;
      case 'rule.scriptFailed':
        if (busy.has(event.subject)) toHand(event.subject);
        return;
      case 'callback.answered':
        if (!isNobodys(event.source)) close(event.exchangeId);
        return;
      case 'callback.late':
        return close(event.exchangeId);
      case 'callback.dropped':
        if (event.reason !== 'superseded') close(event.exchangeId);
        return;
      default:
    }
  }

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply,
  };
}

/** What of an attempt leaves the callback to somebody else. */
const hasGivenUp: Readonly<Record<ForwardOutcome, boolean>> = {
  answer: false,
  retry: false,
  timeout: true,
  unreachable: true,
  status: true,
  nonsense: true,
};

/** An answer that went out because nobody had decided, or that only repeats an earlier one. */
function isNobodys(source: AnswerSource): boolean {
  return source === 'autoAck' || source === 'autoFail' || source === 'duplicate';
}

function dropOldest(ids: Set<string>): void {
  for (const oldest of ids) {
    ids.delete(oldest);
    return;
  }
}
