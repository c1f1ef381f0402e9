import type { DtcardEvent } from '../log/event.js';

/**
 * Counts messages and callbacks, and knows what the counted ones still wait for. With a filter one
 * is counted when the first event about it passes.
 */
export interface EventLimit {
  apply(event: DtcardEvent): void;
  /** Enough came, every counted callback is answered, and every card a message led to is sent or failed. */
  isReached(): boolean;
}

/** @param passes asked about every event, in order */
export function createEventLimit(
  maxEvents: number,
  passes: (event: DtcardEvent) => boolean = () => true,
): EventLimit {
  const unanswered = new Set<string>();
  const counted = new Set<string>();
  const unsent = new Set<string>();
  let count = 0;

  function countOne(id: string): boolean {
    if (count >= maxEvents) return false;
    count += 1;
    counted.add(id);
    return true;
  }

  /** It did not pass when it came, and does by now. */
  function countLater(id: string): void {
    if (!counted.has(id)) countOne(id);
  }

  return {
    apply(event) {
      const isMeant = passes(event);
      switch (event.type) {
        case 'message.received':
          if (isMeant) countOne(event.message.msgId);
          break;
        case 'message.unanswered':
          if (isMeant) countLater(event.msgId);
          break;
        case 'callback.received':
          if (isMeant && countOne(event.exchangeId)) unanswered.add(event.exchangeId);
          break;
        case 'callback.answered':
        case 'callback.late':
          if (isMeant) countLater(event.exchangeId);
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
