import type { DtcardEvent } from '../log/event.js';

/** Counts messages and callbacks, and knows what the counted ones still wait for. */
export interface EventLimit {
  apply(event: DtcardEvent): void;
  /** Enough came, every counted callback is answered, and every card a message led to is sent or failed. */
  isReached(): boolean;
}

export function createEventLimit(maxEvents: number): EventLimit {
  const unanswered = new Set<string>();
  const counted = new Set<string>();
  const unsent = new Set<string>();
  let count = 0;
  return {
    apply(event) {
      switch (event.type) {
        case 'message.received':
          if (count >= maxEvents) break;
          count += 1;
          counted.add(event.message.msgId);
          break;
        case 'callback.received':
          if (count >= maxEvents) break;
          count += 1;
          unanswered.add(event.exchangeId);
          break;
        case 'callback.answered':
          unanswered.delete(event.exchangeId);
          break;
        case 'rule.matched':
          if (event.action === 'send' && counted.has(event.subject)) unsent.add(event.subject);
          break;
        case 'card.created':
        case 'card.failed':
          // Its deliveries are in the same batch.
          if (event.because.msgId !== undefined) unsent.delete(event.because.msgId);
          break;
        default:
      }
    },
    isReached: () => count >= maxEvents && unanswered.size === 0 && unsent.size === 0,
  };
}
