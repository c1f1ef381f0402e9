import type { AnswerSource, DtcardEvent, EventOf } from './event.js';
import type {
  ConsideredAnswer,
  Exchange,
  ExchangeAnswer,
  ExchangePhase,
  ForwardAttempt,
  LateAnswer,
} from './exchange.js';

/** Kept per exchange: a service that is asked again and again must not fill the memory. */
const keptOfEach = 50;

export function receivedExchange(event: EventOf<'callback.received'>): Exchange {
  return {
    exchangeId: event.exchangeId,
    seq: event.seq,
    atMs: event.atMs,
    callback: event.callback,
    deadlineAtMs: event.atMs + event.deadlineMs,
    policy: event.policy ?? 'ack-then-update',
    ...(event.problem === undefined ? {} : { problem: event.problem }),
    raw: event.raw,
    phase: 'waiting',
    considered: [],
    forwards: [],
    lates: [],
    duplicates: 0,
  };
}

/** Its time is over; what can be done is an update of the card. */
export function restoredExchange(event: EventOf<'callback.restored'>): Exchange {
  const { exchangeId, seq, callback, receivedAtMs, recording, was, decided } = event;
  return {
    exchangeId,
    seq,
    atMs: receivedAtMs,
    callback,
    deadlineAtMs: receivedAtMs,
    policy: 'ack-then-update',
    raw: '',
    phase: was === 'unanswered' ? 'expired' : 'acknowledged',
    considered: [],
    forwards: [],
    lates: [],
    restored: { recording, was, ...(decided ? { decided } : {}) },
    duplicates: 0,
  };
}

/** The exchange after an event that concerns it; the same one when nothing changes. */
export function stepExchange(exchange: Exchange, event: DtcardEvent): Exchange {
  switch (event.type) {
    case 'callback.duplicate':
      return { ...exchange, duplicates: exchange.duplicates + 1 };
    case 'callback.planned': {
      const { atMs, rule, delayMs, response } = event;
      return consider(exchange, {
        atMs,
        source: 'rule',
        rule,
        ...(delayMs === undefined ? {} : { dueAtMs: exchange.atMs + delayMs }),
        ...(response ? { response } : {}),
        became: 'pending',
      });
    }
    case 'callback.forwarded':
      return forwarded(exchange, event);
    case 'callback.forwardReturned':
      return forwardReturned(exchange, event);
    case 'callback.held':
      return exchange.phase === 'waiting' ? { ...exchange, phase: 'held' } : exchange;
    case 'callback.holdFailed':
      return { ...exchange, policy: 'ack-then-update', holdFailed: event.detail };
    case 'callback.expired':
      return { ...exchange, phase: 'expired' };
    case 'callback.dropped':
      return conclude(exchange, event, { became: 'dropped', reason: event.reason });
    case 'callback.answered':
      return answered(exchange, event);
    case 'callback.late': {
      const { atMs, source, rule, response, tookMs } = event;
      const late: LateAnswer = { atMs, source, ...named(rule), response, tookMs };
      const lates = [...exchange.lates, late].slice(-keptOfEach);
      const { update: _, ...rest } = conclude(exchange, event, { became: 'update' });
      return { ...rest, phase: 'late', lates, late };
    }
    case 'rule.matched':
      return event.action === 'leave'
        ? concludePending(exchange, 'rule', event.rule, { became: 'left' })
        : exchange;
    case 'rule.scriptFailed': {
      const { rule, error } = event;
      return concludePending(exchange, 'rule', rule, { became: 'failed', error });
    }
    case 'card.updated':
    case 'card.updateFailed':
      return updated(exchange, event);
    default:
      return exchange;
  }
}

function answered(exchange: Exchange, event: EventOf<'callback.answered'>): Exchange {
  const { atMs, source, rule, armedId, response, tookMs, sent } = event;
  if (source === 'duplicate') {
    // The same answer, repeated for a redelivered frame; it says something new only when the first was lost.
    const first = exchange.answer;
    if (first?.sent || !sent) return exchange;
    const answer = { ...(first ?? answerOf(event)), atMs, tookMs, sent };
    const phase = exchange.late ? exchange.phase : phaseOf(answer);
    return { ...exchange, phase, answer };
  }
  const answer = answerOf(event);
  const next = conclude(
    exchange,
    { atMs, source, rule, armedId, response },
    { became: sent ? 'answered' : 'unsent' },
  );
  const phase = exchange.late ? exchange.phase : phaseOf(answer);
  return { ...next, phase, answer };
}

