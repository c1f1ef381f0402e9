import type { Cancel, Clock } from '../base/clock.js';

/** Something that falls due unless it is settled before. */
export interface Due {
  /** On the monotonic clock. */
  readonly dueMs: number;
  settled: boolean;
}

/**
 * Many deadlines, one timer. Deadlines mostly come in order, so that adding is appending; settled
 * ones leave when they reach the front.
 */
export interface DeadlineQueue<T extends Due> {
  add(item: T): void;
  /** Drops settled items at the front. To be called after settling, else they stay until due. */
  trim(): void;
  /** Unsettled items, and the queue is empty afterwards. */
  drain(): readonly T[];
  readonly size: number;
}

export function createDeadlineQueue<T extends Due>(
  clock: Clock,
  onDue: (item: T) => void,
): DeadlineQueue<T> {
  let items: T[] = [];
  let front = 0;
  let cancel: Cancel | undefined;
  let timerDueMs = Number.POSITIVE_INFINITY;

  function trim(): void {
    while (front < items.length && (items[front] as T).settled) front++;
    if (front === items.length) {
      items = [];
      front = 0;
    } else if (front > 1024 && front * 2 > items.length) {
      items = items.slice(front);
      front = 0;
    }
  }

  function arm(dueMs: number): void {
    if (cancel && timerDueMs <= dueMs) return;
    cancel?.();
    timerDueMs = dueMs;
    cancel = clock.after(Math.max(0, Math.ceil(dueMs - clock.monotonic())), sweep, { unref: true });
  }

  function sweep(): void {
    cancel = undefined;
    timerDueMs = Number.POSITIVE_INFINITY;
    const now = clock.monotonic();
    for (trim(); front < items.length; trim()) {
      const item = items[front] as T;
      if (item.dueMs > now) {
        arm(item.dueMs);
        return;
      }
      item.settled = true;
      onDue(item);
    }
  }

  return {
    get size() {
      return items.length - front;
    },
    add(item) {
      let at = items.length;
      while (at > front && (items[at - 1] as T).dueMs > item.dueMs) at--;
      if (at === items.length) items.push(item);
      else items.splice(at, 0, item);
      arm(item.dueMs);
    },
    trim,
    drain() {
      cancel?.();
      cancel = undefined;
      timerDueMs = Number.POSITIVE_INFINITY;
      const left = items.slice(front).filter((item) => !item.settled);
      items = [];
      front = 0;
      return left;
    },
  };
}
