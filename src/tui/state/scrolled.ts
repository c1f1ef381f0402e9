import type { Command } from '../input/keymap.js';

/** The first row shown of `count` in a window of `height`, after a command that moves. */
export function scrolled(command: Command, top: number, height: number, count: number): number {
  const lowest = Math.max(0, count - height);
  const page = Math.max(1, height - 1);
  const wanted: Partial<Record<Command, number>> = {
    moveUp: top - 1,
    moveDown: top + 1,
    pageUp: top - page,
    pageDown: top + page,
    first: 0,
    last: lowest,
  };
  return Math.max(0, Math.min(wanted[command] ?? top, lowest));
}
