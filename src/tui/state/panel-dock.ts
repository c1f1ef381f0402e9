import { answerFormPanelHeight } from '../components/answer-form-panel.js';
import { armPanelHeight } from '../components/arm-panel.js';
import { pinPromptHeight } from '../components/pin-prompt.js';
import { queuePanelHeight } from '../components/queue-panel.js';
import type { UiState } from './ui-state.js';
import type { Now } from './ui-store.js';

/** What is docked below the feed. */
export type Dock = 'arming' | 'form' | 'pin' | 'queue';

export function dockOf(ui: UiState, { focus }: Pick<Now, 'focus'>): Dock | undefined {
  if (ui.screen !== 'feed') return undefined;
  if (ui.arming) return 'arming';
  if (ui.editing) return 'form';
  if (ui.pinning) return 'pin';
  return ui.answer || focus.exchange ? 'queue' : undefined;
}

/** Rows the dock would like; one that nobody opened leaves the feed two thirds. */
export function dockHeight(
  now: Now & { readonly ui: UiState },
  columns: number,
  rows: number,
): number {
  const { ui, focus, slots, data } = now;
  switch (dockOf(ui, now)) {
    case undefined:
      return 0;
    case 'arming':
      return ui.arming ? armPanelHeight(ui.arming, data) : 0;
    case 'form':
      return ui.editing ? answerFormPanelHeight(ui.editing, data, columns, rows) : 0;
    case 'pin':
      return ui.pinning ? pinPromptHeight(ui.pinning) : 0;
    case 'queue': {
      const wanted = queuePanelHeight(focus, slots, data, columns);
      return ui.answer ? wanted : Math.min(wanted, Math.max(2, Math.floor((rows - 6) / 3)));
    }
  }
}
