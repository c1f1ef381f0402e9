import { expect, it } from 'vitest';
import { actionOf } from '../../../src/tui/state/action-of.js';
import { callback } from '../../support/rule-subjects.js';

it('is the action ids together, else the type of the callback', () => {
  expect(actionOf(callback({ actionIds: ['a', 'b'] }))).toBe('a+b');
  expect(actionOf(callback({ actionIds: [] }))).toBe('actionCallback');
  expect(actionOf(callback({ actionIds: [], type: '' }))).toBe('?');
});
