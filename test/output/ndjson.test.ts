import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createNdjsonWriter } from '../../src/output/ndjson.js';

function writing() {
  const clock = new ManualClock();
  const writes: string[] = [];
  const writer = createNdjsonWriter((text) => void writes.push(text), clock);
  return { clock, writer, writes };
}

describe('ndjson', () => {
  it('holds everything back until it is released, then gives it in order', () => {
    const { clock, writer, writes } = writing();
    writer.write(['{"seq":0}']);
    writer.write(['{"seq":1}', '{"seq":2}']);
    clock.advance(60_000);
    expect(writes).toEqual([]);
    writer.release();
    expect(writes).toEqual(['{"seq":0}\n{"seq":1}\n{"seq":2}\n']);
  });

  it('gives a line after a pause at once, and those that follow it together', () => {
    const { clock, writer, writes } = writing();
    writer.release();
    writer.write(['{"seq":0}']);
    expect(writes).toEqual(['{"seq":0}\n']);
    writer.write(['{"seq":1}']);
    writer.write(['{"seq":2}']);
    expect(writes).toHaveLength(1);
    clock.advance(25);
    expect(writes[1]).toBe('{"seq":1}\n{"seq":2}\n');
    clock.advance(25);
    writer.write(['{"seq":3}']);
    expect(writes[2]).toBe('{"seq":3}\n');
    clock.advance(25);
    expect(clock.pending).toBe(0);
  });

  it('gives what waits when it is flushed, once', () => {
    const { clock, writer, writes } = writing();
    writer.release();
    writer.write(['{"seq":0}']);
    writer.write(['{"seq":1}']);
    writer.flush();
    clock.advance(60_000);
    expect(writes).toEqual(['{"seq":0}\n', '{"seq":1}\n']);
    expect(clock.pending).toBe(0);
  });

  it('is released once, and writes nothing for nothing', () => {
    const { clock, writer, writes } = writing();
    writer.release();
    writer.release();
    writer.write([]);
    clock.advance(60_000);
    expect(writes).toEqual([]);
  });
});
