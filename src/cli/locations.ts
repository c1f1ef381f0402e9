import { homedir } from 'node:os';
import path from 'node:path';
import { type Environment, platformName } from '../config/environment.js';
import { type Paths, resolvePaths } from '../config/paths.js';
import { createRunningEntries, isProcessAlive, type RunningEntries } from './running-entries.js';

/** Where this user's files are. */
export function locationsOf(environment: Environment): Paths {
  return resolvePaths(environment, platformName(), homedir());
}

export function runningEntriesOf(paths: Paths): RunningEntries {
  return createRunningEntries(path.join(paths.stateDir, 'running'), isProcessAlive);
}
