import { type Clock, sleep } from '../base/clock.js';
import { type DtcardError, isDtcardError } from '../base/errors.js';
import type { IdSource } from '../base/ids.js';
import { isBusyFault, isGatewayFault } from './api-fault.js';
import { type BackoffSettings, backoffDelayMs } from './backoff.js';

/** `uncertain`: it may have taken effect all the same. */
export type FailedAttempt = 'final' | 'busy' | 'uncertain' | 'unsent';

/** The cure for throttling is a second of silence (card-openapi §1.6). */
const pause: BackoffSettings = { firstMs: 1_000, longestMs: 8_000 };
const MAX_BUSY = 4;
const MAX_UNCERTAIN = 3;

export interface RepeatedCall<T> {
  run(): Promise<T>;
  /** Told before a call with unknown outcome is repeated. */
  onUncertain?(error: DtcardError): void;
}

/** The last error of a call that was given up, and whether any of its attempts may have taken effect. */
export class GivenUp extends Error {
  readonly last: unknown;
  readonly wasUncertain: boolean;

  constructor(last: unknown, wasUncertain: boolean) {
    super('given up', { cause: last });
    this.name = 'GivenUp';
    this.last = last;
    this.wasUncertain = wasUncertain;
  }
}

/**
 * Runs a call that may be repeated, with growing pauses: four times at most when the platform is busy,
 * three when it fell silent after the request had gone out. `run` may throw `GivenUp` itself.
 * @throws GivenUp
 */
export async function callRepeatedly<T>(
  deps: { readonly clock: Clock; readonly ids: IdSource },
  call: RepeatedCall<T>,
): Promise<T> {
  let wasUncertain = false;
  for (let failures = 1; ; failures++) {
    try {
      return await call.run();
    } catch (error) {
      // A call it needed first, and which has been repeated already, was given up.
      if (error instanceof GivenUp) throw new GivenUp(error.last, wasUncertain);
      const kind = kindOf(error);
      wasUncertain ||= kind === 'uncertain';
      // Nothing listens there: said at once, unless a call is already out and may have worked.
      const isOver = kind === 'final' || (kind === 'unsent' && !wasUncertain);
      const limit = wasUncertain ? MAX_UNCERTAIN : MAX_BUSY;
      if (isOver || failures >= limit) throw new GivenUp(error, wasUncertain);
      if (kind === 'uncertain') call.onUncertain?.(error as DtcardError);
      await sleep(deps.clock, backoffDelayMs(failures, deps.ids.fraction(), pause));
    }
  }
}

export function kindOf(error: unknown): FailedAttempt {
  if (!isDtcardError(error)) return 'final';
  if (error.fault) {
    if (isBusyFault(error.fault)) return 'busy';
    return isGatewayFault(error.fault) ? 'uncertain' : 'final';
  }
  if (error.params['sent'] === true) return 'uncertain';
  return error.params['sent'] === false ? 'unsent' : 'final';
}
