import { expect, it } from 'vitest';
import { textKeys } from '../../../src/tui/input/text-keys.js';
import { isTextEdit } from '../../../src/tui/state/text-commands.js';

it('has a key for every change of a text, and only in texts', () => {
  expect(textKeys.every(({ contexts }) => contexts.join() === 'text')).toBe(true);
  const commands = textKeys.map(({ command }) => command);
  expect(commands.filter((command) => !isTextEdit(command))).toEqual(['newline']);
  expect(new Set(commands).size).toBe(commands.length);
});

it('takes no letter away from who types', () => {
  expect(textKeys.flatMap(({ keys }) => keys).filter((key) => key.length === 1)).toEqual([]);
});
