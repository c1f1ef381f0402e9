import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createRoundTrip } from '../../src/platform/round-trip.js';

function measuring() {
  const clock = new ManualClock();
  const trip = createRoundTrip(clock);
  const measure = (ms: number) => {
    const payload = trip.pinged();
    clock.advance(ms);
    trip.ponged(payload);
    return payload;
  };
  return { clock, trip, measure };
}

describe('the way to the server and back', () => {
  it('is not known before the first pong', () => {
    const { trip } = measuring();
    expect(trip.ms).toBe(0);
    trip.pinged();
    trip.ponged('');
    expect(trip.ms).toBe(0);
  });

  it('is the largest of the last three measurements', () => {
    const { trip, measure } = measuring();
    const seen = [20, 80, 30, 10, 25, 15].map((ms) => {
      measure(ms);
      return trip.ms;
    });
    expect(seen).toEqual([20, 80, 80, 80, 30, 25]);
  });

  it('is not taken from the pong of an earlier ping, or from the same one twice', () => {
    const { clock, trip, measure } = measuring();
    const earlier = measure(10);
    trip.pinged();
    clock.advance(500);
    trip.ponged(earlier);
    expect(trip.ms).toBe(10);
  });

  it('is at most a second: more is a pause', () => {
    const { trip, measure } = measuring();
    measure(9_000);
    expect(trip.ms).toBe(1000);
  });
});
