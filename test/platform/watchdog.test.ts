import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { Watchdog } from '../../src/platform/watchdog.js';

function watched() {
  const clock = new ManualClock(0);
  const pings: number[] = [];
  const deaths: number[] = [];
  const watchdog = new Watchdog({
    clock,
    ping: () => pings.push(clock.now()),
    onDead: () => deaths.push(clock.now()),
  });
  watchdog.start();
  return { clock, watchdog, pings, deaths };
}

it('pings after 5 s and 7.5 s of silence and gives up at 10 s', () => {
  const { clock, pings, deaths } = watched();
  clock.advance(60_000);
  expect(pings).toEqual([5_000, 7_500]);
  expect(deaths).toEqual([10_000]);
  expect(clock.pending).toBe(0);
});

it('leaves 5 s of the 15 s for reconnecting, wherever the last byte fell', () => {
  for (let lastByteAt = 0; lastByteAt < 20_000; lastByteAt += 499) {
    const { clock, watchdog, deaths } = watched();
    for (let at = 0; at < lastByteAt; at += 499) {
      clock.advance(499);
      watchdog.sawBytes();
    }
    const last = clock.now();
    clock.advance(60_000);
    expect(deaths).toEqual([last + 10_000]);
  }
});

it('does not ping while bytes keep coming', () => {
  const { clock, watchdog, pings, deaths } = watched();
  for (let i = 0; i < 100; i++) {
    clock.advance(4_000);
    watchdog.sawBytes();
  }
  expect(pings).toEqual([]);
  expect(deaths).toEqual([]);
});

it('is content with one pong out of two', () => {
  const { clock, watchdog, pings, deaths } = watched();
  for (let i = 0; i < 10; i++) {
    clock.advance(9_900);
    watchdog.sawBytes();
  }
  expect(pings.length).toBe(20);
  expect(deaths).toEqual([]);
});

it('does not take its own suspension for the silence of the peer', () => {
  // A clock whose timers fire late, as after Ctrl-Z or a closed lid.
  let now = 0;
  let fire: () => void = () => undefined;
  const pings: number[] = [];
  const deaths: number[] = [];
  const watchdog = new Watchdog({
    clock: {
      now: () => now,
      monotonic: () => now,
      after: (_delayMs, run) => {
        fire = run;
        return () => undefined;
      },
      every: () => () => undefined,
    },
    ping: () => pings.push(now),
    onDead: () => deaths.push(now),
  });
  watchdog.start();
  now = 5_000;
  fire();
  now = 7_500;
  fire();
  now = 600_000;
  fire();
  expect(deaths).toEqual([]);
  now += 2_500;
  fire();
  now += 2_500;
  fire();
  expect(pings).toEqual([5_000, 7_500, 600_000, 602_500]);
  expect(deaths).toEqual([605_000]);
});

it('does nothing after stop, and can be stopped twice', () => {
  const { clock, watchdog, pings, deaths } = watched();
  clock.advance(6_000);
  watchdog.stop();
  watchdog.stop();
  clock.advance(60_000);
  expect(pings).toEqual([5_000]);
  expect(deaths).toEqual([]);
  expect(clock.pending).toBe(0);
});
