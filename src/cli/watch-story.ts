import type { Simulator } from '../simulator/simulator.js';
import { playStory } from './demo-story.js';
import type { ProgramIo } from './program-io.js';
import type { FaceEnd } from './watch-face.js';
import type { WatchSession } from './watch-session.js';

/** Plays the demo once the connection stands. `stop` leaves it in the middle. */
export function beginStory(
  io: ProgramIo,
  simulator: Simulator,
  { log }: Pick<WatchSession, 'log'>,
  onScreen: boolean,
) {
  const { clock } = io;
  const abort = new AbortController();
  const connected = new Promise<void>((resolve) => {
    const unsubscribe = log.subscribe((events) => {
      if (events.some((event) => event.type === 'connection.opened')) resolve();
    }, 0);
    abort.signal.addEventListener('abort', unsubscribe);
  });
  const ended = connected
    .then(() =>
      playStory({
        simulator,
        clock,
        pauseMs: onScreen ? 1500 : 100,
        patienceMs: 5000,
        signal: abort.signal,
      }),
    )
    .then((end): FaceEnd => {
      const what = end.ok ? '' : end.what;
      log.append({
        type: 'notice',
        level: end.ok ? 'info' : 'error',
        key: end.ok ? 'notice.storyOver' : 'notice.storyUnanswered',
        params: { what },
      });
      return end.ok ? { reason: 'story', exitCode: 0 } : { reason: 'unanswered', exitCode: 1 };
    });
  // Left in the middle: there is nobody to tell how it ends.
  ended.catch(() => undefined);
  return { ended, stop: () => abort.abort(new Error('left')) };
}
