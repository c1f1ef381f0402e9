import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { createEventLog, type Projection } from '../../src/log/event-log.js';
import { messageReceived } from '../support/event-builders.js';

function counter(): Projection<number> {
  let count = 0;
  return {
    get version() {
      return count;
    },
    read: () => count,
    apply: () => void count++,
  };
}

describe('event log', () => {
  it('numbers events from 0 without gaps and stamps them with the clock', () => {
    const clock = new ManualClock(1000);
    const log = createEventLog({ clock });
    log.append(messageReceived('a', 'x'), messageReceived('b', 'y'));
    clock.advance(5);
    const [third] = log.append(messageReceived('c', 'z'));
    expect(third).toMatchObject({ seq: 2, atMs: 1005, v: 1, type: 'message.received' });
    expect(log.nextSeq).toBe(3);
    expect(log.at(0)?.atMs).toBe(1000);
  });

  it('keeps the newest events and their numbers', () => {
    const log = createEventLog({ clock: new ManualClock(), capacity: 2 });
    for (const id of ['a', 'b', 'c']) log.append(messageReceived(id, ''));
    expect(log.at(0)).toBeUndefined();
    expect(log.since(0).map((event) => event.seq)).toEqual([1, 2]);
    expect(log.since(2)).toHaveLength(1);
  });

  it('has persisted an event before anybody sees it', () => {
    const order: string[] = [];
    const log = createEventLog({
      clock: new ManualClock(),
      persist: () => void order.push('persist'),
    });
    log.project({ version: 0, read: () => 0, apply: () => void order.push('project') });
    log.subscribe(() => void order.push('publish'));
    log.append(messageReceived('a', ''));
    log.flush();
    expect(order).toEqual(['project', 'persist', 'publish']);
  });

  it('tells once that persisting failed, and goes on without it', async () => {
    const failures: unknown[] = [];
    let tries = 0;
    const log = createEventLog({
      clock: new ManualClock(),
      persist: () => {
        tries++;
        throw new Error('disk full');
      },
      onPersistFailure: (error) => void failures.push(error),
    });
    log.append(messageReceived('a', ''));
    await Promise.resolve();
    log.append(messageReceived('b', ''));
    await Promise.resolve();
    expect(failures).toEqual([new Error('disk full')]);
    expect(tries).toBe(1);
    expect(log.nextSeq).toBe(2);
  });

  it('publishes everything of one turn as one batch, in order', async () => {
    const batches: number[][] = [];
    let run = () => {};
    const log = createEventLog({
      clock: new ManualClock(),
      defer: (flush) => {
        run = flush;
      },
    });
    log.subscribe((batch: readonly DtcardEvent[]) => void batches.push(batch.map((e) => e.seq)));
    log.append(messageReceived('a', ''), messageReceived('b', ''));
    log.append(messageReceived('c', ''));
    await Promise.resolve();
    expect(batches).toEqual([]);
    run();
    log.append(messageReceived('d', ''));
    await Promise.resolve();
    run();
    expect(batches).toEqual([[0, 1, 2], [3]]);
  });

  it('publishes in a later macrotask when nothing else is said', async () => {
    const log = createEventLog({ clock: new ManualClock() });
    const heard = new Promise<readonly DtcardEvent[]>((resolve) => void log.subscribe(resolve));
    log.append(messageReceived('a', ''));
    expect((await heard).map((event) => event.seq)).toEqual([0]);
  });

  it('tells nobody who has gone', () => {
    const log = createEventLog({ clock: new ManualClock() });
    let heard = 0;
    const leave = log.subscribe(() => void heard++);
    leave();
    log.append(messageReceived('a', ''));
    log.flush();
    expect(heard).toBe(0);
  });

  it('folds what is in memory into a projection that comes later', () => {
    const log = createEventLog({ clock: new ManualClock() });
    log.append(messageReceived('a', ''), messageReceived('b', ''));
    const late = log.project(counter());
    expect(late.read()).toBe(2);
    log.append(messageReceived('c', ''));
    expect(late.read()).toBe(3);
  });
});

it('a late subscriber hears first what it missed, from where it asks', () => {
  const log = createEventLog({ clock: new ManualClock() });
  log.append(messageReceived('a', ''), messageReceived('b', ''));
  const heard: number[] = [];
  log.subscribe((batch) => void heard.push(...batch.map((event) => event.seq)), 1);
  log.append(messageReceived('c', ''));
  log.flush();
  expect(heard).toEqual([1, 2]);
});

describe('lines', () => {
  it('are persisted before the turn is over, all of a turn together', async () => {
    const writes: (readonly string[])[] = [];
    const log = createEventLog({
      clock: new ManualClock(),
      persist: (lines) => void writes.push(lines),
    });
    log.append(messageReceived('a', ''));
    log.append(messageReceived('b', ''));
    const macrotask = new Promise((resolve) => setImmediate(resolve));
    await Promise.resolve();
    expect(writes.map((lines) => lines.map((line) => JSON.parse(line).seq))).toEqual([[0, 1]]);
    await macrotask;
    expect(writes).toHaveLength(1);
  });

  it('are made once for all who read them, and not at all when nobody does', () => {
    let made = 0;
    const encode = (event: DtcardEvent) => `${event.seq} ${++made}`;
    const heard: string[] = [];
    const kept: string[] = [];
    const log = createEventLog({
      clock: new ManualClock(),
      encode,
      persist: (lines) => void kept.push(...lines),
    });
    log.subscribeLines((lines) => void heard.push(...lines));
    log.append(messageReceived('a', ''));
    log.flush();
    expect(kept).toEqual(['0 1']);
    expect(heard).toEqual(['0 1']);
    const silent = createEventLog({ clock: new ManualClock(), encode });
    silent.append(messageReceived('a', ''));
    silent.flush();
    expect(made).toBe(1);
  });

  it('come each with its event', () => {
    const log = createEventLog({ clock: new ManualClock(), encode: (event) => `#${event.seq}` });
    log.append(messageReceived('a', ''));
    const heard: string[] = [];
    const both = (lines: readonly string[], events: readonly DtcardEvent[]) =>
      void heard.push(...lines.map((line, at) => `${line}=${events[at]?.seq}`));
    log.subscribeLines(both, 0);
    log.append(messageReceived('b', ''));
    log.flush();
    const leave = log.subscribe(() => undefined);
    log.append(messageReceived('c', ''));
    log.flush();
    leave();
    log.append(messageReceived('d', ''), messageReceived('e', ''));
    log.flush();
    expect(heard).toEqual(['#0=0', '#1=1', '#2=2', '#3=3', '#4=4']);
  });

  it('reach a late reader from where it asks', () => {
    const log = createEventLog({ clock: new ManualClock(), encode: (event) => `#${event.seq}` });
    log.append(messageReceived('a', ''), messageReceived('b', ''));
    const heard: string[] = [];
    const leave = log.subscribeLines((lines) => void heard.push(...lines), 1);
    log.append(messageReceived('c', ''));
    log.flush();
    leave();
    log.append(messageReceived('d', ''));
    log.flush();
    expect(heard).toEqual(['#1', '#2']);
  });
});
