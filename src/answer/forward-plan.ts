/** Kept free of the time there is for the answer to be read and written out. */
export const forwardReserveMs = 50;

/** A service is listened to this long, its answer being a late update after the deadline. */
export const forwardPatienceMs = 30_000;

const firstPauseMs = 100;

/**
 * How long to wait before the next attempt, undefined when there is no time for one: 100 ms, then
 * twice as long each time, none begun later than shortly before the deadline.
 * @param failed attempts that gave no answer; 0 asks for the first one
 * @param leftMs until the answer must have left
 */
export function nextAttemptInMs(failed: number, leftMs: number): number | undefined {
  const pauseMs = failed === 0 ? 0 : firstPauseMs * 2 ** (failed - 1);
  return pauseMs + forwardReserveMs < leftMs ? pauseMs : undefined;
}

/** Busy or restarting: another attempt may succeed. Anything else would be answered the same again. */
export function isPassing(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
