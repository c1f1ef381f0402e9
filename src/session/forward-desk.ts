import type { Answer } from '../answer/answer.js';
import { createForwardHealth } from '../answer/forward-health.js';
import { forwardPatienceMs } from '../answer/forward-plan.js';
import type { Cancel, Clock } from '../base/clock.js';
import type { EventLog } from '../log/event-log.js';
import type { CallbackForwarder } from '../platform/callback-forwarder.js';
import { ForwardRun, type ForwardRunDeps } from './forward-run.js';

/** Brings callbacks to the person's own service, within the time there is. */
export interface ForwardDesk {
  /**
   * Hands a callback on. Exactly one of `decided` and `gaveUp` is called, once, at any time from the
   * next turn on: an answer that comes after the deadline is still a decision.
   * @returns ends the attempts; then neither is called
   */
  begin(request: ForwardRequest): Cancel;
  /** Ends everything that is under way. */
  close(): void;
}

export interface ForwardRequest {
  readonly exchangeId: string;
  /** The `data` of the frame, as it came. */
  readonly data: string;
  /** Until the answer must have left; no attempt is begun after it. */
  readonly remainingMs: number;
  readonly decided: (answer: Answer) => void;
  /** No attempt gave an answer. */
  readonly gaveUp: () => void;
}

export interface ForwardDeskDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly forwarder: CallbackForwarder;
}

export interface ForwardDeskSettings {
  /** How long an attempt may take in all; what it answers after the deadline is a late decision. */
  readonly patienceMs?: number;
  /** Callbacks at the service at once. When there are more, the oldest late one is given up, else the new one. */
  readonly mostUnderWay?: number;
}

/** Nobody answers so many by hand either, and every one of them costs a socket. */
const defaultMostUnderWay = 256;

export function createForwardDesk(
  deps: ForwardDeskDeps,
  settings: ForwardDeskSettings = {},
): ForwardDesk {
  const { clock, log, forwarder } = deps;
  const { patienceMs = forwardPatienceMs, mostUnderWay = defaultMostUnderWay } = settings;
  const runs = new Set<ForwardRun>();
  let isClosed = false;
  const health = createForwardHealth((state, detail) => {
    const { url } = forwarder;
    log.append({ type: 'forward.health', url, state, ...(detail === undefined ? {} : { detail }) });
  });
  const runDeps: ForwardRunDeps = {
    clock,
    log,
    forwarder,
    health,
    patienceMs,
    ended: (run) => void runs.delete(run),
  };

  /** A callback that can still be answered goes before one that can only be updated. */
  function makePlace(): boolean {
    if (runs.size < mostUnderWay) return true;
    for (const run of runs) {
      if (!run.isLate) continue;
      run.giveUp('timeout', `ended for newer callbacks: ${mostUnderWay} wait for it`);
      return true;
    }
    return false;
  }

  return {
    begin(request) {
      if (isClosed) return () => undefined;
      const run = new ForwardRun(runDeps, request);
      const hasPlace = makePlace();
      runs.add(run);
      if (hasPlace) run.start();
      else run.giveUpSoon('unreachable', `${mostUnderWay} callbacks wait for it already`);
      return () => run.cancel();
    },
    close() {
      isClosed = true;
      for (const run of runs) run.cancel();
      forwarder.close();
    },
  };
}
