import type { Clock } from '../base/clock.js';
import { createEmitter } from '../base/emitter.js';
import { RingBuffer } from '../base/ring-buffer.js';
import type { SimEvent, SimEventBody } from './sim-event.js';

/** The simulator's events: the newest ones kept, numbered, and told to whoever listens. */
export interface EventFeed {
  /** Takes the object over; give it to nobody else. */
  readonly report: (event: SimEventBody) => SimEvent;
  subscribe(listener: (event: SimEvent) => void): () => void;
  /** The kept events after `seq`, oldest first. */
  after(seq: number, limit?: number): readonly SimEvent[];
  /** Number of the newest event, 0 before the first. */
  readonly lastSeq: number;
}

export const EVENTS_KEPT = 5000;

export function createEventFeed(clock: Clock): EventFeed {
  const ring = new RingBuffer<SimEvent>(EVENTS_KEPT);
  // A listener's exception is its own affair; the simulator goes on.
  const emitter = createEmitter<SimEvent>(() => {});
  return {
    get lastSeq() {
      return ring.end;
    },
    report(body) {
      // The body becomes the event: three are reported per tap, and copies were a fifth of its cost.
      const event = Object.assign(body, { seq: ring.end + 1, atMs: clock.now() });
      ring.push(event);
      if (emitter.size > 0) emitter.emit(event);
      return event;
    },
    subscribe: (listener) => emitter.subscribe(listener),
    after: (seq, limit = EVENTS_KEPT) => ring.slice(seq, Math.max(seq, ring.start) + limit),
  };
}

/** How often an idle stream says that it is alive. */
const HEARTBEAT_MS = 15_000;
const BATCH = 64;

/**
 * Server-sent events from `after` on. The reader pulls: a slow one falls behind in the ring, and
 * is told how many it missed, but never makes the simulator wait or keep more.
 */
export function eventStream(feed: EventFeed, clock: Clock, after: number): ReadableStream {
  const encoder = new TextEncoder();
  // A number from an earlier run of the simulator is ahead of this one's.
  let cursor = after > feed.lastSeq ? 0 : after;
  let wake: (() => void) | undefined;
  const unsubscribe = feed.subscribe(() => {
    wake?.();
    wake = undefined;
  });
  let stopHeartbeat = () => {};
  let greeted = false;
  let cancelled = false;
  return new ReadableStream({
    start(controller) {
      stopHeartbeat = clock.every(
        HEARTBEAT_MS,
        () => {
          if (wake && (controller.desiredSize ?? 0) > 0)
            controller.enqueue(encoder.encode(':\n\n'));
        },
        { unref: true },
      );
    },
    async pull(controller) {
      if (!greeted) {
        greeted = true;
        controller.enqueue(encoder.encode('retry: 1000\n\n'));
        return;
      }
      let batch = feed.after(cursor, BATCH);
      while (batch.length === 0) {
        if (cancelled) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        batch = feed.after(cursor, BATCH);
      }
      const first = batch[0] as SimEvent;
      const missed = first.seq - cursor - 1;
      cursor = (batch.at(-1) as SimEvent).seq;
      const gap = missed > 0 ? `event: missed\ndata: {"missed":${missed}}\n\n` : '';
      controller.enqueue(encoder.encode(gap + batch.map(formatEvent).join('')));
    },
    cancel() {
      cancelled = true;
      unsubscribe();
      stopHeartbeat();
      wake?.();
    },
  });
}

function formatEvent(event: SimEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}
