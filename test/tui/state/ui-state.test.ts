import { expect, it } from 'vitest';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import { contextsOf, initialUi, isTyping } from '../../../src/tui/state/ui-state.js';
import { callback } from '../../support/rule-subjects.js';

const editing = {
  exchangeId: 'e',
  callback: callback(),
  from: 'nothing',
  form: { fields: [], at: 0 },
  findings: [],
  isChanged: false,
} as const;
const json = { buffer: textBuffer() };
const pinning = { buffer: textBuffer(), says: '', choices: [], at: 0 };

it('has the contexts of what is open, innermost first', () => {
  expect(contextsOf(initialUi)).toEqual(['feed', 'global']);
  expect(contextsOf({ ...initialUi, isDetailFocused: true })).toEqual(['detail', 'global']);
  expect(contextsOf({ ...initialUi, answer: { exchangeId: 'e' } })).toEqual([
    'answer',
    'feed',
    'global',
  ]);
  expect(contextsOf({ ...initialUi, editing }).slice(0, 2)).toEqual(['answerForm', 'form']);
  expect(contextsOf({ ...initialUi, editing: { ...editing, json } })[0]).toBe('answerJson');
  expect(contextsOf({ ...initialUi, pinning })[0]).toBe('pin');
  expect(contextsOf({ ...initialUi, screen: 'help' })).toEqual(['help', 'global']);
  expect(contextsOf({ ...initialUi, screen: 'compose', isConfirmingQuit: true })[0]).toBe(
    'confirm',
  );
});

it('types only in forms', () => {
  expect(isTyping(initialUi)).toBe(false);
  expect(isTyping({ ...initialUi, answer: { exchangeId: 'e' } })).toBe(false);
  expect(isTyping({ ...initialUi, editing })).toBe(true);
  expect(isTyping({ ...initialUi, editing: { ...editing, json } })).toBe(true);
  expect(isTyping({ ...initialUi, pinning })).toBe(true);
  expect(isTyping({ ...initialUi, screen: 'compose' })).toBe(true);
  expect(isTyping({ ...initialUi, screen: 'help' })).toBe(false);
});
