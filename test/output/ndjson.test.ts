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

  it('gives later lines by itself, those of a few milliseconds in one write', () => {
    const { clock, writer, writes } = writing();
    writer.release();
    writer.write(['{"seq":0}']);
    writer.write(['{"seq":1}']);
    clock.advance(5);
    writer.write(['{"seq":2}']);
    clock.advance(5);
    expect(writes).toEqual(['{"seq":0}\n{"seq":1}\n', '{"seq":2}\n']);
  });

  it('gives what waits when it is flushed, once', () => {
    const { clock, writer, writes } = writing();
    writer.release();
    writer.write(['{"seq":0}']);
    writer.flush();
    clock.advance(60_000);
    expect(writes).toEqual(['{"seq":0}\n']);
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
