import type { Clock } from '../../base/clock.js';
import type { Translate } from '../../i18n/translate.js';
import { type Exchange, isUnanswered } from '../../log/exchange.js';
import { helpLines, helpStart } from '../components/help-lines.js';
import { type Line, span } from '../components/spans.js';
import type { TextEdit } from '../components/text-buffer.js';
import { bindingFor, type Command } from '../input/keymap.js';
import { halfWidth, type InputEvent, type KeyEvent, keyId } from '../terminal/input-event.js';
import type { AnswerEditor } from './answer-editing.js';
import type { Answering } from './answering.js';
import type { Arming } from './arming.js';
import type { CardViewing } from './card-viewing.js';
import type { Composing } from './composing.js';
import type { Filtering } from './filtering.js';
import {
  acceptField,
  editForm,
  type Form,
  moveField,
  moveWithin,
  pasteIntoForm,
  removeVariable,
} from './form.js';
import { moveSelection, pinSelection, placeAt } from './list-window.js';
import type { Pinning } from './pinning.js';
import { scrolled } from './scrolled.js';
import { isTextEdit } from './text-commands.js';
import { contextsOf, isTyping } from './ui-state.js';
import { listRows, type UiStore } from './ui-store.js';

export interface InteractionDeps {
  readonly store: UiStore;
  readonly clock: Clock;
  readonly t: Translate;
  readonly answering: Answering;
  readonly editor: AnswerEditor;
  readonly pinning: Pinning;
  readonly arming: Arming;
  readonly switchRules: () => void;
  readonly composing: Composing;
  readonly cardViewing: CardViewing;
  readonly filtering: Filtering;
  readonly say: (line: Line) => void;
  readonly leave: (reason: 'quit' | 'interrupt') => void;
  readonly suspend: () => void;
  readonly openPage: () => void;
  readonly redraw: () => void;
}

/** A second ctrl-c within this time leaves whatever is open. */
const interruptMs = 2000;

