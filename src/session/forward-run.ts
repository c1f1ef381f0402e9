import type { ForwardHealth } from '../answer/forward-health.js';
import { nextAttemptInMs } from '../answer/forward-plan.js';
import type { Cancel, Clock } from '../base/clock.js';
import type { ForwardOutcome } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import type { CallbackForwarder, ForwardReply } from '../platform/callback-forwarder.js';
import type { ForwardRequest } from './forward-desk.js';
import { type Verdict, verdictOf } from './forward-verdict.js';

export interface ForwardRunDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly forwarder: CallbackForwarder;
  readonly health: ForwardHealth;
  /** For one attempt. */
  readonly patienceMs: number;
  /** Told once, before the request is. */
  readonly ended: (run: ForwardRun) => void;
}

/** The attempts for one callback. */
export class ForwardRun {
  readonly #deps: ForwardRunDeps;
  readonly #request: ForwardRequest;
  readonly #startMs: number;
  readonly #ending = new AbortController();
  #timers: Cancel[] = [];
  #attempt = 0;
  #isOver = false;
  #isLate = false;

  constructor(deps: ForwardRunDeps, request: ForwardRequest) {
    this.#deps = deps;
    this.#request = request;
    this.#startMs = deps.clock.monotonic();
  }

  /** The deadline has passed: what still comes is an update. */
  get isLate(): boolean {
    return this.#isLate;
  }

  start(): void {
    const { clock, health } = this.#deps;
    const { remainingMs } = this.#request;
    if (nextAttemptInMs(0, remainingMs) === undefined) {
      this.giveUpSoon('timeout', 'no time is left for it');
      return;
    }
    const onDeadline = () => {
      this.#isLate = true;
      health.late(`no answer within ${Math.round(remainingMs)} ms`);
    };
    this.#timers.push(clock.after(remainingMs, onDeadline));
    void this.#try();
  }

  /** Without a word to the request. */
  cancel(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const stop of this.#timers) stop();
    this.#timers = [];
    this.#ending.abort();
    this.#deps.ended(this);
  }

  giveUp(outcome: ForwardOutcome, detail: string): void {
    if (this.#isOver) return;
    this.cancel();
    const tookMs = this.#deps.clock.monotonic() - this.#startMs;
    this.#tell(outcome, tookMs, { detail });
    this.#request.gaveUp();
  }

  /** In the next turn, as the request is promised. */
  giveUpSoon(outcome: ForwardOutcome, detail: string): void {
    void Promise.resolve().then(() => this.giveUp(outcome, detail));
  }

  async #try(): Promise<void> {
    const { log, forwarder, patienceMs } = this.#deps;
    const { exchangeId, data } = this.#request;
    const attempt = ++this.#attempt;
    log.append({ type: 'callback.forwarded', exchangeId, url: forwarder.url, attempt });
    const signal = this.#ending.signal;
    const reply = await forwarder.forward(data, { timeoutMs: patienceMs, signal });
    if (this.#isOver) return;
    const verdict = await verdictOf(reply, patienceMs, forwarder.secrets);
    if (!this.#isOver) this.#settle(verdict, reply);
  }

  #settle(verdict: Verdict, reply: ForwardReply): void {
    const { clock, health } = this.#deps;
    const status = reply.kind === 'response' ? { status: reply.status } : {};
    const { detail } = verdict;
    const told = { ...status, ...(detail === undefined ? {} : { detail }) };
    if (verdict.kind === 'answer') {
      this.cancel();
      this.#tell('answer', reply.tookMs, told);
      this.#request.decided(verdict.answer);
      if (!this.#isLate) health.answered();
      return;
    }
    const leftMs = this.#request.remainingMs - (clock.monotonic() - this.#startMs);
    const pauseMs = verdict.isPassing ? nextAttemptInMs(this.#attempt, leftMs) : undefined;
    const isLast = pauseMs === undefined;
    if (isLast) this.cancel();
    this.#tell(isLast ? verdict.kind : 'retry', reply.tookMs, told);
    // A connection closed while it was idle, or a server that restarts, is no news yet.
    if (isLast || (verdict.kind === 'unreachable' && this.#attempt > 1)) {
      health.failed(verdict.detail);
    }
    if (isLast) this.#request.gaveUp();
    else this.#timers.push(clock.after(pauseMs, () => void this.#try()));
  }

  #tell(
    outcome: ForwardOutcome,
    tookMs: number,
    more: { readonly status?: number; readonly detail?: string },
  ): void {
    const { exchangeId } = this.#request;
    const attempt = Math.max(1, this.#attempt);
    this.#deps.log.append({
      type: 'callback.forwardReturned',
      exchangeId,
      attempt,
      outcome,
      tookMs: Math.round(tookMs * 10) / 10,
      ...more,
    });
  }
}
