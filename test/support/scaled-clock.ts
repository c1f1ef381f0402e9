import { type Clock, systemClock } from '../../src/base/clock.js';

/** Real time with shortened waits: for code that backs off between exchanges over real sockets. */
export function scaledClock(factor = 0.01): Clock {
  return {
    now: () => systemClock.now(),
    monotonic: () => systemClock.monotonic(),
    after: (delayMs, run, options) => systemClock.after(delayMs * factor, run, options),
    every: (intervalMs, run, options) => systemClock.every(intervalMs * factor, run, options),
  };
}
