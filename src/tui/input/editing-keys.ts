import type { KeyBinding } from './keymap.js';

/** Keys of editing an answer and of pinning one. */
export const editingKeys: readonly KeyBinding[] = [
  {
    keys: ['E'],
    command: 'openEditor',
    contexts: ['feed', 'detail', 'answer'],
    help: 'tui.key.openEditor',
  },
  { keys: ['p'], command: 'pin', contexts: ['feed', 'detail'], help: 'tui.key.pin', hint: 5 },
  { keys: ['enter'], command: 'accept', contexts: ['answerForm'], help: 'tui.key.send', hint: 1 },
  {
    keys: ['ctrl-s'],
    command: 'submit',
    contexts: ['answerForm'],
    help: 'tui.key.send',
  },
  {
    keys: ['ctrl-s'],
    command: 'submit',
    contexts: ['answerJson'],
    help: 'tui.key.send',
    hint: 1,
  },
  {
    keys: ['ctrl-t'],
    command: 'toggleJson',
    contexts: ['answerForm', 'answerJson'],
    help: 'tui.key.toggleJson',
    hint: 2,
  },
  {
    keys: ['ctrl-x'],
    command: 'removeVariable',
    contexts: ['answerForm'],
    help: 'tui.key.toggleSent',
    hint: 4,
  },
  {
    keys: ['ctrl-g'],
    command: 'openEditor',
    contexts: ['answerForm', 'answerJson'],
    help: 'tui.key.openEditor',
  },
  {
    keys: ['escape'],
    command: 'back',
    contexts: ['answerForm', 'answerJson'],
    help: 'tui.key.keepDraft',
    hint: 9,
  },
  { keys: ['enter'], command: 'newline', contexts: ['answerJson'], help: 'tui.key.newline' },
  { keys: ['up'], command: 'moveUp', contexts: ['answerJson'], help: 'tui.key.lineUp' },
  { keys: ['down'], command: 'moveDown', contexts: ['answerJson'], help: 'tui.key.lineDown' },
  { keys: ['f1'], command: 'help', contexts: ['answerJson', 'pin'], help: 'tui.key.help', hint: 8 },
  { keys: ['enter'], command: 'accept', contexts: ['pin'], help: 'tui.key.pinIt', hint: 1 },
  {
    keys: ['down', 'tab'],
    command: 'moveDown',
    contexts: ['pin'],
    help: 'tui.key.otherPin',
    hint: 2,
  },
  { keys: ['up', 'shift-tab'], command: 'moveUp', contexts: ['pin'], help: 'tui.key.otherPin' },
  { keys: ['escape'], command: 'back', contexts: ['pin'], help: 'tui.key.cancel', hint: 9 },
];