function answerOf(event: EventOf<'callback.answered'>): ExchangeAnswer {
  const { atMs, source, rule, armedId, response, code, tookMs, sent } = event;
  return {
    atMs,
    source,
    ...named(rule),
    ...(armedId === undefined ? {} : { armedId }),
    ...(response ? { response } : {}),
    code,
    tookMs,
    sent,
  };
}

function phaseOf({ sent, code, source }: ExchangeAnswer): ExchangePhase {
  if (!sent) return 'unsent';
  if (code !== 200) return 'failed';
  return source === 'autoAck' || source === 'shutdown' ? 'acknowledged' : 'answered';
}

/** The oldest late decision that is on its way is the one that has arrived: updates of a card keep their order. */
function updated(
  exchange: Exchange,
  event: EventOf<'card.updated'> | EventOf<'card.updateFailed'>,
): Exchange {
  // A rule may update this card, or another one, besides answering.
  if (event.outTrackId !== exchange.callback.outTrackId) return exchange;
  const place = exchange.lates.findIndex(
    ({ update, rule }) => update === undefined && rule === event.because.rule,
  );
  const late = exchange.lates[place];
  if (!late) return exchange;
  const { atMs } = event;
  const update = event.type === 'card.updated' ? { atMs } : { atMs, error: event.error };
  const ended: LateAnswer = { ...late, update };
  const lates = exchange.lates.with(place, ended);
  if (place < lates.length - 1) return { ...exchange, lates };
  const phase = event.type === 'card.updated' ? 'updated' : 'updateFailed';
  return { ...exchange, phase, lates, late: ended, update };
}

function forwarded(exchange: Exchange, event: EventOf<'callback.forwarded'>): Exchange {
  const { atMs, attempt, url } = event;
  const forwards = [...exchange.forwards, { attempt, atMs, url }].slice(-keptOfEach);
  const next = { ...exchange, forwards };
  return attempt > 1 ? next : consider(next, { atMs, source: 'forward', became: 'pending' });
}

function forwardReturned(exchange: Exchange, event: EventOf<'callback.forwardReturned'>): Exchange {
  const { attempt, outcome, tookMs, status, detail } = event;
  const forwards = exchange.forwards.map(
    (known): ForwardAttempt =>
      known.attempt === attempt
        ? {
            ...known,
            outcome,
            tookMs,
            ...(status === undefined ? {} : { status }),
            ...(detail === undefined ? {} : { detail }),
          }
        : known,
  );
  const next = { ...exchange, forwards };
  // What an answer became is told by other events.
  if (outcome === 'answer' || outcome === 'retry') return next;
  return concludePending(next, 'forward', undefined, { became: 'failed' });
}

interface Decided {
  readonly atMs: number;
  readonly source: AnswerSource;
  readonly rule?: string | undefined;
  readonly armedId?: string | undefined;
  readonly response?: ConsideredAnswer['response'] | undefined;
}

type Conclusion = Pick<ConsideredAnswer, 'became' | 'reason' | 'error'>;

/** What became of an answer: one that was heard of before, else a new one. */
function conclude(exchange: Exchange, decided: Decided, conclusion: Conclusion): Exchange {
  const { atMs, source, rule, armedId, response } = decided;
  const place = placeOf(exchange, source, rule);
  const answer: ConsideredAnswer = {
    ...(exchange.considered[place] ?? { atMs, source, ...named(rule) }),
    ...(armedId === undefined ? {} : { armedId }),
    ...(response ? { response } : {}),
    ...conclusion,
  };
  if (place < 0) return consider(exchange, answer);
  return { ...exchange, considered: exchange.considered.with(place, answer) };
}

function concludePending(
  exchange: Exchange,
  source: AnswerSource,
  rule: string | undefined,
  conclusion: Conclusion,
): Exchange {
  const place = placeOf(exchange, source, rule);
  const known = exchange.considered[place];
  if (!known) return exchange;
  return { ...exchange, considered: exchange.considered.with(place, { ...known, ...conclusion }) };
}

/** An answer nothing final is known of: one that waits, or was not sent and now becomes an update. */
function placeOf({ considered }: Exchange, source: AnswerSource, rule: string | undefined): number {
  return considered.findLastIndex(
    (known) =>
      (known.became === 'pending' || known.became === 'unsent') &&
      known.source === source &&
      known.rule === rule,
  );
}

function consider(exchange: Exchange, answer: ConsideredAnswer): Exchange {
  return { ...exchange, considered: [...exchange.considered, answer].slice(-keptOfEach) };
}

function named(rule: string | undefined): { readonly rule?: string } {
  return rule === undefined ? {} : { rule };
}
