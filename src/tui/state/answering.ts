import type { Translate } from '../../i18n/translate.js';
import type { Exchange } from '../../log/exchange.js';
import type { AnswerOutcome, SessionCommands } from '../../session/session.js';
import { nameOf } from '../components/row-text.js';
import { type Line, span } from '../components/spans.js';
import type { Tone } from '../theme/theme.js';
import { answerForm, answerResponse } from './drafts.js';
import type { Slot } from './ui-state.js';
import type { Frame, UiStore } from './ui-store.js';

type ManualAnswer = Parameters<SessionCommands['answer']>[1];

export interface Answering {
  /** Opens the panel for the callback that is meant. */
  open(): void;
  edit(): void;
  slot(digit: number): void;
  acknowledge(): void;
  fail(): void;
  submit(): void;
}

export interface AnsweringDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'answer'>;
  readonly slots: readonly Slot[];
  readonly t: Translate;
  readonly say: (line: Line) => void;
}

/** What `x` sends instead of 200. */
const failure = { kind: 'fail', code: 500, message: 'failed by hand' } as const;

/** The callback an answer is for: the opened one, else the selected one, else the one with least time left. */
export function answerTarget(frame: Frame): Exchange | undefined {
  const { ui, data, selected } = frame;
  if (ui.answer) return data.exchanges.get(ui.answer.exchangeId);
  if (selected?.kind === 'exchange') {
    const exchange = data.exchanges.get(selected.exchangeId);
    if (exchange && isOpen(exchange)) return exchange;
  }
  return data.exchanges.waiting[0];
}

/** Somebody may still decide: it waits, or was only acknowledged. */
function isOpen(exchange: Exchange): boolean {
  return exchange.phase === 'waiting' || exchange.phase === 'acknowledged';
}

export function createAnswering({ store, commands, slots, t, say }: AnsweringDeps): Answering {
  function target(): Exchange | undefined {
    const exchange = answerTarget(store.current());
    if (!exchange) say([span(t('tui.answer.none'), 'quiet')]);
    return exchange;
  }

  function give(answer: ManualAnswer, label: string): void {
    const exchange = target();
    if (!exchange) return;
    const outcome = commands.answer(exchange.exchangeId, answer);
    store.change({ answer: undefined });
    const name = nameOf(exchange.callback.userId, store.current().data);
    const action = exchange.callback.actionIds.join('+');
    const tone: Record<AnswerOutcome, Tone> = { answered: 'good', late: 'waiting', gone: 'bad' };
    say([span(t(`tui.answer.outcome.${outcome}`, { name, action, label }), tone[outcome])]);
  }

  function openForm(exchange: Exchange): void {
    const { data } = store.current();
    const form = answerForm(exchange, data.exchanges, data.cards, data.feed.rows);
    store.change({ answer: { exchangeId: exchange.exchangeId, form } });
  }

  return {
    open() {
      const exchange = target();
      if (!exchange) return;
      if (slots.length === 0) openForm(exchange);
      else store.change({ answer: { exchangeId: exchange.exchangeId } });
    },
    edit() {
      const exchange = target();
      if (exchange) openForm(exchange);
    },
    slot(digit) {
      const slot = slots[digit - 1];
      if (!slot) return say([span(t('tui.answer.noSlot', { digit }), 'quiet')]);
      give({ kind: 'update', response: slot.response }, slot.label);
    },
    acknowledge: () => give({ kind: 'empty' }, t('tui.key.acknowledge')),
    fail: () => give(failure, t('tui.key.fail')),
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
