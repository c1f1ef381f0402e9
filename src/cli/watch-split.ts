import type { Clock } from '../base/clock.js';
import type { EventLog } from '../log/event-log.js';
import { createSplitWatch } from '../session/split-watch.js';
import type { Simulator } from '../simulator/simulator.js';
import type { RunningEntries, RunningEntry } from './running-entries.js';
import type { SimulatorControl } from './simulator-control.js';
import { lookAt, lookForWatches, lookIn } from './split-looks.js';

export interface WatchSplitRequest {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly running: RunningEntries;
  /** This run. */
  readonly own: Omit<RunningEntry, 'kind'>;
  /** Of this process. */
  readonly simulator: Simulator | undefined;
  /** Of another process on this machine. */
  readonly control: SimulatorControl | undefined;
  /** A service of one's own gets the callbacks: it will send cards, too. */
  readonly isForwarded: boolean;
}

/**
 * Makes this run known to others on this machine, and tells of whoever else takes part of its pushes.
 * @returns ends both
 */
export function openWatchSplit(request: WatchSplitRequest): () => void {
  const { clock, log, running, own, simulator, control, isForwarded } = request;
  // Known before looking around: of two that start at the same moment one sees the other.
  const leave = running.announce({ kind: 'watch', ...own });
  const inSimulator = simulator
    ? [lookIn(simulator, own.clientId)]
    : control
      ? [lookAt(control, own.clientId)]
      : [];
  const watch = createSplitWatch({
    log,
    clock,
    // A simulator says who is connected, and its cards are sent by its own commands as well.
    judgesCards: !isForwarded && inSimulator.length === 0,
    looks: [lookForWatches(running, own), ...inSimulator],
  });
  return () => {
    watch.close();
    leave();
  };
}
