import { type Answer, emptyAnswer } from '../../answer/answer.js';
import type { Lang } from '../../i18n/sentence.js';
import { type Translate, translateLoose } from '../../i18n/translate.js';
import { readFilter } from '../../log/filter/filter.js';
import type { SessionCommands } from '../../session/session.js';
import { thrownText } from '../components/error-text.js';
import { type Line, span } from '../components/spans.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';
import { type ArmChoices, armChoices } from './arm-choices.js';
import type { SlottingDeps } from './slotting.js';
import { isTextEdit } from './text-commands.js';
import type { UiStore } from './ui-store.js';

/** An answer being armed, or the list of those that are. */
export type ArmUi = ArmDraft | { readonly is: 'list'; readonly at: number };

export interface ArmDraft extends ArmChoices {
  readonly is: 'new';
  readonly filter: TextBuffer;
  /** Index into `answers`. */
  readonly chosen: number;
  /** A whole number; empty: every time. */
  readonly times: TextBuffer;
  readonly at: ArmField;
  /** Why it cannot be armed like this. */
  readonly problem?: string;
}

export type ArmField = 'filter' | 'answer' | 'times';

const fields: readonly ArmField[] = ['filter', 'answer', 'times'];

export interface Arming {
  open(): void;
  openList(): void;
  edit(edit: TextEdit): void;
  /** @param digit of the key, where it has one */
  run(command: Command, digit: number): void;
}

export interface ArmingDeps extends SlottingDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'arm' | 'disarm'>;
  readonly lang: Lang;
  readonly t: Translate;
  readonly say: (line: Line) => void;
}

/** Answers prepared before the tap: nobody has to be quick then. */
export function createArming(deps: ArmingDeps): Arming {
  const { store, commands, lang, t, say } = deps;

  function change(part: Partial<Omit<ArmDraft, 'is'>>): void {
    const { arming } = store.ui();
    if (arming?.is !== 'new') return;
    const { problem: _, ...rest } = arming;
    store.change({ arming: { ...rest, ...part } });
  }

  function edit(how: TextEdit): void {
    const { arming } = store.ui();
    if (arming?.is !== 'new' || arming.at === 'answer') return;
    change({ [arming.at]: editText(arming[arming.at], how) });
  }

  function open(): void {
    const choices = armChoices(store.now(), deps);
    const [filter = ''] = choices.filters;
    store.change({
      arming: {
        is: 'new',
        ...choices,
        filter: textBuffer(filter),
        chosen: 0,
        times: textBuffer('1'),
        at: 'filter',
      },
    });
  }

  function openList(): void {
    if (store.now().data.armed.length === 0) return say([span(t('tui.arm.none'), 'quiet')]);
    store.change({ arming: { is: 'list', at: 0 } });
  }

  function arm(draft: ArmDraft): void {
    const choice = draft.answers[draft.chosen];
    const filter = draft.filter.text.trim();
    const times = timesOf(draft.times.text);
    if (times === 'wrong') return change({ problem: t('tui.arm.badTimes'), at: 'times' });
    const read = readFilter(filter, 'callback');
    if (!read.ok) {
      const { code, params } = read.problem;
      const detail = translateLoose(lang, `filter.${code}`, params);
      return change({ problem: t('tui.arm.badFilter', { detail }), at: 'filter' });
    }
    const answer: Answer = choice?.answer ?? emptyAnswer;
    try {
      commands.arm({ filter, answer, ...(times === undefined ? {} : { times }) });
    } catch (error) {
      const detail = thrownText(error, lang).sentence;
      return change({ problem: t('tui.arm.failed', { detail }) });
    }
    store.change({ arming: undefined });
    const often =
      times === undefined ? t('tui.arm.always') : times === 1 ? t('tui.arm.once') : `×${times}`;
    const label = choice?.label ?? t('tui.key.acknowledge');
    say([span(t('tui.arm.done', { filter, label, times: often }), 'good')]);
  }

  function disarm(at: number): void {
    const { armed } = store.now().data;
    const one = armed[at];
    if (!one) return store.change({ arming: undefined });
    const isGone = !commands.disarm(one.armedId);
    const text = isGone ? t('tui.arm.gone') : t('tui.arm.disarmed', { filter: one.filter });
    say([span(text, isGone ? 'waiting' : 'good')]);
    const left = store.now().data.armed.length;
    store.change({
      arming: left === 0 ? undefined : { is: 'list', at: Math.min(at, left - 1) },
    });
  }

  /** The next of what this field offers. */
  function turn(draft: ArmDraft, delta: number): void {
    if (draft.at === 'answer') {
      return change({ chosen: stepped(draft.chosen, delta, draft.answers.length) });
    }
    const offers = draft.at === 'filter' ? draft.filters : ['1', '', '3', '10'];
    const next = stepped(offers.indexOf(draft[draft.at].text.trim()), delta, offers.length);
    const text = offers[next];
    if (text !== undefined) change({ [draft.at]: textBuffer(text) });
  }

  function runInDraft(draft: ArmDraft, command: Command, digit: number): void {
    const move = (delta: number) =>
      change({ at: fields[stepped(fields.indexOf(draft.at), delta, fields.length)] ?? 'filter' });
    if (command === 'back') store.change({ arming: undefined });
    else if (command === 'accept') arm(draft);
    else if (command === 'next') move(1);
    else if (command === 'previous') move(-1);
    else if (command === 'moveUp' || command === 'previousChoice') turn(draft, -1);
    else if (command === 'moveDown' || command === 'nextChoice') turn(draft, 1);
    else if (command === 'slot' && digit <= draft.answers.length) change({ chosen: digit - 1 });
    else if (isTextEdit(command)) edit({ do: command });
  }

  return {
    open,
    openList,
    edit,
    run(command, digit) {
      const { arming } = store.ui();
      if (arming?.is === 'new') return runInDraft(arming, command, digit);
      if (arming?.is !== 'list') return;
      const count = store.now().data.armed.length;
      if (command === 'back') store.change({ arming: undefined });
      else if (command === 'arm') open();
      else if (command === 'disarm') disarm(arming.at);
      else if (command === 'moveUp' || command === 'moveDown') {
        const at = arming.at + (command === 'moveUp' ? -1 : 1);
        store.change({ arming: { is: 'list', at: Math.max(0, Math.min(count - 1, at)) } });
      }
    },
  };
}

function stepped(at: number, delta: number, count: number): number {
  if (count === 0) return 0;
  if (at < 0) return delta > 0 ? 0 : count - 1;
  return (at + delta + count) % count;
}

function timesOf(text: string): number | undefined | 'wrong' {
  const typed = text.trim();
  if (typed === '') return undefined;
  const times = Number(typed);
  return /^\d+$/.test(typed) && times >= 1 && times <= 9999 ? times : 'wrong';
}
