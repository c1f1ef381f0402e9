import { describe, expect, it } from 'vitest';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { createNdjsonWriter } from '../../src/output/ndjson.js';
import { connectionOpened, messageReceived, sessionStarted } from '../support/event-builders.js';

function writing() {
  const writes: string[] = [];
  const writer = createNdjsonWriter((text) => void writes.push(text));
  let seq = 0;
  const give = (...bodies: EventBody[]) =>
    writer.write(bodies.map((body): DtcardEvent => ({ seq: seq++, atMs: 5, v: 1, ...body })));
  const events = () =>
    writes
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as DtcardEvent);
  return { writer, writes, give, events };
}

describe('ndjson', () => {
  it('holds everything back until the first connection is open, then gives it in order', () => {
    const { give, writes, events } = writing();
    give(sessionStarted());
    give({ type: 'connection.opening', connectionId: 'c1', attempt: 1 });
    expect(writes).toEqual([]);
    give(connectionOpened(), messageReceived('m', 'x'));
    expect(events().map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
  });

  it('holds nothing back later, also while the connection is gone', () => {
    const { give, events } = writing();
    give(connectionOpened());
    give({
      type: 'connection.lost',
      connectionId: 'c1',
      reason: 'idle',
      detail: '',
      wasOpen: true,
    });
    give({ type: 'connection.retrying', attempt: 1, delayMs: 5, reason: 'idle' });
    expect(events().map(({ type }) => type)).toEqual([
      'connection.opened',
      'connection.lost',
      'connection.retrying',
    ]);
  });

  it('gives what it held when it is released, once', () => {
    const { give, writer, events } = writing();
    give(sessionStarted());
    writer.release();
    writer.release();
    give({ type: 'connection.closed' });
    expect(events().map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it('writes nothing for nothing', () => {
    const { give, writer, writes } = writing();
    writer.release();
    give();
    expect(writes).toEqual([]);
  });

  it('keeps an event on one line, whatever it holds, and loses none of it', () => {
    const { give, writes, events } = writing();
    const text = 'a\n\u2028b\u001b[2J\u009b\u202e\u2066\ufeff中文🙂';
    give(connectionOpened(), messageReceived('m', text));
    expect(writes.join('').split('\n')).toHaveLength(3);
    expect(writes.join('')).not.toMatch(/[\u001b\u007f-\u009f\u2028\u202e\u2066\ufeff]/);
    expect(writes.join('')).toContain('中文🙂');
    expect(events()[1]).toMatchObject({ message: { text } });
  });
});
