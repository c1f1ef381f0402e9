import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { createFramePacer, frameIntervalMs } from '../../../src/tui/state/frame-pacer.js';

function open() {
  const clock = new ManualClock(0);
  const paints: number[] = [];
  const pacer = createFramePacer(clock, () => void paints.push(Math.round(clock.now())));
  return { clock, pacer, paints };
}

describe('frame pacer', () => {
  it('paints at most twelve frames a second', () => {
    const { clock, pacer, paints } = open();
    for (let n = 0; n < 1000; n++) {
      pacer.soon();
      clock.advance(1);
    }
    expect(paints.length).toBeLessThanOrEqual(13);
    expect(paints.length).toBeGreaterThanOrEqual(11);
    for (const [index, at] of paints.entries()) {
      if (index > 0) expect(at - (paints[index - 1] ?? 0)).toBeGreaterThanOrEqual(83);
    }
  });

  it('paints a first change without waiting', () => {
    const { clock, pacer, paints } = open();
    clock.advance(500);
    pacer.soon();
    clock.advance(0);
    expect(paints).toEqual([500]);
  });

  it('paints at once when a person is waiting, and drops what that made needless', () => {
    const { clock, pacer, paints } = open();
    pacer.now();
    pacer.soon();
    clock.advance(10);
    pacer.now();
    expect(paints).toEqual([0, 10]);
    clock.advance(1000);
    expect(paints).toEqual([0, 10]);
  });

  it('does not paint by itself', () => {
    const { clock, pacer, paints } = open();
    pacer.now();
    clock.advance(10_000);
    expect(paints).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('keeps the earlier of two dates', () => {
    const { clock, pacer, paints } = open();
    pacer.now();
    pacer.after(1000);
    pacer.soon();
    clock.advance(frameIntervalMs + 1);
    expect(paints).toHaveLength(2);
  });

  it('paints no more once stopped', () => {
    const { clock, pacer, paints } = open();
    pacer.soon();
    pacer.stop();
    pacer.now();
    pacer.after(10);
    clock.advance(1000);
    expect(paints).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
