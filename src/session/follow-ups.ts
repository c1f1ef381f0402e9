import type { FollowUp } from '../answer/decision.js';
import type { Because } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import type { CardSender } from './card-sender.js';
import type { CardStreamer } from './card-streamer.js';

/** Does what a rule wants besides answering; returns at once. What fails is in the log, nobody waits for it. */
export type RunFollowUps = (then: readonly FollowUp[], because: Because) => void;

export function createFollowUps(
  log: EventLog,
  sender: CardSender,
  streamer: CardStreamer,
): RunFollowUps {
  function run(followUp: FollowUp, because: Because): void {
    switch (followUp.kind) {
      case 'send': {
        const { draft, stream } = followUp;
        sender.send(draft, because).then(
          ({ outTrackId }) => stream && streamer.begin(outTrackId, stream, because),
          () => undefined,
        );
        return;
      }
      case 'update':
        sender.update(followUp.update, because).catch(() => undefined);
        return;
      case 'stream':
        streamer.begin(followUp.outTrackId, followUp.plan, because);
        return;
      case 'impossible': {
        const { cardTemplateId, error } = followUp;
        const nowhere = { outTrackId: '', cardTemplateId, openSpaceId: '' };
        log.append({ type: 'card.failed', ...nowhere, error, because });
      }
    }
  }

  return (then, because) => {
    for (const followUp of then) run(followUp, because);
  };
}
