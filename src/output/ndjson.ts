import type { DtcardEvent } from '../log/event.js';
import { jsonLine } from './json-line.js';

/**
 * One event a line, never translated. Nothing is written before the first connection is open, so
 * that whoever reads the first line knows the bot can be reached; then everything follows in order.
 */
export interface NdjsonWriter {
  write(events: readonly DtcardEvent[]): void;
  /** Writes what was held back, when the run ends without ever being connected. */
  release(): void;
}

export function createNdjsonWriter(write: (text: string) => void): NdjsonWriter {
  let held: DtcardEvent[] | undefined = [];

  function release(): void {
    if (!held) return;
    const events = held;
    held = undefined;
    put(events);
  }

  function put(events: readonly DtcardEvent[]): void {
    let out = '';
    for (const event of events) out += jsonLine(event);
    if (out !== '') write(out);
  }

  return {
    release,
    write(events) {
      if (!held) return put(events);
      held.push(...events);
      if (events.some((event) => event.type === 'connection.opened')) release();
    },
  };
}
