import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import { Simulator, type SimulatorOptions } from '../../src/simulator/simulator.js';

/** A simulator on a free port, stopped when the test ends. To be called inside a test. */
export async function useSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = new Simulator({ clock: systemClock, ids: systemIds, ...options });
  onTestFinished(() => simulator.stop());
  await simulator.start();
  return simulator;
}
