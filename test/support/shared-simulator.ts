import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import type { SimEvent } from '../../src/simulator/sim-event.js';
import { Simulator } from '../../src/simulator/simulator.js';

export interface SharedSimulator {
  readonly it: Simulator;
  readonly origin: string;
  /** Resolves with the first event of the kind after `seq`. */
  event<T extends SimEvent['type']>(
    type: T,
    fits?: (event: Extract<SimEvent, { type: T }>) => boolean,
  ): Promise<Extract<SimEvent, { type: T }>>;
}

/** One simulator for all tests of a file. To be called outside of tests. */
export function sharedSimulator(): SharedSimulator {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = new Simulator({ clock: systemClock, ids: systemIds });
    await simulator.start();
  });
  afterAll(() => simulator.stop());
  return {
    get it() {
      return simulator;
    },
    get origin() {
      return simulator.origin;
    },
    event: (type, fits) =>
      new Promise((resolve) => {
        const unsubscribe = simulator.subscribe((event) => {
          const wanted = event as Extract<SimEvent, { type: typeof type }>;
          if (event.type !== type || (fits && !fits(wanted))) return;
          unsubscribe();
          resolve(wanted);
        });
      }),
  };
}
