import { performance } from 'node:perf_hooks';

/** How one tap ended. */
export interface Answered {
  readonly outcome: string;
  /** Frame sent to answer read, ms; absent when there was none in time. */
  readonly tookMs?: number;
}

export interface LoadResult {
  readonly taps: number;
  readonly elapsedMs: number;
  /** Of the answered ones. */
  readonly tookMs: readonly number[];
  /** Not answered within the callback's two seconds, or not delivered. */
  readonly lost: number;
}

/**
 * Taps with at most `inFlight` of them unanswered at any time: 1 is one after the other, `taps` a
 * burst. Each slot taps again when its tap has ended.
 */
export async function runLoad(
  tap: () => Promise<Answered>,
  taps: number,
  inFlight: number,
): Promise<LoadResult> {
  const tookMs: number[] = [];
  let started = 0;
  let lost = 0;
  const slot = async () => {
    while (started < taps) {
      started++;
      const { outcome, tookMs: took } = await tap();
      if (outcome === 'answered' && took !== undefined) tookMs.push(took);
      else lost++;
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: Math.min(inFlight, taps) }, slot));
  return { taps, elapsedMs: performance.now() - begin, tookMs, lost };
}
