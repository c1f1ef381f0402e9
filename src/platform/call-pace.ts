import { type Clock, sleep } from '../base/clock.js';

/** Keeps calls of one kind below what the platform takes; the rest wait in their order. */
export interface CallPace {
  /** Resolves when the next call may leave. */
  turn(): Promise<void>;
}

/** Calls per second of one app to one API in the standard edition (card-openapi §1.7). */
const callsPerSecond = 20;

/** A little more than a second: the platform counts when calls arrive, not when they leave. */
const spanMs = 1100;

export function createCallPace(clock: Clock, limit = callsPerSecond): CallPace {
  /** When the newest calls left, or are to leave; oldest first. */
  const turns: number[] = [];
  return {
    async turn() {
      const nowMs = clock.monotonic();
      const oldest = turns.length >= limit ? turns[turns.length - limit] : undefined;
      const atMs = Math.max(
        nowMs,
        (oldest ?? Number.NEGATIVE_INFINITY) + spanMs,
        turns.at(-1) ?? 0,
      );
      turns.push(atMs);
      if (turns.length > limit) turns.shift();
      if (atMs > nowMs) await sleep(clock, atMs - nowMs);
    },
  };
}
