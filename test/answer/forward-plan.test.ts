import { describe, expect, it } from 'vitest';
import { forwardReserveMs, isPassing, nextAttemptInMs } from '../../src/answer/forward-plan.js';

/** When attempts begin that each fail after `tookMs`. */
function beginnings(remainingMs: number, tookMs: number): number[] {
  const at: number[] = [];
  for (let nowMs = 0; ; nowMs += tookMs) {
    const pauseMs = nextAttemptInMs(at.length, remainingMs - nowMs);
    if (pauseMs === undefined) return at;
    nowMs += pauseMs;
    at.push(nowMs);
  }
}

describe('attempts at a service', () => {
  it('begin at once, then in growing distances', () => {
    expect(beginnings(1_700, 0)).toEqual([0, 100, 300, 700, 1_500]);
  });

  it('never begin when the answer could not be used in time', () => {
    for (let remainingMs = 0; remainingMs < 3_000; remainingMs += 7) {
      for (const tookMs of [0, 1, 40, 333]) {
        for (const at of beginnings(remainingMs, tookMs)) {
          expect(at + forwardReserveMs).toBeLessThan(remainingMs);
        }
      }
    }
    expect(beginnings(forwardReserveMs, 0)).toEqual([]);
    expect(beginnings(-1, 0)).toEqual([]);
    expect(beginnings(forwardReserveMs + 1, 0)).toEqual([0]);
  });

  it('end when the service is slow to fail', () => {
    expect(beginnings(1_700, 800)).toEqual([0, 900]);
  });

  it('are repeated for what passes only', () => {
    const passing = [200, 302, 400, 401, 404, 429, 500, 501, 502, 503, 504].filter(isPassing);
    expect(passing).toEqual([502, 503, 504]);
  });
});
