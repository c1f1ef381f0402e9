/** DingTalk waits this long for the answer to a card callback (stream-protocol §3.4). */
export const callbackWindowMs = 2000;

/** Kept free for the way back: an answer that leaves in the last moment arrives too late. */
export const answerMarginMs = 300;

/** Until when a callback can be answered. All times are of one clock, in milliseconds. */
export interface Deadline {
  readonly windowMs: number;
  readonly marginMs: number;
  /** How long after the start the answer must have been written. */
  readonly answerWithinMs: number;
  /** When that is. */
  readonly dueMs: number;
  /** Never below 0. */
  remainingMs(nowMs: number): number;
  isOver(nowMs: number): boolean;
}

export interface DeadlineOptions {
  /** When the callback arrived. */
  readonly startMs: number;
  readonly windowMs?: number;
  /** At most the window; the answer is then due at once. */
  readonly marginMs?: number;
  /** The measured way there and back, which DingTalk's clock runs through as well; 0 unless stated. */
  readonly networkMs?: number;
}

export function createDeadline(options: DeadlineOptions): Deadline {
  const { startMs } = options;
  const windowMs = Math.max(0, options.windowMs ?? callbackWindowMs);
  const marginMs = Math.min(windowMs, Math.max(0, options.marginMs ?? answerMarginMs));
  const networkMs = Math.max(0, options.networkMs ?? 0);
  const answerWithinMs = Math.max(0, windowMs - marginMs - networkMs);
  // A clock set back must not lengthen the window.
  const remainingMs = (nowMs: number) =>
    Math.min(answerWithinMs, Math.max(0, startMs + answerWithinMs - nowMs));
  return {
    windowMs,
    marginMs,
    answerWithinMs,
    dueMs: startMs + answerWithinMs,
    remainingMs,
    isOver: (nowMs) => remainingMs(nowMs) === 0,
  };
}
