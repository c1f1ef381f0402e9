/** Stops a timer. Calling it twice, or after the timer fired, does nothing. */
export type Cancel = () => void;

/** Time as an argument: production passes `systemClock`, tests a `ManualClock`. All values are milliseconds. */
export interface Clock {
  /** Wall clock, ms since the epoch. */
  now(): number;
  /** Monotonic clock with sub-millisecond resolution, for durations. */
  monotonic(): number;
  /** Calls `run` once after `delayMs`. An `unref` timer does not keep the process alive. */
  after(delayMs: number, run: () => void, options?: TimerOptions): Cancel;
  /** Calls `run` every `intervalMs` until cancelled. */
  every(intervalMs: number, run: () => void, options?: TimerOptions): Cancel;
}

export interface TimerOptions {
  readonly unref?: boolean;
}

/** Node fires anything longer after 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, run, options) {
    let timer: NodeJS.Timeout;
    const arm = (leftMs: number) => {
      timer =
        leftMs > LONGEST_TIMER_MS
          ? setTimeout(() => arm(leftMs - LONGEST_TIMER_MS), LONGEST_TIMER_MS)
          : setTimeout(run, leftMs);
      if (options?.unref) timer.unref();
    };
    arm(delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs, run, options) {
    const timer = setInterval(run, Math.min(intervalMs, LONGEST_TIMER_MS));
    if (options?.unref) timer.unref();
    return () => clearInterval(timer);
  },
};

interface Scheduled {
  readonly id: number;
  readonly intervalMs: number | undefined;
  readonly run: () => void;
  atMs: number;
}

/** A clock that only moves when told to. Timers fire in order of their time, then of their creation. */
export class ManualClock implements Clock {
  #now: number;
  #nextId = 0;
  #scheduled: Scheduled[] = [];

  constructor(startMs = 1_795_361_046_112) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): Cancel {
    return this.#schedule(delayMs, undefined, run);
  }

  every(intervalMs: number, run: () => void): Cancel {
    // As Node does, so that an interval of nothing cannot keep `advance` from ending.
    const atLeastOne = intervalMs >= 1 ? intervalMs : 1;
    return this.#schedule(atLeastOne, atLeastOne, run);
  }

  /** Number of timers that have not fired and were not cancelled. */
  get pending(): number {
    return this.#scheduled.length;
  }

  /** Moves time forward, firing everything that falls due on the way. A timer may advance the clock itself. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#nextDue(end);
      if (!due) break;
      this.#now = Math.max(this.#now, due.atMs);
      if (due.intervalMs === undefined) this.#remove(due.id);
      else due.atMs += due.intervalMs;
      due.run();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Like `advance`, and lets promises settle between the timers. */
  async advanceAsync(ms: number, stepMs = 50): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      this.advance(Math.min(stepMs, left));
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  }

  #schedule(delayMs: number, intervalMs: number | undefined, run: () => void): Cancel {
    const id = this.#nextId++;
    this.#scheduled.push({ id, intervalMs, run, atMs: this.#now + (delayMs > 0 ? delayMs : 0) });
    return () => this.#remove(id);
  }

  #remove(id: number): void {
    this.#scheduled = this.#scheduled.filter((timer) => timer.id !== id);
  }

  #nextDue(end: number): Scheduled | undefined {
    let first: Scheduled | undefined;
    for (const timer of this.#scheduled) {
      if (timer.atMs > end) continue;
      if (!first || timer.atMs < first.atMs) first = timer;
    }
    return first;
  }
}

/** Resolves after `delayMs`; rejects with the signal's reason when it is aborted first. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const onAbort = () => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = clock.after(delayMs, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
