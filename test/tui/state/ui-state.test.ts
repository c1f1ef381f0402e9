import { expect, it } from 'vitest';
import { contextsOf, initialUi, isTyping } from '../../../src/tui/state/ui-state.js';

const form = { fields: [], at: 0 };

it('has the contexts of what is open, innermost first', () => {
  expect(contextsOf(initialUi)).toEqual(['feed', 'global']);
  expect(contextsOf({ ...initialUi, isDetailFocused: true })).toEqual(['detail', 'global']);
  expect(contextsOf({ ...initialUi, answer: { exchangeId: 'e' } })).toEqual([
    'answer',
    'feed',
    'global',
  ]);
  expect(contextsOf({ ...initialUi, answer: { exchangeId: 'e', form } })[0]).toBe('form');
  expect(contextsOf({ ...initialUi, screen: 'help' })).toEqual(['help', 'global']);
  expect(contextsOf({ ...initialUi, screen: 'compose', isConfirmingQuit: true })[0]).toBe(
    'confirm',
  );
});

it('types only in forms', () => {
  expect(isTyping(initialUi)).toBe(false);
  expect(isTyping({ ...initialUi, answer: { exchangeId: 'e' } })).toBe(false);
  expect(isTyping({ ...initialUi, answer: { exchangeId: 'e', form } })).toBe(true);
  expect(isTyping({ ...initialUi, screen: 'compose' })).toBe(true);
  expect(isTyping({ ...initialUi, screen: 'help' })).toBe(false);
});
