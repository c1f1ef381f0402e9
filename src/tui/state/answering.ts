import type { Answer } from '../../answer/answer.js';
import { printable } from '../../base/display-width.js';
import type { Translate } from '../../i18n/translate.js';
import { type Exchange, isUnanswered } from '../../log/exchange.js';
import type { AnswerOutcome, SessionCommands } from '../../session/session.js';
import { calledIn, decidedBy, reachesMore } from '../components/exchange-text.js';
import { type Line, span } from '../components/spans.js';
import type { Tone } from '../theme/theme.js';
import { surpriseMs } from './queue-focus.js';
import type { Now, UiStore } from './ui-store.js';
import type { ViewData } from './view-data.js';

export interface Answering {
  /** Opens the panel for the callback that is meant. */
  open(): void;
  slot(digit: number): void;
  acknowledge(): void;
  fail(): void;
  /** Acknowledges all that wait for a person; asked twice. */
  acknowledgeAll(): void;
  /** The callback a key is for, unless the person cannot have meant it; says so. */
  meant(): Exchange | undefined;
  /** Gives it to this callback, and says what became of it. */
  decide(exchange: Exchange, answer: Answer, label: string): AnswerOutcome;
}

export interface AnsweringDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'answer'>;
  readonly t: Translate;
  readonly say: (line: Line) => void;
  /** Has an answer written for it. */
  readonly edit: (exchange: Exchange) => void;
}

/** What `x` sends instead of 200. */
export const failureByHand = { kind: 'fail', code: 500, message: 'failed by hand' } as const;

/** Within this time the second `A` means the first. */
const againMs = 4000;

export function createAnswering({ store, commands, t, say, edit }: AnsweringDeps): Answering {
  /** What the first `A` was about: who comes after it is not swallowed by the second. */
  let asked: { readonly ids: readonly string[]; readonly atMs: number } | undefined;

  /** The callback a key is for, and whether the person can have meant it. */
  function target(): { readonly exchange: Exchange; readonly now: Now } | undefined {
    const now = store.now();
    const { exchange, moved } = now.focus;
    if (!exchange) {
      say([span(t('tui.answer.none'), 'quiet')]);
      return undefined;
    }
    const { data } = now;
    const taken = moved?.from ?? (isJustTaken(exchange, data) ? exchange : undefined);
    const takenAtMs = moved?.atMs ?? data.nowMs;
    if (taken && data.nowMs - takenAtMs < surpriseMs) {
      const by = decidedBy(taken, data);
      const key = taken === exchange ? 'tui.answer.decidedKey' : 'tui.answer.movedKey';
      const why =
        by === undefined ? t('tui.answer.goesFirstKey') : t(key, { ...calledIn(taken, data), by });
      say([span(why, 'waiting')]);
      return undefined;
    }
    return { exchange, now };
  }

  function give(answer: Answer, label: string): void {
    const meant = target();
    if (meant) decide(meant.exchange, answer, label);
  }

  function decide(exchange: Exchange, answer: Answer, label: string): AnswerOutcome {
    const { data } = store.now();
    const { exchangeId } = exchange;
    const wasOpen = data.hand.isOpen(exchangeId);
    store.leave(exchangeId);
    const outcome = commands.answer(exchangeId, answer);
    if (store.ui().answer) store.change({ answer: undefined });
    const isClosed = outcome === 'gone' && wasOpen && !data.hand.isOpen(exchangeId);
    const named = { ...calledIn(exchange, data), label: printable(label) };
    if (isClosed) {
      say([span(t('tui.answer.outcome.closed', named), 'quiet')]);
      return outcome;
    }
    const isWider = outcome === 'late' && answer.kind === 'update' && reachesMore(answer, data);
    const tone: Record<AnswerOutcome, Tone> = { answered: 'good', late: 'waiting', gone: 'bad' };
    const key = isWider ? 'lateToEveryone' : outcome;
    say([span(t(`tui.answer.outcome.${key}`, named), tone[outcome])]);
    return outcome;
  }

  return {
    open() {
      const meant = target();
      if (!meant) return;
      if (meant.now.slots.length === 0) edit(meant.exchange);
      else store.change({ answer: { exchangeId: meant.exchange.exchangeId } });
    },
    meant: () => target()?.exchange,
    decide,
    slot(digit) {
      const meant = target();
      if (!meant) return;
      const slot = meant.now.slots[digit - 1];
      if (!slot) return say([span(t('tui.answer.noSlot', { digit }), 'quiet')]);
      decide(meant.exchange, slot.answer, slot.label);
    },
    acknowledge: () => give({ kind: 'empty' }, t('tui.key.acknowledge')),
    fail: () => give(failureByHand, t('tui.key.fail')),
    acknowledgeAll() {
      const { data, focus } = store.now();
      const { nowMs, hand } = data;
      if (!asked || nowMs - asked.atMs > againMs) {
        asked = { ids: [...hand.ids()], atMs: nowMs };
        const late = asked.ids.filter((id) => isLate(data.exchanges.get(id))).length;
        const ask = ways(asked.ids.length - late, late);
        if (asked.ids.length > 0) {
          return say([span(t(`tui.answer.allAgain${ask.way}`, ask.counts), 'waiting')]);
        }
        asked = undefined;
        return say([span(t('tui.answer.none'), 'quiet')]);
      }
      const ids = asked.ids.filter((id) => hand.has(id));
      asked = undefined;
      if (focus.exchange) store.leave(focus.exchange.exchangeId);
      const outcomes = ids.map((id) => commands.answer(id, { kind: 'empty' }));
      store.change({ answer: undefined });
      const answered = outcomes.filter((outcome) => outcome === 'answered').length;
      const done = ways(answered, ids.length - answered);
      say([span(t(`tui.answer.allDone${done.way}`, done.counts), answered > 0 ? 'good' : 'quiet')]);
    },
  };
}

function isLate(exchange: Exchange | undefined): boolean {
  return exchange !== undefined && !isUnanswered(exchange);
}

/** An empty answer acknowledges those that have none; of the others it says that no update follows. */
function ways(count: number, late: number) {
  if (late === 0) return { way: '', counts: { count } } as const;
  if (count === 0) return { way: 'Late', counts: { count: late } } as const;
  return { way: 'Mixed', counts: { count, late } } as const;
}

/** One the person opened, and somebody else decided a moment ago. */
function isJustTaken({ exchangeId, late, answer }: Exchange, { hand, nowMs }: ViewData): boolean {
  const atMs = late?.atMs ?? answer?.atMs;
  return !hand.isOpen(exchangeId) && atMs !== undefined && nowMs - atMs < surpriseMs;
}
