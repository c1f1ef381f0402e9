import type { Clock } from '../base/clock.js';
import { RingBuffer } from '../base/ring-buffer.js';
import { type DtcardEvent, type EventBody, eventVersion } from './event.js';

/** A view of the log, folded event by event. `version` changes with every change of what `read` returns. */
export interface Projection<S> {
  apply(event: DtcardEvent): void;
  readonly version: number;
  read(): S;
}

/**
 * The one record of what happened. `append` numbers the events, hands them to `persist` before it
 * returns, folds the projections, and publishes to subscribers in one batch per macrotask: a slow
 * subscriber is behind, it never misses anything.
 */
export interface EventLog {
  append(...bodies: EventBody[]): readonly DtcardEvent[];
  /** Undefined when the event fell out of memory (it is still in the recording). */
  at(seq: number): DtcardEvent | undefined;
  /** Events still in memory, from `fromSeq` on. */
  since(fromSeq: number): readonly DtcardEvent[];
  readonly nextSeq: number;
  project<P extends Projection<unknown>>(projection: P): P;
  /**
   * Every event from now on, in order, once. With `fromSeq` the listener is first given, at once,
   * what is in memory from there on, so that who comes late misses nothing.
   */
  subscribe(listener: (batch: readonly DtcardEvent[]) => void, fromSeq?: number): () => void;
  /** Publishes what is waiting now, instead of in the next macrotask. */
  flush(): void;
}

export interface EventLogOptions {
  readonly clock: Clock;
  /** Hands the events to the operating system. An exception goes to `onPersistFailure` once; then nothing more is persisted. */
  readonly persist?: (events: readonly DtcardEvent[]) => void;
  readonly onPersistFailure?: (error: unknown) => void;
  /** Runs the flush in a later macrotask. */
  readonly defer?: (run: () => void) => void;
  /** Events kept in memory. */
  readonly capacity?: number;
}

export function createEventLog(options: EventLogOptions): EventLog {
  const ring = new RingBuffer<DtcardEvent>(options.capacity ?? 10_000);
  const projections: Projection<unknown>[] = [];
  const listeners = new Set<(batch: readonly DtcardEvent[]) => void>();
  const defer = options.defer ?? ((run) => void setImmediate(run));
  let persist = options.persist;
  let waiting: DtcardEvent[] = [];
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    for (const listener of listeners) listener(batch);
  }

  return {
    get nextSeq() {
      return ring.end;
    },
    append(...bodies) {
      const atMs = options.clock.now();
      const events = bodies.map((body) => {
        const event: DtcardEvent = { seq: ring.end, atMs, v: eventVersion, ...body };
        ring.push(event);
        return event;
      });
      if (persist) {
        try {
          persist(events);
        } catch (error) {
          persist = undefined;
          options.onPersistFailure?.(error);
        }
      }
      for (const projection of projections) for (const event of events) projection.apply(event);
      if (listeners.size > 0) {
        waiting.push(...events);
        if (!scheduled) {
          scheduled = true;
          defer(flush);
        }
      }
      return events;
    },
    at: (seq) => ring.at(seq),
    since: (fromSeq) => ring.slice(fromSeq),
    project(projection) {
      for (const event of ring.slice()) projection.apply(event);
      projections.push(projection);
      return projection;
    },
    subscribe(listener, fromSeq) {
      // What waits belongs to those who are here already.
      flush();
      if (fromSeq !== undefined) {
        const missed = ring.slice(fromSeq);
        if (missed.length > 0) listener(missed);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    flush,
  };
}
