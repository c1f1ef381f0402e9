import type { PlatformFault } from '../base/errors.js';
import type { LostReason } from '../log/event.js';

/** Why one attempt to open a connection failed. Expected: it becomes a state, never an exit. */
export class OpenFailure extends Error {
  readonly reason: LostReason;
  /** Set when DingTalk refused for good (400, 401) and repeating is pointless. */
  readonly refusal: PlatformFault | undefined;

  constructor(reason: LostReason, detail: string, options: OpenFailureOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = 'OpenFailure';
    this.reason = reason;
    this.refusal = options.refusal;
  }
}

export interface OpenFailureOptions {
  readonly cause?: unknown;
  readonly refusal?: PlatformFault;
}
