import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../src/base/ring-buffer.js';

describe('RingBuffer', () => {
  it('is empty at first', () => {
    const ring = new RingBuffer<number>(3);
    expect([ring.start, ring.end, ring.length, ring.slice()]).toEqual([0, 0, 0, []]);
    expect(ring.at(0)).toBeUndefined();
  });

  it('keeps the newest, and their numbers', () => {
    const ring = new RingBuffer<string>(3);
    expect(['a', 'b', 'c', 'd', 'e'].map((item) => ring.push(item))).toEqual([0, 1, 2, 3, 4]);
    expect([ring.start, ring.end, ring.length]).toEqual([2, 5, 3]);
    expect(ring.slice()).toEqual(['c', 'd', 'e']);
    expect([1, 2, 4, 5].map((n) => ring.at(n))).toEqual([undefined, 'c', 'e', undefined]);
  });

  it('slices by number and cuts to what it holds', () => {
    const ring = new RingBuffer<number>(4);
    for (let n = 0; n < 10; n++) ring.push(n);
    expect(ring.slice(7, 9)).toEqual([7, 8]);
    expect(ring.slice(0, 8)).toEqual([6, 7]);
    expect(ring.slice(8, 100)).toEqual([8, 9]);
    expect(ring.slice(9, 7)).toEqual([]);
    expect(ring.slice(-5, -1)).toEqual([]);
  });

  it('answers odd numbers with nothing', () => {
    const ring = new RingBuffer<number>(2);
    ring.push(1);
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(ring.at(n)).toBeUndefined();
    }
  });

  it('agrees with a plain list over thousands of pushes, also beyond its first allocation', () => {
    for (const capacity of [1, 2, 1023, 1024, 1025, 3000]) {
      const ring = new RingBuffer<number>(capacity);
      for (let n = 0; n < 5000; n++) ring.push(n * 2);
      expect(ring.slice()).toEqual(
        Array.from({ length: capacity }, (_, i) => (5000 - capacity + i) * 2),
      );
      expect(ring.length).toBe(capacity);
    }
  });

  it('refuses a capacity that is no positive integer', () => {
    for (const capacity of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => new RingBuffer(capacity)).toThrow(RangeError);
    }
  });
});
