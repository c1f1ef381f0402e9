import type { RulePin } from '../../answer/rule-pin.js';
import { printable } from '../../base/display-width.js';
import type { Translate } from '../../i18n/translate.js';
import type { AnswerSource } from '../../log/event.js';
import type { Exchange } from '../../log/exchange.js';
import type { CardCallbackResponse } from '../../protocol/card-callback.js';
import type { SessionCommands } from '../../session/session.js';
import { type Line, span } from '../components/spans.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';
import { isTextEdit } from './text-commands.js';
import type { Frame, UiStore } from './ui-store.js';
import type { ViewData } from './view-data.js';

/** An answer that is about to become a rule. */
export interface PinUi {
  /** Name of the rule. */
  readonly buffer: TextBuffer;
  /** What the answer says. */
  readonly says: string;
  readonly choices: readonly PinChoice[];
  readonly at: number;
}

/** What the rule is to hold for. */
export interface PinChoice {
  readonly label: string;
  readonly pin: Omit<RulePin, 'name'>;
}

export interface Pinning {
  /** For the selected callback; without a selection, for the one that was last decided by hand. */
  open(): void;
  edit(edit: TextEdit): void;
  run(command: Command): void;
}

export interface PinningDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'pin'>;
  readonly t: Translate;
  readonly say: (line: Line) => void;
}

/** Rows looked at for the last answer by hand. */
const lookBack = 200;

export function createPinning({ store, commands, t, say }: PinningDeps): Pinning {
  function open(): void {
    const frame = store.current();
    const found = pinnable(frame);
    if (typeof found === 'string') return say([span(t(`tui.pin.${found}`), 'quiet')]);
    const { exchange, decision } = found;
    const action = exchange.callback.actionIds[0];
    store.change({
      pinning: {
        buffer: textBuffer(action ?? 'callback'),
        says: sayingOf(decision, t),
        choices: choicesOf(exchange, decision, frame.data),
        at: 0,
      },
    });
  }

  function change(part: Partial<PinUi>): void {
    const { pinning } = store.ui();
    if (pinning) store.change({ pinning: { ...pinning, ...part } });
  }

  function accept({ buffer, choices, at }: PinUi): void {
    const choice = choices[at];
    if (!choice) return;
    const outcome = commands.pin({ ...choice.pin, name: buffer.text.trim() });
    if (!outcome.ok) {
      const hasFile = store.now().data.rules.file !== undefined;
      if (!hasFile) return say([span(t('tui.pin.noFile'), 'bad')]);
      const detail = printable(outcome.detail.split('\n')[0] || outcome.code);
      return say([span(t('tui.pin.failed', { detail }), 'bad')]);
    }
    store.change({ pinning: undefined });
    const { rule, file, line } = outcome;
    const done = { rule: printable(rule), file: printable(file), line };
    say([span(t('tui.pin.done', done), 'good')]);
  }

  return {
    open,
    edit(how) {
      const { pinning } = store.ui();
      if (pinning) change({ buffer: editText(pinning.buffer, how) });
    },
    run(command) {
      const { pinning } = store.ui();
      if (!pinning) return;
      const { at, choices } = pinning;
      if (command === 'back') store.change({ pinning: undefined });
      else if (command === 'accept') accept(pinning);
      else if (command === 'moveDown') change({ at: (at + 1) % choices.length });
      else if (command === 'moveUp') change({ at: (at - 1 + choices.length) % choices.length });
      else if (isTextEdit(command)) change({ buffer: editText(pinning.buffer, { do: command }) });
    },
  };
}

/** What somebody said, as a rule would say it. */
interface Decision {
  readonly response?: CardCallbackResponse;
  readonly fail?: { readonly code: number };
}

type Pinnable = { readonly exchange: Exchange; readonly decision: Decision };

export function canPin(frame: Frame): boolean {
  return typeof pinnable(frame) !== 'string';
}

/** Or why nothing can be pinned. */
function pinnable({
  ui,
  data,
  selected,
  shown,
}: Frame): Pinnable | 'noCallback' | 'undecided' | 'notByHand' {
  const isSelected = ui.list.anchorSeq !== undefined;
  if (!isSelected) {
    for (const row of shown.rows.slice(-lookBack).toReversed()) {
      const exchange = row.kind === 'exchange' ? data.exchanges.get(row.exchangeId) : undefined;
      const decision = exchange && decisionByHand(exchange);
      if (exchange && decision) return { exchange, decision };
    }
  }
  const exchange =
    selected?.kind === 'exchange' ? data.exchanges.get(selected.exchangeId) : undefined;
  if (!exchange) return 'noCallback';
  const decision = decisionByHand(exchange);
  if (decision) return { exchange, decision };
  return data.hand.isOpen(exchange.exchangeId) ? 'undecided' : 'notByHand';
}

/** The last thing a person decided about it. */
function decisionByHand({ answer, lates }: Exchange): Decision | undefined {
  const late = lates.findLast(({ source }) => isByHand(source));
  if (late) return { response: late.response };
  if (!answer || !isByHand(answer.source)) return undefined;
  if (answer.code !== 200) return { fail: { code: answer.code } };
  return answer.response ? { response: answer.response } : {};
}

function isByHand(source: AnswerSource): boolean {
  return source === 'manual' || source === 'armed';
}

function choicesOf(exchange: Exchange, decision: Decision, data: ViewData): readonly PinChoice[] {
  const { t } = data;
  const { callback } = exchange;
  const action = callback.actionIds[0];
  const cardTemplateId = data.cards.get(callback.outTrackId)?.cardTemplateId;
  const tap = { callback, ...(cardTemplateId !== undefined && { cardTemplateId }) };
  const pin = { ...decision, tap, ...(action !== undefined && { action }) };
  const { userId } = callback;
  const named = { action: printable(action ?? t('tui.pin.everyAction')) };
  const name = printable(data.feed.nickOf(userId) ?? userId);
  const template = printable(cardTemplateId ?? '');
  return [
    {
      label: action === undefined ? t('tui.pin.everyAction') : t('tui.pin.action', named),
      pin,
    },
    ...(cardTemplateId === undefined
      ? []
      : [
          { label: t('tui.pin.template', { ...named, template }), pin: { ...pin, cardTemplateId } },
        ]),
    ...(userId === ''
      ? []
      : [{ label: t('tui.pin.user', { ...named, name }), pin: { ...pin, userId } }]),
  ];
}

function sayingOf({ response, fail }: Decision, t: Translate): string {
  if (fail) return t('tui.pin.saysFail', { code: fail.code });
  const { cardData, userPrivateData } = response ?? {};
  const values = { ...userPrivateData?.cardParamMap, ...cardData?.cardParamMap };
  const texts = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return texts.length === 0 ? t('tui.pin.saysEmpty') : printable(texts.join(' '));
}
