import type { Cancel, Clock } from '../base/clock.js';
import type { DtcardEvent, SplitSign } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import { createSplitSigns, type SplitFinding } from '../log/split-signs.js';

/** Asks somebody who may know of others: the entries of this machine, a simulator. */
export type SplitLook = () => Promise<SplitFinding | undefined> | SplitFinding | undefined;

export interface SplitWatchDeps {
  readonly log: EventLog;
  readonly clock: Clock;
  /** False where others are expected to send cards: `foreign-card` is then no sign. */
  readonly judgesCards: boolean;
  /** Asked at the start, soon after each connection, and once a minute; one that fails has seen nothing. */
  readonly looks?: readonly SplitLook[];
}

export interface SplitWatch {
  /** Cards that are no stranger's although nobody sent them in this run. */
  know(outTrackIds: Iterable<string>): void;
  /** How often each sign showed. */
  counts(): ReadonlyMap<SplitSign, number>;
  close(): void;
}

const LOOK_EVERY_MS = 60_000;
/** Time for those who start at the same moment to connect, and for a connection of ours to be gone. */
const LOOK_AFTER_MS = 1000;
/** Time that passes on one clock and not on the other is the wall clock being set, or a sleep. */
const CLOCK_STEP_MS = 1000;

/**
 * Tells each sign that another process takes part of the pushes, once in a run. It reads the log
 * behind everybody else: callbacks are answered before it knows of them.
 */
export function createSplitWatch(deps: SplitWatchDeps): SplitWatch {
  const { log, clock, looks = [] } = deps;
  const signs = createSplitSigns({ judgesCards: deps.judgesCards });
  const counts = new Map<SplitSign, number>();
  const offset = () => clock.now() - clock.monotonic();
  let offsetMs = offset();
  let isOpen = true;
  let soon: Cancel | undefined;

  function show({ sign, params }: SplitFinding): void {
    const times = (counts.get(sign) ?? 0) + 1;
    counts.set(sign, times);
    if (times === 1) log.append({ type: 'split.suspected', sign, params });
  }

  async function look(ask: SplitLook): Promise<void> {
    try {
      const finding = await ask();
      if (finding && isOpen) show(finding);
    } catch {
      // Whoever cannot be asked has seen nobody.
    }
  }

  function lookAround(): void {
    for (const ask of looks) void look(ask);
  }

  function read(events: readonly DtcardEvent[]): void {
    const offsetNowMs = offset();
    if (Math.abs(offsetNowMs - offsetMs) > CLOCK_STEP_MS) signs.clockMoved();
    offsetMs = offsetNowMs;
    for (const event of events) {
      const finding = signs.look(event);
      if (finding) show(finding);
      if (event.type !== 'connection.opened' || looks.length === 0) continue;
      soon?.();
      soon = clock.after(LOOK_AFTER_MS, lookAround, { unref: true });
    }
  }

  const unsubscribe = log.subscribe(read, 0);
  const stop =
    looks.length > 0 ? clock.every(LOOK_EVERY_MS, lookAround, { unref: true }) : undefined;
  lookAround();

  return {
    know: (outTrackIds) => signs.know(outTrackIds),
    counts: () => counts,
    close() {
      isOpen = false;
      unsubscribe();
      stop?.();
      soon?.();
    },
  };
}
