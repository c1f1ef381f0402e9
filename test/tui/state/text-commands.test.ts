import { expect, it } from 'vitest';
import { isTextEdit } from '../../../src/tui/state/text-commands.js';

it('are those that change a text or move in it', () => {
  expect(isTextEdit('killToEnd')).toBe(true);
  expect(isTextEdit('left')).toBe(true);
  expect(isTextEdit('moveUp')).toBe(false);
  expect(isTextEdit('accept')).toBe(false);
});
