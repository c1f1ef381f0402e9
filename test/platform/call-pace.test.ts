import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createCallPace } from '../../src/platform/call-pace.js';

/** When each of so many calls asked for at once left. */
async function leave(count: number, limit: number) {
  const clock = new ManualClock();
  const startMs = clock.monotonic();
  const pace = createCallPace(clock, limit);
  const left: { readonly call: number; readonly atMs: number }[] = [];
  const ask = (call: number) =>
    pace.turn().then(() => void left.push({ call, atMs: clock.monotonic() - startMs }));
  const all = Array.from({ length: count }, (_, call) => ask(call));
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));
  await settle();
  for (let n = 0; left.length < count && n < 1000; n++) {
    clock.advance(50);
    await settle();
  }
  await Promise.all(all);
  return { left, clock, pace, ask };
}

describe('the pace of calls', () => {
  it('lets a few leave at once', async () => {
    const { left } = await leave(3, 3);
    expect(left.map(({ atMs }) => atMs)).toEqual([0, 0, 0]);
  });

  it('never lets more leave within a second than the platform takes, in the order they asked', async () => {
    const { left } = await leave(25, 4);
    expect(left.map(({ call }) => call)).toEqual(Array.from({ length: 25 }, (_, call) => call));
    for (const { atMs } of left) {
      const within = left.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1000);
      expect(within.length).toBeLessThanOrEqual(4);
    }
  });

  it('holds nobody back after a silence', async () => {
    const { left, clock, ask } = await leave(9, 4);
    clock.advance(5000);
    await ask(9);
    expect(left.at(-1)?.call).toBe(9);
  });
});
