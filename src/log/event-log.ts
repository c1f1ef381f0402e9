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
 * The one record of what happened. `append` numbers the events and folds the projections. At the end
 * of the turn, before the event loop goes on, what was appended in it is handed to `persist`;
 * subscribers get one batch per macrotask: a slow one is behind, it never misses anything. Events
 * become text once, however many read them as text.
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
  /** The same as lines of JSON without line ends, each with its event. */
  subscribeLines(listener: LinesListener, fromSeq?: number): () => void;
  /** Persists and publishes what is waiting now. */
  flush(): void;
}

export type LinesListener = (lines: readonly string[], events: readonly DtcardEvent[]) => void;

export interface EventLogOptions {
  readonly clock: Clock;
  /** Hands the lines to the operating system. An exception goes to `onPersistFailure` once; then nothing more is persisted. */
  readonly persist?: (lines: readonly string[]) => void;
  readonly onPersistFailure?: (error: unknown) => void;
  /** An event as one line of JSON; `JSON.stringify` unless stated. */
  readonly encode?: (event: DtcardEvent) => string;
  /** Runs the flush in a later macrotask. */
  readonly defer?: (run: () => void) => void;
  /** Events kept in memory. */
  readonly capacity?: number;
}

export function createEventLog(options: EventLogOptions): EventLog {
  const ring = new RingBuffer<DtcardEvent>(options.capacity ?? 10_000);
  const projections: Projection<unknown>[] = [];
  const listeners = new Set<(batch: readonly DtcardEvent[]) => void>();
  const lineListeners = new Set<LinesListener>();
  const defer = options.defer ?? ((run) => void setImmediate(run));
  const encode = options.encode ?? ((event: DtcardEvent) => JSON.stringify(event));
  let persist = options.persist;
  /** Appended in this turn. */
  let fresh: DtcardEvent[] = [];
  let waiting: DtcardEvent[] = [];
  let waitingLines: string[] = [];
  let isScheduled = false;

  function endTurn(): void {
    if (fresh.length === 0) return;
    const events = fresh;
    fresh = [];
    if (listeners.size + lineListeners.size > 0) waiting = joined(waiting, events);
    if (persist || lineListeners.size > 0) {
      const lines = events.map(encode);
      if (persist) keep(persist, lines);
      if (lineListeners.size > 0) waitingLines = joined(waitingLines, lines);
    }
    if (isScheduled || waiting.length + waitingLines.length === 0) return;
    isScheduled = true;
    defer(publish);
  }

  function keep(write: (lines: readonly string[]) => void, lines: readonly string[]): void {
    try {
      write(lines);
    } catch (error) {
      persist = undefined;
      options.onPersistFailure?.(error);
    }
  }

  function publish(): void {
    isScheduled = false;
    const events = waiting;
    const lines = waitingLines;
    waiting = [];
    waitingLines = [];
    if (events.length > 0) for (const listener of listeners) listener(events);
    if (lines.length > 0) for (const listener of lineListeners) listener(lines, events);
  }

  function flush(): void {
    endTurn();
    publish();
  }

  return {
    get nextSeq() {
      return ring.end;
    },
    append(...bodies) {
      const atMs = options.clock.now();
      if (fresh.length === 0) queueMicrotask(endTurn);
      const events: DtcardEvent[] = [];
      for (const body of bodies) {
        const event: DtcardEvent = { seq: ring.end, atMs, v: eventVersion, ...body };
        ring.push(event);
        fresh.push(event);
        events.push(event);
        for (const projection of projections) projection.apply(event);
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
      const missed = fromSeq === undefined ? [] : ring.slice(fromSeq);
      if (missed.length > 0) listener(missed);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    subscribeLines(listener, fromSeq) {
      flush();
      const missed = fromSeq === undefined ? [] : ring.slice(fromSeq);
      if (missed.length > 0) listener(missed.map(encode), missed);
      lineListeners.add(listener);
      return () => {
        lineListeners.delete(listener);
      };
    },
    flush,
  };
}

/** The first one grows; mostly it is empty, and then the second is taken as it is. */
function joined<T>(first: T[], second: T[]): T[] {
  if (first.length === 0) return second;
  for (const item of second) first.push(item);
  return first;
}
