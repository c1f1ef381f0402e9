import type { Answer } from '../../answer/answer.js';
import { printable } from '../../base/display-width.js';
import type { Translate } from '../../i18n/translate.js';
import type { Exchange } from '../../log/exchange.js';
import type { AnswerOutcome, SessionCommands } from '../../session/session.js';
import { calledIn, decidedBy, reachesMore } from '../components/exchange-text.js';
import { type Line, span } from '../components/spans.js';
import type { Tone } from '../theme/theme.js';
import { answerForm, answerResponse } from './drafts.js';
import { surpriseMs } from './queue-focus.js';
import type { Now, UiStore } from './ui-store.js';

export interface Answering {
  /** Opens the panel for the callback that is meant. */
  open(): void;
  edit(): void;
  slot(digit: number): void;
  acknowledge(): void;
  fail(): void;
  /** Acknowledges all that wait for a person; asked twice. */
  acknowledgeAll(): void;
  submit(): void;
}

export interface AnsweringDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'answer'>;
  readonly t: Translate;
  readonly say: (line: Line) => void;
}

/** What `x` sends instead of 200. */
export const failureByHand = { kind: 'fail', code: 500, message: 'failed by hand' } as const;

/** Within this time the second `A` means the first. */
const againMs = 4000;

export function createAnswering({ store, commands, t, say }: AnsweringDeps): Answering {
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
    if (moved?.from && now.data.nowMs - moved.atMs < surpriseMs) {
      const by = decidedBy(moved.from, now.data) ?? '?';
      const text = t('tui.answer.movedKey', { ...calledIn(moved.from, now.data), by });
      say([span(text, 'waiting')]);
      return undefined;
    }
    return { exchange, now };
  }

  function give(answer: Answer, label: string): void {
    const meant = target();
    if (meant) decide(meant.exchange, meant.now, answer, label);
  }

  function decide(exchange: Exchange, { data }: Now, answer: Answer, label: string): void {
    const { exchangeId } = exchange;
    const wasOpen = data.hand.isOpen(exchangeId);
    store.leave(exchangeId);
    const outcome = commands.answer(exchangeId, answer);
    if (store.ui().answer) store.change({ answer: undefined });
    const isClosed = outcome === 'gone' && wasOpen && !data.hand.isOpen(exchangeId);
    const named = { ...calledIn(exchange, data), label: printable(label) };
    if (isClosed) return say([span(t('tui.answer.outcome.closed', named), 'quiet')]);
    const isWider = outcome === 'late' && answer.kind === 'update' && reachesMore(answer, data);
    const tone: Record<AnswerOutcome, Tone> = { answered: 'good', late: 'waiting', gone: 'bad' };
    const key = isWider ? 'lateToEveryone' : outcome;
    say([span(t(`tui.answer.outcome.${key}`, named), tone[outcome])]);
  }

  function openForm(exchange: Exchange): void {
    const { data } = store.now();
    const form = answerForm(exchange, data.exchanges, data.cards, data.feed.rows);
    store.change({ answer: { exchangeId: exchange.exchangeId, form } });
  }

  return {
    open() {
      const meant = target();
      if (!meant) return;
      if (meant.now.slots.length === 0) openForm(meant.exchange);
      else store.change({ answer: { exchangeId: meant.exchange.exchangeId } });
    },
    edit() {
      const meant = target();
      if (meant) openForm(meant.exchange);
    },
    slot(digit) {
      const meant = target();
      if (!meant) return;
      const slot = meant.now.slots[digit - 1];
      if (!slot) return say([span(t('tui.answer.noSlot', { digit }), 'quiet')]);
      decide(meant.exchange, meant.now, slot.answer, slot.label);
    },
    acknowledge: () => give({ kind: 'empty' }, t('tui.key.acknowledge')),
    fail: () => give(failureByHand, t('tui.key.fail')),
    acknowledgeAll() {
      const { data, focus } = store.now();
      const { nowMs, hand } = data;
      if (!asked || nowMs - asked.atMs > againMs) {
        asked = { ids: [...hand.ids()], atMs: nowMs };
        const count = asked.ids.length;
        if (count > 0) return say([span(t('tui.answer.allAgain', { count }), 'waiting')]);
        asked = undefined;
        return say([span(t('tui.answer.none'), 'quiet')]);
      }
      const ids = asked.ids.filter((id) => hand.has(id));
      asked = undefined;
      if (focus.exchange) store.leave(focus.exchange.exchangeId);
      for (const id of ids) commands.answer(id, { kind: 'empty' });
      store.change({ answer: undefined });
      say([span(t('tui.answer.allDone', { count: ids.length }), 'good')]);
    },
    submit() {
      const form = store.ui().answer?.form;
      const response = form && answerResponse(form);
      if (!response) return say([span(t('tui.answer.nothingTyped'), 'quiet')]);
      const values = Object.entries(response.cardData?.cardParamMap ?? {});
      const label = values.map(([name, value]) => `${name}=${value}`).join(' ');
      give({ kind: 'update', response }, label);
    },
  };
}
