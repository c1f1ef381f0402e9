/** A callback no answer of which has reached the platform, which therefore delivers it again. */
export interface UnansweredCallback {
  readonly exchangeId: string;
  readonly connectionId: string;
  /** Of the frame, as it came. */
  readonly data: string;
  /** Monotonic. */
  readonly startedMs: number;
  /** How often it came again under another messageId. */
  readonly guesses: number;
}

/**
 * Recognises a callback that comes again under another messageId: nothing but its content tells
 * (stream-protocol §3.4, Q7). The same content on the same connection within the window is taken for
 * a second tap of the same person.
 */
export interface Unanswered<E extends UnansweredCallback> {
  add(callback: E): void;
  /** An answer has arrived. */
  remove(callback: E): void;
  get(exchangeId: string): E | undefined;
  /** What this delivery repeats; of several, one that was repeated least. */
  repeatedBy(data: string, connectionId: string, nowMs: number): E | undefined;
  readonly size: number;
}

export interface UnansweredOptions {
  /** How long the platform waits for an answer. */
  readonly windowMs: number;
  /** Since it arrived; five minutes unless stated. */
  readonly keepMs?: number;
  readonly capacity?: number;
}

export function createUnanswered<E extends UnansweredCallback>({
  windowMs,
  keepMs = 5 * 60_000,
  capacity = 1000,
}: UnansweredOptions): Unanswered<E> {
  const byId = new Map<string, E>();
  const byData = new Map<string, Set<E>>();

  function remove(callback: E): void {
    const { exchangeId, data } = callback;
    if (byId.get(exchangeId) === callback) byId.delete(exchangeId);
    const same = byData.get(data);
    if (same?.delete(callback) && same.size === 0) byData.delete(data);
  }

  return {
    add(callback) {
      const { exchangeId, data } = callback;
      const before = byId.get(exchangeId);
      if (before === callback) return;
      if (before) remove(before);
      byId.set(exchangeId, callback);
      const same = byData.get(data);
      if (same) same.add(callback);
      else byData.set(data, new Set([callback]));
      if (byId.size <= capacity) return;
      for (const oldest of byId.values()) {
        remove(oldest);
        return;
      }
    },
    remove,
    get: (exchangeId) => byId.get(exchangeId),
    repeatedBy(data, connectionId, nowMs) {
      let found: E | undefined;
      for (const callback of byData.get(data) ?? []) {
        const ageMs = nowMs - callback.startedMs;
        if (ageMs > keepMs) {
          remove(callback);
          continue;
        }
        if (callback.connectionId === connectionId && ageMs < windowMs) continue;
        if (!found || callback.guesses < found.guesses) found = callback;
      }
      return found;
    },
    get size() {
      return byId.size;
    },
  };
}
