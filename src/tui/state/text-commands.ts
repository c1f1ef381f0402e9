import type { TextEdit } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';

const textEdits: ReadonlySet<Command> = new Set([
  'backspace',
  'delete',
  'left',
  'right',
  'wordLeft',
  'wordRight',
  'home',
  'end',
  'deleteWord',
  'killToEnd',
  'killToStart',
  'undo',
]);

/** Commands that change a text or move its cursor. */
export function isTextEdit(
  command: Command,
): command is Exclude<TextEdit['do'], 'insert' | 'up' | 'down'> {
  return textEdits.has(command);
}
