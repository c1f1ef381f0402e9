import { expect, it } from 'vitest';
import type { Command } from '../../../src/tui/input/keymap.js';
import { scrolled } from '../../../src/tui/state/scrolled.js';

it.each<[Command, number, number]>([
  ['moveDown', 5, 6],
  ['moveUp', 5, 4],
  ['moveUp', 0, 0],
  ['pageDown', 5, 14],
  ['pageDown', 85, 90],
  ['pageUp', 5, 0],
  ['first', 50, 0],
  ['last', 0, 90],
  ['help', 5, 5],
])('%s from row %i of 100, 10 at a time, shows row %i first', (command, top, expected) => {
  expect(scrolled(command, top, 10, 100)).toBe(expected);
});

it('stays at the top of what fits', () => {
  expect(scrolled('last', 0, 10, 3)).toBe(0);
});
