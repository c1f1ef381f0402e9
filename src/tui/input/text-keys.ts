import type { KeyBinding } from './keymap.js';

/** Keys that change a text, wherever one is typed. */
export const textKeys: readonly KeyBinding[] = [
  {
    keys: ['alt-enter', 'ctrl-j'],
    command: 'newline',
    contexts: ['text'],
    help: 'tui.key.newline',
  },
  {
    keys: ['backspace', 'shift-backspace'],
    command: 'backspace',
    contexts: ['text'],
    help: 'tui.key.backspace',
  },
  { keys: ['delete', 'ctrl-d'], command: 'delete', contexts: ['text'], help: 'tui.key.delete' },
  { keys: ['left', 'ctrl-b'], command: 'left', contexts: ['text'], help: 'tui.key.left' },
  { keys: ['right', 'ctrl-f'], command: 'right', contexts: ['text'], help: 'tui.key.right' },
  {
    keys: ['alt-left', 'ctrl-left', 'alt-b'],
    command: 'wordLeft',
    contexts: ['text'],
    help: 'tui.key.wordLeft',
  },
  {
    keys: ['alt-right', 'ctrl-right', 'alt-f'],
    command: 'wordRight',
    contexts: ['text'],
    help: 'tui.key.wordRight',
  },
  { keys: ['home', 'ctrl-a'], command: 'home', contexts: ['text'], help: 'tui.key.lineStart' },
  { keys: ['end', 'ctrl-e'], command: 'end', contexts: ['text'], help: 'tui.key.lineEnd' },
  {
    keys: ['ctrl-w', 'alt-backspace'],
    command: 'deleteWord',
    contexts: ['text'],
    help: 'tui.key.deleteWord',
  },
  { keys: ['ctrl-k'], command: 'killToEnd', contexts: ['text'], help: 'tui.key.killToEnd' },
  { keys: ['ctrl-u'], command: 'killToStart', contexts: ['text'], help: 'tui.key.killToStart' },
  { keys: ['ctrl-_'], command: 'undo', contexts: ['text'], help: 'tui.key.undo' },
];
