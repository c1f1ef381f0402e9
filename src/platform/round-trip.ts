import type { Clock } from '../base/clock.js';

/** A measurement beyond this tells of a pause, not of the network. */
const mostMs = 1000;
const remembered = 3;

/**
 * How long a frame to the server and one back take together, measured with WebSocket pings. What our
 * own event loop is behind is in it as well, as it is in every answer. The largest of the last three
 * counts.
 */
export interface RoundTrip {
  /** Milliseconds, 0 before the first measurement. */
  readonly ms: number;
  /** @returns the payload to ping with */
  pinged(): string;
  /** A pong came. Those of other pings have another payload, or none. */
  ponged(payload: string): void;
}

export function createRoundTrip(clock: Pick<Clock, 'monotonic'>): RoundTrip {
  const last: number[] = [];
  let count = 0;
  let sentAt = 0;
  let ms = 0;
  return {
    get ms() {
      return ms;
    },
    pinged() {
      count += 1;
      sentAt = clock.monotonic();
      return String(count);
    },
    ponged(payload) {
      if (count === 0 || payload !== String(count)) return;
      count += 1;
      last.push(Math.min(mostMs, clock.monotonic() - sentAt));
      if (last.length > remembered) last.shift();
      ms = Math.max(...last);
    },
  };
}
