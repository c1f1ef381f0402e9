import type { Answer } from '../answer/answer.js';
import type { Cancel } from '../base/clock.js';

/** Brings callbacks to the person's own service, within the time there is. */
export interface ForwardDesk {
  /**
   * Hands a callback on. Exactly one of `decided` and `gaveUp` is called, once, at any time from the
   * next turn on: an answer that comes after the deadline is still a decision.
   * @returns ends the attempts; then neither is called
   */
  begin(request: ForwardRequest): Cancel;
  /** Ends everything that is under way. */
  close(): void;
}

export interface ForwardRequest {
  readonly exchangeId: string;
  /** The `data` of the frame, as it came. */
  readonly data: string;
  /** Until the answer must have left; no attempt is begun after it. */
  readonly remainingMs: number;
  readonly decided: (answer: Answer) => void;
  /** No attempt gave an answer. */
  readonly gaveUp: () => void;
}
