import type { Cancel, Clock } from '../../base/clock.js';

export interface FramePacer {
  /** Something visible changed: paints within one frame's time, together with what else changes until then. */
  soon(): void;
  /** Paints at once: a person is waiting. */
  now(): void;
  /** Paints once after this long, unless something else paints earlier. */
  after(delayMs: number): void;
  stop(): void;
}

/** Twelve frames a second: a frame costs up to 30 ms of one core, and nobody reads faster. */
export const frameIntervalMs = 1000 / 12;

export function createFramePacer(clock: Clock, paint: () => void): FramePacer {
  let paintedAtMs = Number.NEGATIVE_INFINITY;
  let cancel: Cancel | undefined;
  let dueAtMs = Number.POSITIVE_INFINITY;
  let isStopped = false;

  function run(): void {
    cancel?.();
    cancel = undefined;
    dueAtMs = Number.POSITIVE_INFINITY;
    if (isStopped) return;
    paintedAtMs = clock.monotonic();
    paint();
  }

  function schedule(delayMs: number): void {
    const atMs = clock.monotonic() + delayMs;
    if (isStopped || atMs >= dueAtMs) return;
    cancel?.();
    dueAtMs = atMs;
    cancel = clock.after(delayMs, run, { unref: true });
  }

  return {
    soon: () => schedule(Math.max(0, paintedAtMs + frameIntervalMs - clock.monotonic())),
    now: run,
    after: schedule,
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
