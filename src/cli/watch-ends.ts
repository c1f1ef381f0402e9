import { DtcardError } from '../base/errors.js';
import type { EventLog } from '../log/event-log.js';
import type { ProgramIo } from './program-io.js';
import type { FaceEnd } from './watch-face.js';
import type { WatchOptions } from './watch-options.js';

/** The first of everything that can end a run from outside the face: signals, limits, refusal. */
export function watchEnd(io: ProgramIo, log: EventLog, options: WatchOptions): WatchEnd {
  const disposers: (() => void)[] = [];
  const ended = new Promise<FaceEnd>((resolve) => {
    disposers.push(io.onSignal((signal, exitCode) => resolve({ reason: signal, exitCode })));
    const { durationMs, maxEvents } = options;
    if (durationMs !== undefined) {
      disposers.push(
        io.clock.after(durationMs, () => resolve({ reason: '--duration', exitCode: 0 })),
      );
    }
    let count = 0;
    disposers.push(
      log.subscribe((events) => {
        for (const event of events) {
          if (event.type === 'connection.refused') {
            const error = new DtcardError('E2003', { fault: event.fault });
            resolve({ reason: 'refused', exitCode: error.exitCode, error });
          } else if (event.type === 'message.received' || event.type === 'callback.received') {
            count += 1;
          }
          // After what belongs to the last one: its answer is in the log already, a card may follow.
          if (maxEvents !== undefined && count >= maxEvents) {
            resolve({ reason: '--max-events', exitCode: 0 });
          }
        }
      }, 0),
    );
  });
  return {
    ended,
    dispose() {
      for (const dispose of disposers) dispose();
    },
  };
}

export interface WatchEnd {
  readonly ended: Promise<FaceEnd>;
  dispose(): void;
}
