import type { Filter } from '../../log/filter/filter.js';
import type { SentCard } from '../../platform/card-client.js';
import type { Line } from '../components/spans.js';
import type { KeyContext } from '../input/keymap.js';
import type { AnswerEditing } from './answer-editing.js';
import type { ArmUi } from './arming.js';
import type { CardUi } from './card-ui.js';
import type { FilterDraft } from './filtering.js';
import type { Form } from './form.js';
import type { ListPlace } from './list-window.js';
import type { PinUi } from './pinning.js';

/** A callback the person opened, to answer it. */
export interface OpenedAnswer {
  readonly exchangeId: string;
}

export interface ComposeDraft {
  readonly form: Form;
  readonly status: ComposeStatus;
}

export type ComposeStatus =
  | { readonly is: 'editing'; readonly problem?: Line }
  | { readonly is: 'sending' }
  | { readonly is: 'sent'; readonly card: SentCard }
  | { readonly is: 'failed'; readonly sentence: string; readonly next: string };

export interface Toast {
  readonly line: Line;
  readonly untilMs: number;
}

/** What only the screen knows. Everything else on it is a projection of the log. */
export interface UiState {
  readonly screen: 'feed' | 'compose' | 'card' | 'help';
  /** Where help goes back to. */
  readonly cameFrom: 'feed' | 'compose' | 'card' | 'help';
  /** Whether the detail has the keys; below 110 columns it then has the screen as well. */
  readonly isDetailFocused: boolean;
  readonly list: ListPlace;
  /** Undefined: the whole feed is seen. */
  readonly filter: Filter | undefined;
  readonly filterDraft: FilterDraft | undefined;
  readonly detailTop: number;
  readonly helpTop: number;
  readonly answer: OpenedAnswer | undefined;
  readonly editing: AnswerEditing | undefined;
  /** What was left half written, by exchangeId. */
  readonly answerDrafts: ReadonlyMap<string, AnswerEditing>;
  readonly pinning: PinUi | undefined;
  readonly arming: ArmUi | undefined;
  readonly compose: ComposeDraft | undefined;
  readonly card: CardUi | undefined;
  readonly isConfirmingQuit: boolean;
  readonly toast: Toast | undefined;
}

export const initialUi: UiState = {
  screen: 'feed',
  cameFrom: 'feed',
  isDetailFocused: false,
  list: {},
  filter: undefined,
  filterDraft: undefined,
  detailTop: 0,
  helpTop: 0,
  answer: undefined,
  editing: undefined,
  answerDrafts: new Map(),
  pinning: undefined,
  arming: undefined,
  compose: undefined,
  card: undefined,
  toast: undefined,
  isConfirmingQuit: false,
};

/** Contexts of the keymap that hold now, innermost first. */
export function contextsOf(ui: UiState): readonly KeyContext[] {
  if (ui.isConfirmingQuit) return ['confirm', 'global'];
  if (ui.screen === 'help') return ['help', 'global'];
  if (ui.filterDraft) return ['prompt', 'text', 'global'];
  if (ui.screen === 'card') return cardContexts(ui.card);
  if (ui.screen === 'compose') return ['form', 'text', 'compose', 'global'];
  if (ui.arming) return armContexts(ui.arming);
  if (ui.editing?.json) return ['answerJson', 'text', 'global'];
  if (ui.editing) return ['answerForm', 'form', 'text', 'global'];
  if (ui.pinning) return ['pin', 'text', 'global'];
  const pane = ui.isDetailFocused ? 'detail' : 'feed';
  return ui.answer ? ['answer', pane, 'global'] : [pane, 'global'];
}

function armContexts(arming: ArmUi): readonly KeyContext[] {
  if (arming.is === 'list') return ['armed', 'global'];
  return ['arming', arming.at === 'answer' ? 'armChoice' : 'text', 'global'];
}

function cardContexts(card: CardUi | undefined): readonly KeyContext[] {
  switch (card?.prompt?.is) {
    case 'text':
      return ['prompt', 'text', 'global'];
    case 'list':
      return ['prompt', 'choice', 'global'];
    default:
      return ['card', 'global'];
  }
}

/** True when printable keys are text. */
export function isTyping(ui: UiState): boolean {
  return contextsOf(ui).includes('text');
}
