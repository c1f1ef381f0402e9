import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createQpsLimit } from '../../src/simulator/qps-limit.js';

test('§1.7: each app has its calls per second for each API', () => {
  const clock = new ManualClock(10_000);
  const qps = createQpsLimit(clock);
  const calls = (app: string, api: string) => qps.allows(app, api, 2);
  expect([calls('a', 'x'), calls('a', 'x'), calls('a', 'x')]).toEqual([true, true, false]);
  expect([calls('b', 'x'), calls('a', 'y')]).toEqual([true, true]);
  clock.advance(999);
  expect(calls('a', 'x')).toBe(false);
  clock.advance(1);
  expect(calls('a', 'x')).toBe(true);
});

test('0 is no limit', () => {
  const qps = createQpsLimit(new ManualClock());
  const allowed = Array.from({ length: 100 }, () => qps.allows('a', 'x', 0));
  expect(allowed).not.toContain(false);
});
