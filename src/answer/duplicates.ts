import type { Clock } from '../base/clock.js';
import type { StreamFrame } from '../protocol/stream-frame.js';
import { topics } from '../protocol/topics.js';

/** One push, however often it was delivered. `A` is what was answered. */
export interface Push<A> {
  /** Undefined until `answered` was called: the first delivery is still being worked on. */
  readonly answer: A | undefined;
  /** Deliveries so far, the first included. */
  readonly deliveries: number;
}

export interface Duplicates<A> {
  /**
   * Looks a delivery up by its keys and remembers it. `deliveries` is 1 for the first one. Without
   * keys every delivery counts as the first.
   */
  arrived(keys: readonly string[]): Push<A>;
  /** What duplicates of this push are to be answered with. */
  answered(push: Push<A>, answer: A): void;
  /** Keys held at the moment. */
  readonly size: number;
}

export interface DuplicatesOptions {
  readonly clock: Clock;
  /** Since the last delivery; five minutes unless stated (stream-protocol §8.2 C17). */
  readonly keepMs?: number;
  /** Keys held at most; the longest unseen go first. */
  readonly capacity?: number;
}

interface Entry<A> extends Push<A> {
  answer: A | undefined;
  deliveries: number;
  lastMs: number;
}

/** One use of a key. */
interface Use<A> {
  readonly key: string;
  readonly entry: Entry<A>;
}

export function createDuplicates<A>(options: DuplicatesOptions): Duplicates<A> {
  const keepMs = options.keepMs ?? 5 * 60_000;
  const capacity = options.capacity ?? 10_000;
  /** The last use of each key. */
  const lastUses = new Map<string, Use<A>>();
  // All uses in their order; those a later one has replaced are passed over. The map keeps an order
  // too, but finding the front of a map whose front keeps being deleted takes longer than all the rest.
  let uses: Use<A>[] = [];
  let front = 0;

  function forget(nowMs: number): void {
    for (; front < uses.length; front++) {
      const use = uses[front] as Use<A>;
      if (lastUses.get(use.key) !== use) continue;
      if (lastUses.size <= capacity && nowMs - use.entry.lastMs <= keepMs) break;
      lastUses.delete(use.key);
    }
    if (front > 1024 && front * 2 > uses.length) {
      uses = uses.slice(front);
      front = 0;
    }
  }

  return {
    get size() {
      return lastUses.size;
    },
    arrived(keys) {
      const nowMs = options.clock.monotonic();
      forget(nowMs);
      let entry: Entry<A> | undefined;
      for (const key of keys) entry ??= lastUses.get(key)?.entry;
      entry ??= { answer: undefined, deliveries: 0, lastMs: nowMs };
      entry.deliveries += 1;
      entry.lastMs = nowMs;
      for (const key of keys) {
        const use = { key, entry };
        lastUses.set(key, use);
        uses.push(use);
      }
      if (lastUses.size > capacity) forget(nowMs);
      return entry;
    },
    answered(push, answer) {
      (push as Entry<A>).answer = answer;
    },
  };
}

/**
 * What identifies a push (stream-protocol §3.4, Q7): a bot message by `msgId` and, because sources
 * disagree on whether it changes, by `messageId` too; an EVENT by `eventId`; a card by `messageId`.
 * @param msgId of the bot message, empty when there is none
 */
export function duplicateKeys(frame: StreamFrame, msgId = ''): readonly string[] {
  const { topic, messageId, eventId } = frame.headers;
  const keys: string[] = [];
  const isBotMessage = topic === topics.botMessage || topic === topics.botMessageDelegate;
  if (isBotMessage && msgId !== '') keys.push(`msgId ${msgId}`);
  if (frame.type === 'EVENT' && eventId) keys.push(`eventId ${eventId}`);
  if (messageId !== '') keys.push(`messageId ${topic} ${messageId}`);
  return keys;
}
