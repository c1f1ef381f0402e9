import { describe, expect, it } from 'vitest';
import { ManualClock, sleep, systemClock } from '../../src/base/clock.js';

describe('ManualClock', () => {
  it('stands still until it is advanced', () => {
    const clock = new ManualClock(1000);
    let fired = 0;
    clock.after(0, () => fired++);
    expect([clock.now(), clock.monotonic(), fired]).toEqual([1000, 1000, 0]);
    clock.advance(0);
    expect(fired).toBe(1);
  });

  it('fires by time, then by creation, each at its own moment', () => {
    const clock = new ManualClock(0);
    const seen: string[] = [];
    clock.after(30, () => seen.push(`c@${clock.now()}`));
    clock.after(10, () => seen.push(`a@${clock.now()}`));
    clock.after(30, () => seen.push(`d@${clock.now()}`));
    clock.after(20, () => seen.push(`b@${clock.now()}`));
    clock.advance(29);
    expect(seen).toEqual(['a@10', 'b@20']);
    clock.advance(1);
    expect(seen).toEqual(['a@10', 'b@20', 'c@30', 'd@30']);
    expect(clock.pending).toBe(0);
  });

  it('fires what a timer schedules on the way, when it falls due in the same advance', () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.after(10, () => {
      seen.push(clock.now());
      clock.after(5, () => seen.push(clock.now()));
      clock.after(500, () => seen.push(clock.now()));
    });
    clock.advance(100);
    expect(seen).toEqual([10, 15]);
    expect([clock.now(), clock.pending]).toEqual([100, 1]);
  });

  it('repeats an interval until it is cancelled, even from inside', () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    const cancel = clock.every(10, () => {
      seen.push(clock.now());
      if (seen.length === 3) cancel();
    });
    clock.advance(1000);
    expect(seen).toEqual([10, 20, 30]);
    expect(clock.pending).toBe(0);
  });

  it('ends an advance over an interval of nothing, as Node does', () => {
    const clock = new ManualClock(0);
    let fired = 0;
    clock.every(0, () => fired++);
    clock.advance(5);
    expect(fired).toBe(5);
  });

  it('takes a delay that is negative or no number as none', () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.after(-50, () => seen.push(clock.now()));
    clock.after(Number.NaN, () => seen.push(clock.now()));
    clock.advance(1);
    expect(seen).toEqual([0, 0]);
    expect(clock.now()).toBe(1);
  });

  it('never goes back, also when a timer advances it', () => {
    const clock = new ManualClock(0);
    clock.after(10, () => clock.advance(1000));
    clock.advance(20);
    expect(clock.now()).toBe(1010);
    clock.advance(-500);
    expect(clock.now()).toBe(1010);
  });

  it('cancels before firing, and twice without harm', () => {
    const clock = new ManualClock(0);
    let fired = false;
    const cancel = clock.after(10, () => {
      fired = true;
    });
    cancel();
    cancel();
    clock.advance(100);
    expect(fired).toBe(false);
  });

  it('goes on after a timer that throws', () => {
    const clock = new ManualClock(0);
    let fired = 0;
    clock.after(1, () => {
      throw new Error('boom');
    });
    clock.after(2, () => fired++);
    expect(() => clock.advance(10)).toThrow('boom');
    clock.advance(10);
    expect(fired).toBe(1);
  });

  it('lets promises settle between timers in advanceAsync', async () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    const run = async () => {
      for (let i = 0; i < 3; i++) {
        await sleep(clock, 100);
        seen.push(clock.now());
      }
    };
    const done = run();
    await clock.advanceAsync(300);
    await done;
    expect(seen).toEqual([100, 200, 300]);
  });
});

describe('sleep', () => {
  it('resolves when the time has come, and leaves no listener behind', async () => {
    const clock = new ManualClock();
    const abort = new AbortController();
    const sleeping = sleep(clock, 10, abort.signal);
    clock.advance(10);
    await expect(sleeping).resolves.toBeUndefined();
    abort.abort(new Error('later'));
    await expect(sleeping).resolves.toBeUndefined();
  });

  it('rejects with the reason when aborted, and cancels its timer', async () => {
    const clock = new ManualClock();
    const abort = new AbortController();
    const sleeping = sleep(clock, 10, abort.signal);
    const reason = new Error('stopped');
    abort.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    expect(clock.pending).toBe(0);
  });

  it('rejects at once when aborted before, without a timer', async () => {
    const clock = new ManualClock();
    await expect(sleep(clock, 10, AbortSignal.abort('why'))).rejects.toBe('why');
    expect(clock.pending).toBe(0);
  });
});

describe('systemClock', () => {
  it('fires once, and not when cancelled', async () => {
    const seen: string[] = [];
    const cancel = systemClock.after(1, () => seen.push('cancelled'));
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.after(1, () => {
        seen.push('fired');
        resolve();
      });
    });
    expect(seen).toEqual(['fired']);
  });

  it('repeats until cancelled', async () => {
    let turns = 0;
    await new Promise<void>((resolve) => {
      const cancel = systemClock.every(1, () => {
        if (++turns < 3) return;
        cancel();
        resolve();
      });
    });
    expect(turns).toBe(3);
  });

  it('does not fire a delay at once that is longer than a Node timer can be', async () => {
    const seen: string[] = [];
    const cancelLong = systemClock.after(2 ** 31 + 5, () => seen.push('a month'), { unref: true });
    const cancelNever = systemClock.after(Number.POSITIVE_INFINITY, () => seen.push('never'), {
      unref: true,
    });
    const cancelEvery = systemClock.every(2 ** 40, () => seen.push('every'), { unref: true });
    await new Promise<void>((resolve) => void systemClock.after(20, resolve));
    for (const cancel of [cancelLong, cancelNever, cancelEvery]) cancel();
    expect(seen).toEqual([]);
  });

  it('tells the wall clock in milliseconds and a monotonic time that grows', () => {
    expect(systemClock.now()).toBeGreaterThan(1_700_000_000_000);
    const before = systemClock.monotonic();
    expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before);
  });
});
