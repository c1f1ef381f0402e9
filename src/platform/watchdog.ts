import type { Cancel, Clock } from '../base/clock.js';

export interface WatchdogSettings {
  /** A ping goes out when nothing was received for this long. */
  readonly pingAfterMs: number;
  /** How long a ping may stay without any byte in return. */
  readonly pongWithinMs: number;
  /** Pings in a row without any byte in return after which the peer counts as gone. */
  readonly misses: number;
}

/** A half-open socket is found 10 s after its last byte: 5 s of silence, then two pings of 2.5 s. */
export const defaultWatchdog: WatchdogSettings = {
  pingAfterMs: 5_000,
  pongWithinMs: 2_500,
  misses: 2,
};

export interface WatchdogDeps {
  readonly clock: Clock;
  readonly settings?: WatchdogSettings;
  readonly ping: () => void;
  readonly onDead: () => void;
}

/** Finds out that the other end is gone although the socket still looks open. Any byte is a sign of life. */
export class Watchdog {
  readonly #clock: Clock;
  readonly #settings: WatchdogSettings;
  readonly #ping: () => void;
  readonly #onDead: () => void;
  #lastByteAt = 0;
  #unanswered = 0;
  #dueAt = 0;
  #cancel: Cancel | undefined;

  constructor(deps: WatchdogDeps) {
    this.#clock = deps.clock;
    this.#settings = deps.settings ?? defaultWatchdog;
    this.#ping = deps.ping;
    this.#onDead = deps.onDead;
  }

  start(): void {
    this.sawBytes();
    this.#schedule(this.#settings.pingAfterMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Cheap enough for every chunk. */
  sawBytes(): void {
    this.#lastByteAt = this.#clock.monotonic();
    this.#unanswered = 0;
  }

  #schedule(delayMs: number): void {
    this.#dueAt = this.#clock.monotonic() + delayMs;
    this.#cancel = this.#clock.after(delayMs, () => this.#check());
  }

  #check(): void {
    const now = this.#clock.monotonic();
    const { pingAfterMs, pongWithinMs, misses } = this.#settings;
    const silentMs = now - this.#lastByteAt;
    if (silentMs < pingAfterMs) return this.#schedule(pingAfterMs - silentMs);
    // We were suspended (Ctrl-Z, a closed lid): what arrived meanwhile has not been read yet, so
    // the silence is ours and says nothing about the peer.
    const wasAsleep = now - this.#dueAt > pongWithinMs;
    if (wasAsleep) this.#unanswered = 0;
    if (this.#unanswered >= misses) {
      this.#cancel = undefined;
      return this.#onDead();
    }
    this.#unanswered += 1;
    this.#ping();
    this.#schedule(pongWithinMs);
  }
}
