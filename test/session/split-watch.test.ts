import { describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, ManualClock } from '../../src/base/clock.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createSplitWatch, type SplitLook } from '../../src/session/split-watch.js';
import { callbackReceived, connectionOpened } from '../support/event-builders.js';

function watching(options: { looks?: readonly SplitLook[]; clock?: Clock } = {}) {
  const manual = new ManualClock();
  const clock = options.clock ?? manual;
  const log = createEventLog({ clock });
  const watch = createSplitWatch({
    log,
    clock,
    judgesCards: true,
    ...(options.looks && { looks: options.looks }),
  });
  onTestFinished(() => watch.close());
  const told = () =>
    log
      .since(0)
      .filter((event: DtcardEvent) => event.type === 'split.suspected')
      .map(({ sign, params }) => ({ sign, params }));
  const tap = (outTrackId: string) => {
    log.append(callbackReceived('x', { outTrackId }));
    log.flush();
  };
  return { clock: manual, log, watch, told, tap };
}

/** Lets answers of looks arrive. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a sign', () => {
  it('is told once and counted after that', () => {
    const { watch, told, tap } = watching();
    tap('order-1');
    tap('order-2');
    tap('order-3');
    expect(told()).toEqual([{ sign: 'foreign-card', params: { outTrackId: 'order-1', count: 1 } }]);
    expect(watch.counts().get('foreign-card')).toBe(3);
  });

  it('is none of a card that was made known, and none after the end', () => {
    const { watch, told, tap } = watching();
    watch.know(['order-1']);
    tap('order-1');
    watch.close();
    tap('order-2');
    expect(told()).toEqual([]);
  });

  it('is read from what was logged before, too', () => {
    const clock = new ManualClock();
    const log = createEventLog({ clock });
    log.append(callbackReceived('x', { outTrackId: 'order-1' }));
    const watch = createSplitWatch({ log, clock, judgesCards: true });
    expect(watch.counts().get('foreign-card')).toBe(1);
    watch.close();
  });
});

describe('those who may know of others', () => {
  it('are asked at the start, after each connection, and once a minute', async () => {
    let asked = 0;
    const { clock, log, told } = watching({ looks: [() => void asked++] });
    expect(asked).toBe(1);
    log.append(connectionOpened());
    log.flush();
    clock.advance(999);
    expect(asked).toBe(1);
    clock.advance(1);
    expect(asked).toBe(2);
    clock.advance(120_000);
    expect(asked).toBe(4);
    await settled();
    expect(told()).toEqual([]);
  });

  it('tell once, and may fail', async () => {
    const found = { sign: 'other-watch', params: { pid: 7 } } as const;
    const looks: SplitLook[] = [
      () => Promise.reject(new Error('nobody listens')),
      () => {
        throw new Error('nothing to read');
      },
      () => Promise.resolve(found),
    ];
    const { clock, watch, told } = watching({ looks });
    await settled();
    clock.advance(60_000);
    await settled();
    expect(told()).toEqual([found]);
    expect(watch.counts().get('other-watch')).toBe(2);
  });

  it('are not heard after the end, and no timer is left', async () => {
    const found = { sign: 'other-connection', params: { count: 1 } } as const;
    const { clock, log, watch, told } = watching({ looks: [() => Promise.resolve(found)] });
    log.append(connectionOpened());
    log.flush();
    watch.close();
    await settled();
    expect([told(), clock.pending]).toEqual([[], 0]);
  });
});

it('pushes before and after a sleep of the machine are not compared', () => {
  let wallMs = 1_795_000_000_000;
  let monotonicMs = 0;
  const timers = new ManualClock();
  const clock: Clock = {
    now: () => wallMs,
    monotonic: () => monotonicMs,
    after: (delayMs, run) => timers.after(delayMs, run),
    every: (intervalMs, run) => timers.every(intervalMs, run),
  };
  const { log, told } = watching({ clock });
  const push = (madeAtMs: number) => {
    const raw = `{"headers":{"time":"${madeAtMs}"}}`;
    log.append(callbackReceived('x', { outTrackId: 'dtcard-1' }, { raw }));
    log.flush();
  };
  push(wallMs);
  wallMs += 3_600_000;
  push(wallMs - 30_000);
  expect(told()).toEqual([]);
  monotonicMs += 60_000;
  wallMs += 60_000;
  push(wallMs);
  expect(told()).toEqual([{ sign: 'old-delivery', params: { ageMs: 30_000 } }]);
});
