/**
 * What ought to come of taps, decisions, lost sockets and redeliveries, worked out from the rules of
 * the game alone: nothing of src is used. Times are milliseconds since the start of a story.
 */

export type Say =
  | { readonly kind: 'update'; readonly status: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fail' };

export type ModelPolicy = 'ack-then-update' | 'fail' | 'let-it-expire' | 'hold';

export interface ModelSettings {
  readonly policy: ModelPolicy;
  readonly byHand: boolean;
  /** After how long the rule decides; undefined: there is none. */
  readonly ruleDelayMs: number | undefined;
  readonly forwards: boolean;
}

export const dueMs = 1700;
const windowMs = 2000;

interface Frame {
  readonly messageId: string;
  readonly connection: number;
  readonly atMs: number;
}

interface Exchange {
  readonly id: string;
  readonly first: Frame;
  state: 'waiting' | 'held' | 'over';
  policy: ModelPolicy;
  asksToHold: boolean;
  /** When the rule decides; undefined when it does not, or not any more. */
  ruleAtMs: number | undefined;
  forwarded: boolean;
  /** An answer has arrived. */
  reached: boolean;
  /** What deliveries to come are answered with; what the card has as an update is not said again. */
  newest: Say | undefined;
  /** Redeliveries without an answer. */
  waiting: Frame[];
  guesses: number;
}

const empty: Say = { kind: 'empty' };

export function createDecisionModel({ policy, byHand, ruleDelayMs, forwards }: ModelSettings) {
  const exchanges: Exchange[] = [];
  const told: string[] = [];
  const armed: Say[] = [];
  const askedToHold: Exchange[] = [];
  /** MessageIds the platform has an answer to. */
  const taken = new Set<string>();
  /** Which exchange a messageId belongs to. */
  const known = new Map<string, Exchange>();
  /** Sockets up to this one are gone. */
  let goneUpTo = -1;
  let shown: string | undefined;

  const isAlive = ({ connection }: Frame) => connection > goneUpTo;

  /** Writes an answer to everybody who waits for it. @returns whether it arrived anywhere */
  function write(exchange: Exchange, say: Say, frames: readonly Frame[]): boolean {
    const alive = frames.filter(isAlive);
    for (const { messageId } of alive) taken.add(messageId);
    exchange.newest = say;
    exchange.waiting = [];
    if (alive.length > 0) exchange.reached = true;
    return alive.length > 0;
  }

  function updated(exchange: Exchange, source: string): void {
    exchange.newest = empty;
    told.push(`${exchange.id} ${source} late`);
  }

  function decide(exchange: Exchange, source: string, say: Say, nowMs: number): void {
    if (say.kind === 'update') shown = say.status;
    const { id } = exchange;
    if (exchange.state !== 'over') {
      exchange.state = 'over';
      const sent = write(exchange, say, [exchange.first, ...stillWaiting(exchange, nowMs)]);
      told.push(`${id} ${source} ${sent ? 'answered' : 'unsent'}`);
      if (!sent && say.kind === 'update') updated(exchange, source);
    } else {
      const frames = stillWaiting(exchange, nowMs);
      const isFree = exchange.newest === undefined;
      if (isFree && frames.some(isAlive)) {
        write(exchange, say, frames);
        told.push(`${id} ${source} answered`);
        // The first delivery has expired: whether the platform still takes an answer is not known.
        if (say.kind === 'update') updated(exchange, source);
      } else if (say.kind === 'update') {
        if (isFree) exchange.waiting = [];
        updated(exchange, source);
      } else {
        if (isFree && frames.length > 0) exchange.waiting = [];
        told.push(`${id} ${source} dropped nothing-to-update`);
        return;
      }
    }
    if (source !== 'rule' && exchange.ruleAtMs !== undefined) {
      exchange.ruleAtMs = undefined;
      told.push(`${id} rule dropped superseded`);
    }
  }

  /** A redelivery has as long as the first delivery had; one under the same messageId is held with it. */
  function stillWaiting(exchange: Exchange, nowMs: number): Frame[] {
    const isHeld = exchange.state === 'held';
    return exchange.waiting.filter(
      ({ messageId, atMs }) =>
        (isHeld && messageId === exchange.first.messageId) || nowMs < atMs + dueMs,
    );
  }

  function settle(exchange: Exchange): void {
    const { id } = exchange;
    if (exchange.policy === 'hold') told.push(`${id} holdFailed`);
    exchange.state = 'over';
    exchange.asksToHold = false;
    if (exchange.policy === 'let-it-expire') {
      told.push(`${id} expired`);
      return;
    }
    const source = exchange.policy === 'fail' ? 'autoFail' : 'autoAck';
    const say: Say = exchange.policy === 'fail' ? { kind: 'fail' } : empty;
    const sent = write(exchange, say, [exchange.first, ...exchange.waiting]);
    told.push(`${id} ${source} ${sent ? 'answered' : 'unsent'}`);
  }

  function settleIfAlone(exchange: Exchange): void {
    const { state, asksToHold, forwarded, ruleAtMs } = exchange;
    if (state !== 'waiting' || asksToHold || byHand || forwarded || ruleAtMs !== undefined) return;
    settle(exchange);
  }

  function deadlineOf({ state, first, ruleAtMs }: Exchange): number | undefined {
    if (state !== 'waiting') return undefined;
    const atMs = first.atMs + dueMs;
    // A rule that decides in time is no reason to decide in its place.
    return ruleAtMs !== undefined && ruleAtMs <= atMs ? undefined : atMs;
  }

  function tap(frame: Frame): void {
    const exchange: Exchange = {
      id: frame.messageId,
      first: frame,
      state: 'waiting',
      policy,
      asksToHold: false,
      ruleAtMs: undefined,
      forwarded: false,
      reached: false,
      newest: undefined,
      waiting: [],
      guesses: 0,
    };
    exchanges.push(exchange);
    known.set(frame.messageId, exchange);
    const prepared = armed.shift();
    if (prepared) return decide(exchange, 'armed', prepared, frame.atMs);
    if (ruleDelayMs === 0) {
      return decide(exchange, 'rule', { kind: 'update', status: 'rule' }, 0);
    }
    if (ruleDelayMs !== undefined) exchange.ruleAtMs = frame.atMs + ruleDelayMs;
    else exchange.forwarded = forwards;
    const isLeft = ruleDelayMs === undefined || ruleDelayMs > dueMs;
    exchange.asksToHold = policy === 'hold' && isLeft;
    if (exchange.asksToHold) askedToHold.push(exchange);
    if (isLeft) settleIfAlone(exchange);
  }

  function nextTimer(): { readonly atMs: number; readonly run: () => void } | undefined {
    let next: { atMs: number; run: () => void } | undefined;
    const offer = (atMs: number | undefined, run: () => void) => {
      if (atMs !== undefined && (!next || atMs < next.atMs)) next = { atMs, run };
    };
    for (const exchange of exchanges) {
      const { ruleAtMs } = exchange;
      offer(ruleAtMs, () => {
        exchange.ruleAtMs = undefined;
        decide(exchange, 'rule', { kind: 'update', status: 'rule' }, ruleAtMs ?? 0);
      });
      offer(deadlineOf(exchange), () => settle(exchange));
    }
    return next;
  }

  return {
    /** What was decided and what came of it, in order. */
    told: told as readonly string[],
    /** What the card has to show in the end. */
    get shown() {
      return shown;
    },
    /** When something happens by itself; undefined: never. */
    get nextAtMs() {
      return nextTimer()?.atMs;
    },
    /** Lets time pass. */
    passTo(nowMs: number) {
      for (;;) {
        const next = nextTimer();
        if (!next || next.atMs > nowMs) return;
        next.run();
      }
    },
    /** A frame with the content of the first tap arrives. */
    deliver(messageId: string, connection: number, atMs: number) {
      const frame = { messageId, connection, atMs };
      let exchange = known.get(messageId);
      if (!exchange) {
        // Nothing has reached the platform, and it is no second tap of a person in a hurry.
        const repeated = exchanges.filter(
          ({ reached, first }) =>
            !reached && (first.connection !== connection || atMs - first.atMs >= windowMs),
        );
        exchange = repeated.toSorted((a, b) => a.guesses - b.guesses)[0];
        if (!exchange) return tap(frame);
        exchange.guesses++;
        known.set(messageId, exchange);
      }
      if (!exchange.newest) {
        exchange.waiting.push(frame);
        return;
      }
      if (!isAlive(frame)) return;
      // What is repeated for a callback counts like a decision: another tap may have been decided since.
      if (!taken.has(messageId) && exchange.newest.kind === 'update')
        shown = exchange.newest.status;
      taken.add(messageId);
      if (exchange.reached) return;
      exchange.reached = true;
      told.push(`${exchange.id} duplicate answered`);
    },
    disconnect(connection: number) {
      goneUpTo = connection;
    },
    arm(say: Say) {
      armed.push(say);
    },
    hand(messageId: string, say: Say, nowMs: number) {
      const exchange = known.get(messageId);
      if (exchange) decide(exchange, 'manual', say, nowMs);
    },
    /** The service answers the oldest callback it has; undefined: with nonsense. */
    forwardReplies(say: Say | undefined, nowMs: number): void {
      const exchange = exchanges.find(({ forwarded }) => forwarded);
      if (!exchange) return;
      exchange.forwarded = false;
      if (say) decide(exchange, 'forward', say, nowMs);
      else settleIfAlone(exchange);
    },
    /** The simulator says whether it stopped the oldest clock it was asked to stop. */
    holdReplies(isHeld: boolean): void {
      const exchange = askedToHold.shift();
      if (!exchange?.asksToHold) return;
      exchange.asksToHold = false;
      if (exchange.state !== 'waiting') return;
      if (isHeld) {
        exchange.state = 'held';
        told.push(`${exchange.id} held`);
        return;
      }
      exchange.policy = 'ack-then-update';
      told.push(`${exchange.id} holdFailed`);
      settleIfAlone(exchange);
    },
    /** The program ends. */
    stop(nowMs: number): void {
      for (const exchange of exchanges) {
        const { id, ruleAtMs } = exchange;
        if (ruleAtMs !== undefined) {
          exchange.ruleAtMs = undefined;
          decide(exchange, 'rule', { kind: 'update', status: 'rule' }, nowMs);
        }
        if (exchange.state !== 'over') {
          const isLeft = exchange.state === 'waiting' && exchange.policy === 'let-it-expire';
          const frames = [exchange.first, ...stillWaiting(exchange, nowMs)];
          exchange.state = 'over';
          if (isLeft) told.push(`${id} expired`);
          else {
            const sent = write(exchange, empty, frames);
            told.push(`${id} shutdown ${sent ? 'answered' : 'unsent'}`);
          }
        }
        if (exchange.forwarded) told.push(`${id} forward dropped ended`);
        exchange.forwarded = false;
      }
    },
  };
}
