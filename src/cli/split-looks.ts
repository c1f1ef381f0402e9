import { isJsonObject } from '../base/json-text.js';
import type { SplitFinding } from '../log/split-signs.js';
import type { SplitLook } from '../session/split-watch.js';
import type { Simulator } from '../simulator/simulator.js';
import type { RunningEntries, RunningEntry } from './running-entries.js';
import type { SimulatorControl } from './simulator-control.js';

/**
 * Other watches of this machine on the same app. To be asked once `own` was announced: of two that
 * start at the same moment, the later one then sees the earlier, or both see each other.
 */
export function lookForWatches(
  running: RunningEntries,
  own: Pick<RunningEntry, 'pid' | 'clientId' | 'origin'>,
): SplitLook {
  return () => {
    const other = running
      .list('watch')
      .find(
        ({ pid, clientId, origin }) =>
          pid !== own.pid && clientId === own.clientId && origin === own.origin,
      );
    return other && { sign: 'other-watch', params: { pid: other.pid } };
  };
}

/** Connections of the app in the simulator of this process. */
export function lookIn(simulator: Pick<Simulator, 'connections'>, clientId: string): SplitLook {
  return () => othersAmong(simulator.connections(), clientId);
}

/** The same of a simulator elsewhere, by its control API. */
export function lookAt(control: Pick<SimulatorControl, 'get'>, clientId: string): SplitLook {
  return async () => {
    const { connections } = await control.get('/state');
    return othersAmong(Array.isArray(connections) ? connections : [], clientId);
  };
}

/** All but one of those in use: ours. One that drains has handed over to its successor. */
function othersAmong(connections: readonly unknown[], clientId: string): SplitFinding | undefined {
  const inUse = connections.filter(
    (one) => isJsonObject(one) && one['clientId'] === clientId && one['state'] === 'open',
  );
  const count = inUse.length - 1;
  return count > 0 ? { sign: 'other-connection', params: { count } } : undefined;
}
