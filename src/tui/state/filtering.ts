import { readFilter } from '../../log/filter/filter.js';
import type { FilterProblem } from '../../log/filter/filter-problem.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';
import { isTextEdit } from './text-commands.js';
import type { UiStore } from './ui-store.js';

/** A filter being typed. It is in force once it is accepted: half a word would hide everything. */
export interface FilterDraft {
  readonly buffer: TextBuffer;
  readonly problem?: FilterProblem;
}

export interface Filtering {
  open(): void;
  edit(edit: TextEdit): void;
  run(command: Command): void;
  clear(): void;
}

export function createFiltering(store: UiStore): Filtering {
  function edit(change: TextEdit): void {
    const draft = store.ui().filterDraft;
    if (!draft) return;
    const buffer = editText(draft.buffer, change);
    const read = readFilter(buffer.text);
    store.change({ filterDraft: read.ok ? { buffer } : { buffer, problem: read.problem } });
  }

  function accept(): void {
    const read = readFilter(store.ui().filterDraft?.buffer.text ?? '');
    // What is wrong stays, to be put right.
    if (!read.ok) return;
    const filter = read.filter.node.kind === 'all' ? undefined : read.filter;
    store.change({ filter, filterDraft: undefined });
  }

  return {
    edit,
    open() {
      const buffer = textBuffer(store.ui().filter?.text ?? '');
      store.change({
        filterDraft: { buffer },
        answer: undefined,
        arming: undefined,
        isDetailFocused: false,
      });
    },
    run(command) {
      if (command === 'back') store.change({ filterDraft: undefined });
      else if (command === 'accept') accept();
      else if (isTextEdit(command)) edit({ do: command });
    },
    clear() {
      store.change({ filter: undefined });
    },
  };
}
