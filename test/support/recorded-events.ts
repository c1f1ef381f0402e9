import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DtcardEvent, EventOf, EventType } from '../../src/log/event.js';

/** An event file as it grows, also one whose writer was killed. */
export interface RecordedEvents {
  /** Everything read so far, after reading what is new. */
  look(): readonly DtcardEvent[];
  of<T extends EventType>(type: T): readonly EventOf<T>[];
}

export function recordedEvents(file: string): RecordedEvents {
  const events: DtcardEvent[] = [];
  let at = 0;
  let rest = Buffer.alloc(0);

  function readMore(): Buffer {
    const opened = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(opened).size - at);
      at += readSync(opened, bytes, 0, bytes.length, at);
      return bytes;
    } finally {
      closeSync(opened);
    }
  }

  const log: RecordedEvents = {
    look() {
      if (!existsSync(file)) return events;
      const bytes = Buffer.concat([rest, readMore()]);
      const end = bytes.lastIndexOf(10) + 1;
      rest = bytes.subarray(end);
      for (const line of bytes.subarray(0, end).toString().split('\n')) {
        const content = line === '' ? {} : (JSON.parse(line) as object);
        if ('seq' in content) events.push(content as DtcardEvent);
      }
      return events;
    },
    of: <T extends EventType>(type: T) =>
      log.look().filter((event): event is EventOf<T> => event.type === type),
  };
  return log;
}
