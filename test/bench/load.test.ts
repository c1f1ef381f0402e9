import { describe, expect, it } from 'vitest';
import { type Answered, runLoad } from '../../bench/load.js';

/** Answers in the next turn, and notes how many were waiting at a time. */
function countingTap(answer: (nth: number) => Answered) {
  const seen = { taps: 0, waiting: 0, most: 0 };
  const tap = async () => {
    const nth = ++seen.taps;
    seen.most = Math.max(seen.most, ++seen.waiting);
    await new Promise((resolve) => void setImmediate(resolve));
    seen.waiting--;
    return answer(nth);
  };
  return { seen, tap };
}

const answered = (nth: number): Answered => ({ outcome: 'answered', tookMs: nth });

describe('runLoad', () => {
  it.each([
    [10, 1],
    [100, 8],
    [50, 50],
    [3, 64],
  ])('makes %d taps with %d in flight', async (taps, inFlight) => {
    const { seen, tap } = countingTap(answered);
    const result = await runLoad(tap, taps, inFlight);
    expect(seen).toEqual({ taps, waiting: 0, most: Math.min(taps, inFlight) });
    expect(result).toMatchObject({ taps, lost: 0 });
    expect([...result.tookMs].sort((a, b) => a - b)).toEqual(
      Array.from({ length: taps }, (_, i) => i + 1),
    );
    expect(result.elapsedMs).toBeGreaterThan(0);
  });

  it('counts what was not answered', async () => {
    const { tap } = countingTap((nth) => (nth % 3 === 0 ? { outcome: 'expired' } : answered(nth)));
    const result = await runLoad(tap, 10, 4);
    expect(result.lost).toBe(3);
    expect(result.tookMs).toHaveLength(7);
  });
});
