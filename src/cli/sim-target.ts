import { readEnvironment } from '../config/environment.js';
import { networkOf } from './connection-setup.js';
import { locationsOf, runningEntriesOf } from './locations.js';
import type { ProgramIo } from './program-io.js';
import { findSimulator, type SimulatorControl } from './simulator-control.js';

/** What all `sim …` commands take. */
export interface SimTargetFlags {
  readonly api?: string;
  readonly json?: boolean;
}

/** The simulator a `sim …` command acts on. @throws E1006, E5001 */
export function simTarget(io: ProgramIo, flags: SimTargetFlags): SimulatorControl {
  const environment = readEnvironment(io.env);
  const running = runningEntriesOf(locationsOf(environment));
  return findSimulator(flags.api ?? environment.api, running, networkOf(io, environment).http);
}