/** From what the terminal sent to what it means here. */
export function createInteraction(deps: InteractionDeps): (event: InputEvent) => void {
  const { store, t } = deps;
  let interruptedAtMs = Number.NEGATIVE_INFINITY;

  function handleKey(key: KeyEvent): void {
    const ui = store.ui();
    const typing = isTyping(ui);
    const meant = typing ? key : halfWidth(key);
    const binding = bindingFor(keyId(meant), contextsOf(ui));
    if (binding) return run(binding.command, meant);
    if (typing && key.text !== '') insert(key.text);
  }

  /** What takes the text that is typed, other than the form of a new card. */
  function typist(): { edit(edit: TextEdit): void } | undefined {
    const { filterDraft, arming, screen, editing, pinning } = store.ui();
    if (filterDraft) return deps.filtering;
    if (arming) return deps.arming;
    if (screen === 'card') return deps.cardViewing;
    if (screen !== 'feed') return undefined;
    return editing ? deps.editor : pinning ? deps.pinning : undefined;
  }

  function insert(text: string): void {
    const change = { do: 'insert', text } as const;
    const taker = typist();
    if (taker) taker.edit(change);
    else changeForm((form) => editForm(form, change));
  }

  function paste(text: string): void {
    const { screen, compose } = store.ui();
    const taker = typist();
    if (!taker && compose) changeForm((form) => pasteIntoForm(form, text));
    else if (taker === deps.editor) deps.editor.paste(text);
    else if (screen === 'card') insert(text);
    else insert(text.replace(/\s+/g, ' '));
  }

  function run(command: Command, key: KeyEvent): void {
    if (command === 'interrupt') return interrupt();
    if (command === 'suspend') return deps.suspend();
    if (command === 'redraw') return deps.redraw();
    if (command === 'help') return toggleHelp();
    const { screen, answer, editing, pinning, arming, filterDraft } = store.ui();
    const { isConfirmingQuit, isDetailFocused } = store.ui();
    if (isConfirmingQuit)
      return command === 'quit' ? deps.leave('quit') : store.change({ isConfirmingQuit: false });
    if (command === 'openPage') return deps.openPage();
    if (screen === 'help') return runInHelp(command);
    if (screen === 'card') return deps.cardViewing.run(command);
    if (filterDraft) return deps.filtering.run(command);
    if (arming) return deps.arming.run(command, Number(key.text));
    if (screen === 'compose') return runInForm(command);
    if (editing) return deps.editor.run(command);
    if (pinning) return deps.pinning.run(command);
    if (command === 'quit') return askToQuit();
    if (command === 'compose') return deps.composing.open();
    if (command === 'filter') return deps.filtering.open();
    if (command === 'card') return deps.cardViewing.open();
    if (runAnswer(command, key)) return;
    if (command === 'back' && answer) return store.change({ answer: undefined });
    return isDetailFocused ? runInDetail(command) : runInFeed(command);
  }

  function runAnswer(command: Command, key: KeyEvent): boolean {
    switch (command) {
      case 'answer':
        deps.answering.open();
        return true;
      case 'edit':
        edit((exchange) => deps.editor.open(exchange));
        return true;
      case 'openEditor':
        edit((exchange) => deps.editor.openOutside(exchange));
        return true;
      case 'pin':
        deps.pinning.open();
        return true;
      case 'slot':
        deps.answering.slot(Number(key.text));
        return true;
      case 'acknowledge':
        deps.answering.acknowledge();
        return true;
      case 'fail':
        deps.answering.fail();
        return true;
      case 'acknowledgeAll':
        deps.answering.acknowledgeAll();
        return true;
      case 'arm':
        deps.arming.open();
        return true;
      case 'armed':
        deps.arming.openList();
        return true;
      case 'switchRules':
        deps.switchRules();
        return true;
      default:
        return false;
    }
  }

  /** The callback that is asked for; where none is, the selected one, as an update. */
  function edit(open: (exchange: Exchange) => void): void {
    const { focus, selected, data } = store.current();
    const chosen =
      selected?.kind === 'exchange' ? data.exchanges.get(selected.exchangeId) : undefined;
    const exchange = focus.exchange || !chosen ? deps.answering.meant() : chosen;
    if (exchange) open(exchange);
  }

  function runInFeed(command: Command): void {
    const { shown, layout } = store.current();
    const { rows } = shown;
    const height = listRows(layout);
    const move = (delta: number) => {
      store.change({ list: moveSelection(rows, store.ui().list, height, delta), detailTop: 0 });
    };
    if (command === 'moveUp') move(-1);
    else if (command === 'moveDown') move(1);
    else if (command === 'pageUp') move(-Math.max(1, height - 1));
    else if (command === 'pageDown') move(Math.max(1, height - 1));
    else if (command === 'first') store.change({ list: placeAt(rows, 0, 0), detailTop: 0 });
    else if (command === 'back' && store.ui().filter) deps.filtering.clear();
    else if (command === 'last' || command === 'back') store.change({ list: {}, detailTop: 0 });
    else if ((command === 'open' || command === 'next') && rows.length > 0) {
      const list = pinSelection(rows, store.ui().list, height);
      store.change({ list, isDetailFocused: true, detailTop: 0 });
    }
  }

  function runInDetail(command: Command): void {
    const { detail, layout } = store.current();
    const height = layout.mode === 'tooSmall' ? 1 : layout.bodyHeight - 1;
    const top = store.ui().detailTop;
    if (command === 'back') return store.change({ isDetailFocused: false });
    if (command === 'next' || command === 'previous') {
      const { sections } = detail;
      const next = sections.find((at) => at > top) ?? 0;
      const previous = sections.findLast((at) => at < top) ?? sections.at(-1) ?? 0;
      return store.change({ detailTop: command === 'next' ? next : previous });
    }
    const wanted = scrolled(command, top, height, detail.lines.length);
    store.change({ detailTop: wanted });
  }

  function runInHelp(command: Command): void {
    if (command === 'back') return toggleHelp();
    store.change({ helpTop: helpRow(command, store.ui().helpTop) });
  }

  function helpRow(command: Command, from: number): number {
    const { layout } = store.current();
    const height = layout.mode === 'tooSmall' ? 1 : layout.bodyHeight;
    return scrolled(command, from, height, helpLines(t).length);
  }

  function runInForm(command: Command): void {
    if (command === 'back') return store.change({ screen: 'feed' });
    if (command === 'submit') return deps.composing.submit();
    if (command === 'accept') {
      // Enter on the empty last row means: that was all.
      const form = store.ui().compose?.form;
      const field = form?.fields[form.at];
      const isAll = field?.kind === 'add' && field.buffer.text.trim() === '';
      return isAll ? deps.composing.submit() : changeForm(acceptField);
    }
    if (command === 'next') changeForm((form) => moveField(form, 1));
    else if (command === 'previous') changeForm((form) => moveField(form, -1));
    else if (command === 'moveUp') changeForm((form) => moveWithin(form, -1));
    else if (command === 'moveDown') changeForm((form) => moveWithin(form, 1));
    else if (command === 'removeVariable') changeForm(removeVariable);
    else if (command === 'newline')
      changeForm((form) => editForm(form, { do: 'insert', text: '\n' }));
    else if (isTextEdit(command)) changeForm((form) => editForm(form, { do: command }));
  }

  function changeForm(next: (form: Form) => Form): void {
    const { compose } = store.ui();
    if (compose) deps.composing.change(next(compose.form));
  }

  function toggleHelp(): void {
    const { screen, compose, card, cameFrom } = store.ui();
    if (screen !== 'help') {
      const helpTop = helpRow('help', helpStart(contextsOf(store.ui())));
      return store.change({ screen: 'help', helpTop, cameFrom: screen });
    }
    const isThere = (cameFrom === 'compose' && compose) || (cameFrom === 'card' && card);
    store.change({ screen: isThere ? cameFrom : 'feed' });
  }

  /** Leaving would acknowledge those. */
  function isAnybodyUnanswered(): boolean {
    return store.current().data.exchanges.undecided.some(isUnanswered);
  }

  function askToQuit(): void {
    if (!isAnybodyUnanswered()) return deps.leave('quit');
    store.change({ isConfirmingQuit: true });
  }

  function interrupt(): void {
    const nowMs = deps.clock.monotonic();
    const isSecond = nowMs - interruptedAtMs <= interruptMs;
    interruptedAtMs = nowMs;
    const isNothingLost = !isAnybodyUnanswered() && !isTyping(store.ui());
    if (isSecond || isNothingLost) return deps.leave('interrupt');
    deps.say([span(t('tui.interruptAgain'), 'waiting')]);
  }

  return (event) => {
    if (event.type === 'key') handleKey(event);
    else if (event.type === 'paste' && isTyping(store.ui())) {
      paste(event.text);
      if (event.isCut) deps.say([span(t('tui.pasteCut'), 'waiting')]);
    }
  };
}
