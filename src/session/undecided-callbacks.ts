import type { CallbackEnds, Decision, DecisionOutcome } from '../answer/callback-ends.js';
import { createOpenCallback, type OpenCallback } from '../answer/open-callback.js';
import { redactText } from '../base/redact.js';
import type { Exchange } from './exchange-state.js';
import type { ForwardDesk } from './forward-desk.js';
import type { ScriptRules } from './script-rules.js';
import type { SessionDeps } from './session-deps.js';
import type { Verdict } from './tap-rules.js';

/** Callbacks that were not decided in the turn they arrived in, while they wait or somebody still thinks. */
export interface UndecidedCallbacks {
  /** Asks whoever there is to ask, and starts the time that is left. */
  begin(exchange: Exchange, verdict: Verdict): void;
  get(exchangeId: string): Exchange | undefined;
  closeAll(): void;
  /** How many can still be answered. */
  readonly waiting: number;
}

/** Who may decide besides the rules. */
export interface Deciders {
  readonly byHand: boolean;
  readonly scripts: Pick<ScriptRules, 'ofCallback'>;
  /** Absent: callbacks are not forwarded. */
  readonly forward: ForwardDesk | undefined;
}

/** What decisions come to. */
export interface ExchangeEnds {
  answer(exchange: Exchange, decision: Decision): void;
  late(exchange: Exchange, decision: Decision): DecisionOutcome;
  expire(exchange: Exchange): void;
}

export function createUndecidedCallbacks(
  { clock, log, holdClock }: Pick<SessionDeps, 'clock' | 'log' | 'holdClock'>,
  { byHand, scripts, forward }: Deciders,
  ends: ExchangeEnds,
): UndecidedCallbacks {
  const active = new Map<string, Exchange>();

  function endsOf(exchange: Exchange): CallbackEnds {
    const { exchangeId } = exchange;
    return {
      answer: (decision) => ends.answer(exchange, decision),
      late: (decision) => ends.late(exchange, decision),
      expire: () => ends.expire(exchange),
      held: () => void log.append({ type: 'callback.held', exchangeId }),
      holdFailed(problem) {
        const detail = redactText(problem);
        log.append({ type: 'callback.holdFailed', exchangeId, detail });
      },
      drop({ source, rule, planned }, reason) {
        const response = responseIn(planned);
        const named = rule === undefined ? {} : { rule };
        log.append({ type: 'callback.dropped', exchangeId, source, ...named, ...response, reason });
      },
      done() {
        if (active.get(exchangeId) === exchange) active.delete(exchangeId);
        exchange.open = undefined;
      },
    };
  }

  function openUp(exchange: Exchange, { policy }: Verdict): OpenCallback {
    const { exchangeId, deadline, received } = exchange;
    const { messageId } = received.frame.headers;
    const open = createOpenCallback({
      clock,
      deadline,
      policy,
      byHand,
      hold: holdClock && (() => holdClock(messageId)),
      ends: endsOf(exchange),
    });
    exchange.open = open;
    active.set(exchangeId, exchange);
    return open;
  }

  function handOn({ exchangeId, data, deadline }: Exchange, open: OpenCallback): void {
    if (!forward || !open.isWaiting) return;
    const remainingMs = open.isHeld
      ? deadline.answerWithinMs
      : deadline.remainingMs(clock.monotonic());
    let stop = () => {};
    const thought = open.expect({ source: 'forward', yields: false, stop: () => stop() });
    stop = forward.begin({
      exchangeId,
      data,
      remainingMs,
      decided: (answer) => thought.decide({ answer }),
      gaveUp: () => thought.giveUp(),
    });
  }

  async function askScript(
    exchange: Exchange,
    open: OpenCallback,
    verdict: Extract<Verdict, { readonly kind: 'script' }>,
  ): Promise<void> {
    const { rule, then } = verdict;
    const { exchangeId: subject, callback } = exchange;
    const thought = open.expect({ source: 'rule', rule, yields: true, stop: () => {} });
    const said = await scripts.ofCallback({ ...verdict, exchangeId: subject, callback });
    if (!thought.isOpen) return;
    if (said?.kind === 'answer') {
      thought.decide({ answer: said.answer, then: [...said.then, ...then] });
      return;
    }
    if (said) log.append({ type: 'rule.matched', rule, on: 'callback', subject, action: 'leave' });
    handOn(exchange, open);
    thought.giveUp();
  }

  return {
    begin(exchange, verdict) {
      const { exchangeId } = exchange;
      const open = openUp(exchange, verdict);
      switch (verdict.kind) {
        case 'decided': {
          const { decision, delayMs } = verdict;
          const { rule = '' } = decision;
          const planned = responseIn(decision);
          log.append({ type: 'callback.planned', exchangeId, rule, delayMs, ...planned });
          return open.plan(decision, delayMs);
        }
        case 'script':
          log.append({ type: 'callback.planned', exchangeId, rule: verdict.rule });
          void askScript(exchange, open, verdict);
          return open.wait();
        case 'open':
          handOn(exchange, open);
          return open.wait();
      }
    },
    get: (exchangeId) => active.get(exchangeId),
    closeAll() {
      for (const { open } of active.values()) open?.close();
    },
    get waiting() {
      let count = 0;
      for (const { open } of active.values()) if (open?.isWaiting) count++;
      return count;
    },
  };
}

function responseIn(decision: Decision | undefined) {
  return decision?.answer.kind === 'update' ? { response: decision.answer.response } : {};
}
