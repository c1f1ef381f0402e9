import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createDeadlineQueue, type Due } from '../../src/simulator/deadline-queue.js';

interface Item extends Due {
  readonly name: string;
}

function queue() {
  const clock = new ManualClock(0);
  const due: string[] = [];
  const items = createDeadlineQueue<Item>(clock, ({ name }) => {
    due.push(`${name}@${clock.now()}`);
  });
  const add = (name: string, dueMs: number): Item => {
    const item = { name, dueMs, settled: false };
    items.add(item);
    return item;
  };
  return { clock, due, items, add };
}

describe('a deadline queue', () => {
  it('tells each item when it falls due, with one timer', () => {
    const { clock, due, add } = queue();
    add('a', 10);
    add('b', 20);
    add('c', 20);
    expect(clock.pending).toBe(1);
    clock.advance(9);
    expect(due).toEqual([]);
    clock.advance(100);
    expect(due).toEqual(['a@10', 'b@20', 'c@20']);
    expect(clock.pending).toBe(0);
  });

  it('keeps order when a later item falls due earlier', () => {
    const { clock, due, add } = queue();
    add('slow', 2000);
    add('quick', 100);
    add('middle', 1000);
    clock.advance(2000);
    expect(due).toEqual(['quick@100', 'middle@1000', 'slow@2000']);
  });

  it('says nothing about settled items and lets go of them at the front', () => {
    const { clock, due, items, add } = queue();
    const [a, b, c] = [add('a', 10), add('b', 10), add('c', 10)];
    b.settled = true;
    items.trim();
    expect(items.size).toBe(3);
    a.settled = true;
    items.trim();
    expect(items.size).toBe(1);
    clock.advance(10);
    expect(due).toEqual(['c@10']);
    expect([c.settled, items.size]).toEqual([true, 0]);
  });

  it('takes an item that is due already, and one added while telling', () => {
    const clock = new ManualClock(0);
    const due: number[] = [];
    const items = createDeadlineQueue(clock, (item: Due) => {
      due.push(item.dueMs);
      if (due.length < 3) items.add({ dueMs: item.dueMs, settled: false });
    });
    clock.advance(50);
    items.add({ dueMs: 10, settled: false });
    clock.advance(0);
    expect(due).toEqual([10, 10, 10]);
  });

  it('stays small over many items answered in order', () => {
    const { items, add } = queue();
    const waiting: Item[] = [];
    for (let n = 0; n < 20_000; n++) {
      waiting.push(add('x', n + 2000));
      if (waiting.length > 64) {
        (waiting.shift() as Item).settled = true;
        items.trim();
      }
    }
    expect(items.size).toBe(64);
  });

  it('hands over what is left when it is drained, and tells nothing after', () => {
    const { clock, due, items, add } = queue();
    add('a', 10).settled = true;
    add('b', 10);
    expect(items.drain().map(({ name }) => name)).toEqual(['b']);
    clock.advance(100);
    expect([due, clock.pending]).toEqual([[], 0]);
  });
});
