import type { StreamPlan } from '../answer/rule.js';
import type { Cancel } from '../base/clock.js';
import type { Because } from '../log/event.js';
import type { CardSender } from './card-sender.js';
import type { SessionDeps } from './session-deps.js';

/** Streams texts into AI cards, frame by frame (card-openapi §4). */
export interface CardStreamer {
  /**
   * Begins to stream; returns at once. Every frame holds the whole text so far, as markdown needs it,
   * and leaves when the one before was answered and `everyMs` is over. A failure ends it and is in
   * the log as `card.streamFailed`.
   */
  begin(outTrackId: string, plan: StreamPlan, because: Because): void;
  /** Frames that have not left stay unsent. */
  stop(): void;
}

export function createCardStreamer(
  { clock, ids }: Pick<SessionDeps, 'clock' | 'ids'>,
  sender: CardSender,
): CardStreamer {
  const waiting = new Set<Cancel>();
  let stopped = false;

  function pause(ms: number, then: () => void): void {
    const cancel = clock.after(ms, () => {
      waiting.delete(cancel);
      then();
    });
    waiting.add(cancel);
  }

  return {
    begin(outTrackId, { key, text, everyMs, step }, because) {
      const characters = Array.from(text);

      function send(end: number): void {
        const isFinalize = end >= characters.length;
        const content = characters.slice(0, end).join('');
        const frame = { outTrackId, key, content, isFull: true, isFinalize, isError: false };
        sender.stream({ ...frame, guid: ids.uuid() }, because).then(
          () => {
            if (!isFinalize && !stopped) pause(everyMs, () => send(end + step));
          },
          () => undefined,
        );
      }

      if (!stopped) send(step);
    },
    stop() {
      stopped = true;
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
  };
}
