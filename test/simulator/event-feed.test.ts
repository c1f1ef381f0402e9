import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventFeed, EVENTS_KEPT, eventStream } from '../../src/simulator/event-feed.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

const note = (message: string) => ({ type: 'warning', code: 'test', message }) as const;

function readerOf(stream: ReadableStream) {
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  onTestFinished(() => reader.cancel());
  return async () => new TextDecoder().decode((await reader.read()).value);
}

describe('the feed', () => {
  it('numbers events from 1 and keeps the newest', () => {
    const feed = createEventFeed(new ManualClock(1000));
    expect(feed.report(note('a'))).toEqual({ ...note('a'), seq: 1, atMs: 1000 });
    for (let n = 0; n < EVENTS_KEPT + 10; n++) feed.report(note(String(n)));
    expect(feed.lastSeq).toBe(EVENTS_KEPT + 11);
    expect(feed.after(0)).toHaveLength(EVENTS_KEPT);
    expect(feed.after(0, 2).map(({ seq }) => seq)).toEqual([12, 13]);
    expect(feed.after(feed.lastSeq - 1).map(({ seq }) => seq)).toEqual([feed.lastSeq]);
    expect(feed.after(feed.lastSeq)).toEqual([]);
  });

  it('is not stopped by a listener that throws, and forgets one that left', () => {
    const feed = createEventFeed(new ManualClock());
    const heard: string[] = [];
    feed.subscribe(() => {
      throw new Error('mine');
    });
    const leave = feed.subscribe((event) => heard.push(event.type));
    feed.report(note('a'));
    leave();
    feed.report(note('b'));
    expect(heard).toEqual(['warning']);
  });
});

describe('the event stream', () => {
  it('sends what was and what comes, with the number as id', async () => {
    const feed = createEventFeed(new ManualClock(5));
    feed.report(note('old'));
    const read = readerOf(eventStream(feed, new ManualClock(), 0));
    expect(await read()).toBe('retry: 1000\n\n');
    expect(await read()).toBe(
      'id: 1\ndata: {"type":"warning","code":"test","message":"old","seq":1,"atMs":5}\n\n',
    );
    const next = read();
    feed.report(note('new\nline'));
    expect(await next).toContain(
      'id: 2\ndata: {"type":"warning","code":"test","message":"new\\nline"',
    );
  });

  it('goes on after a number, and starts over when it is from another run', async () => {
    const feed = createEventFeed(new ManualClock());
    for (const message of ['a', 'b', 'c']) feed.report(note(message));
    const resumed = readerOf(eventStream(feed, new ManualClock(), 2));
    await resumed();
    expect((await resumed()).match(/id: \d+/g)).toEqual(['id: 3']);
    const foreign = readerOf(eventStream(feed, new ManualClock(), 999));
    await foreign();
    expect((await foreign()).match(/id: \d+/g)).toEqual(['id: 1', 'id: 2', 'id: 3']);
  });

  it('beats while idle', async () => {
    const clock = new ManualClock();
    const read = readerOf(eventStream(createEventFeed(clock), clock, 0));
    await read();
    const next = read();
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(15_000);
    expect(await next).toBe(':\n\n');
  });

  it('tells a reader that fell behind how much it missed', async () => {
    const feed = createEventFeed(new ManualClock());
    const read = readerOf(eventStream(feed, new ManualClock(), 0));
    await read();
    for (let n = 0; n < EVENTS_KEPT + 100; n++) feed.report(note(String(n)));
    let seen = 0;
    let missed = 0;
    while (seen + missed < EVENTS_KEPT + 100) {
      const text = await read();
      seen += text.match(/^id: /gm)?.length ?? 0;
      missed += Number(/"missed":(\d+)/.exec(text)?.[1] ?? 0);
    }
    expect(missed).toBeGreaterThan(0);
    expect(seen + missed).toBe(EVENTS_KEPT + 100);
  });

  it('leaves no timer and no listener behind when its reader goes', async () => {
    const clock = new ManualClock();
    const feed = createEventFeed(clock);
    const stream = eventStream(feed, clock, 0);
    expect(clock.pending).toBe(1);
    await stream.cancel();
    expect(clock.pending).toBe(0);
    feed.report(note('nobody hears'));
  });

  it('is served with Last-Event-ID, and does not hold up the simulator when nobody reads', async () => {
    const simulator = await useSimulator();
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const open = (headers: Record<string, string> = {}) =>
      fetch(`${simulator.origin}/_dtcard/events`, { headers, signal: stop.signal });
    await open();
    const client = await connect(simulator);
    const text = 'x'.repeat(1000);
    for (let n = 0; n < 2000; n++) simulator.message({ userId: '张三', text });
    await expect.poll(() => client.frames.length).toBe(2000);
    const resumed = await open({ 'last-event-id': String(simulator.events().length - 1) });
    expect(resumed.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = (resumed.body as ReadableStream<Uint8Array>).getReader();
    let got = '';
    while (!got.includes('data:')) got += new TextDecoder().decode((await reader.read()).value);
    expect(got.match(/^id: /gm)).toHaveLength(1);
  });
});
