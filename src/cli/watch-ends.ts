import { DtcardError } from '../base/errors.js';
import type { DtcardEvent } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import { createEventLimit } from './event-limit.js';
import type { ProgramIo } from './program-io.js';
import type { FaceEnd } from './watch-face.js';
import type { WatchOptions } from './watch-options.js';

/**
 * The first of everything that can end a run from outside the face: signals, limits, refusal.
 * @param passes what the limit counts; asked about every event, in order
 */
export function watchEnd(
  io: ProgramIo,
  log: EventLog,
  options: WatchOptions,
  passes?: (event: DtcardEvent) => boolean,
): WatchEnd {
  const disposers: (() => void)[] = [];
  const ended = new Promise<FaceEnd>((resolve) => {
    disposers.push(io.onSignal((signal, exitCode) => resolve({ reason: signal, exitCode })));
    const { durationMs, maxEvents } = options;
    if (durationMs !== undefined) {
      disposers.push(
        io.clock.after(durationMs, () => resolve({ reason: '--duration', exitCode: 0 })),
      );
    }
    const limit = maxEvents === undefined ? undefined : createEventLimit(maxEvents, passes);
    disposers.push(
      log.subscribe((events) => {
        for (const event of events) {
          limit?.apply(event);
          if (event.type !== 'connection.refused') continue;
          const error = new DtcardError('E2003', { fault: event.fault });
          resolve({ reason: 'refused', exitCode: error.exitCode, error });
        }
        // After the batch: what a message leads to is decided in the turn it arrives in.
        if (limit?.isReached()) resolve({ reason: '--max-events', exitCode: 0 });
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
