import path from 'node:path';
import { version } from '../base/version.js';
import { openRecording, type Recording } from '../record/recording.js';
import { pruneRecordings, recordingName } from '../record/recordings-directory.js';
import { isProcessAlive } from './running-entries.js';
import type { WatchOptions } from './watch-options.js';

export interface RecordingSource {
  readonly choice: WatchOptions['record'];
  readonly stateDir: string;
  readonly startedMs: number;
  readonly pid: number;
  readonly profile: string | undefined;
}

/** The event file of a run: every run has one unless it was told not to. @throws E1007 */
export function openWatchRecording(source: RecordingSource): Recording | undefined {
  const { choice, startedMs, pid, profile } = source;
  if (choice.kind === 'none') return undefined;
  const directory = path.join(source.stateDir, 'recordings');
  const automatic = path.join(directory, recordingName(startedMs, pid));
  return openRecording({
    path: choice.kind === 'file' ? choice.file : automatic,
    header: {
      dtcard: version,
      startedAt: new Date(startedMs).toISOString(),
      ...(profile === undefined ? {} : { profile }),
    },
  });
}

/** Old automatic recordings go when there are many; done after the start, it is not urgent. */
export function tidyRecordings(stateDir: string, current: string | undefined): void {
  pruneRecordings(path.join(stateDir, 'recordings'), {
    ...(current === undefined ? {} : { current }),
    isRunning: isProcessAlive,
  });
}
