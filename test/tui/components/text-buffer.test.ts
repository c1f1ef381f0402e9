import { describe, expect, it } from 'vitest';
import {
  editText,
  type TextBuffer,
  type TextEdit,
  textBuffer,
} from '../../../src/tui/components/text-buffer.js';

type Step = Exclude<TextEdit['do'], 'insert'> | { readonly type: string };

function after(start: string, ...steps: Step[]): TextBuffer {
  return steps.reduce<TextBuffer>(
    (buffer, step) =>
      typeof step === 'string'
        ? editText(buffer, { do: step })
        : editText(buffer, { do: 'insert', text: step.type }),
    textBuffer(start),
  );
}

/** The text with the cursor as a bar. */
function shown({ text, cursor }: TextBuffer): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('text buffer', () => {
  it.each<[string, Step[], string]>([
    ['提交', ['backspace'], '提|'],
    ['a👩‍👩‍👧', ['backspace'], 'a|'],
    ['a👩‍👩‍👧', ['left'], 'a|👩‍👩‍👧'],
    ['e\u0301x', ['left', 'left', 'delete'], '|x'],
    ['🇨🇳', ['home', 'delete'], '|'],
    ['ab', ['left', { type: '中' }], 'a中|b'],
    ['one two 三四', ['deleteWord'], 'one two |'],
    ['one two  ', ['deleteWord'], 'one |'],
    ['one two', ['wordLeft', 'wordLeft', 'wordRight'], 'one| two'],
    ['abc', ['home', 'right', 'killToEnd'], 'a|'],
    ['abc', ['left', 'killToStart'], '|c'],
    ['a\nb', ['home', 'backspace'], 'a|b'],
    ['a\nb', ['up', 'end', 'delete'], 'a|b'],
    ['a\nb', ['up', 'killToEnd'], 'a|b'],
    ['abc\nd\nefg', ['up'], 'abc\nd|\nefg'],
    ['中文字\nabc', ['left', 'up'], '中文|字\nabc'],
    ['abc', ['up'], '|abc'],
    ['abc', ['home', 'down'], 'abc|'],
    [
      '',
      ['backspace', 'delete', 'left', 'right', 'wordLeft', 'deleteWord', 'killToEnd', 'undo'],
      '|',
    ],
  ])('%j after %j is %j', (start, steps, result) => {
    expect(shown(after(start, ...steps))).toBe(result);
  });

  it('undoes a run of typing at once, and deletions one by one', () => {
    const typed = after('', { type: 'a' }, { type: 'b' }, { type: 'c' });
    expect(shown(editText(typed, { do: 'undo' }))).toBe('|');
    const cut = after('one two', 'deleteWord', 'deleteWord', 'undo');
    expect(shown(cut)).toBe('one |');
    expect(shown(editText(cut, { do: 'undo' }))).toBe('one two|');
  });

  it('undoes words one by one', () => {
    const typed = after('', ...Array.from('ab cd').map((type) => ({ type })));
    expect(editText(typed, { do: 'undo' }).text).toBe('ab');
  });

  it('keeps the cursor between characters when a mark joins the one before it', () => {
    expect(after('e', { type: '\u0301' })).toMatchObject({ text: 'e\u0301', cursor: 2 });
    const joined = after('🇨x', 'left', { type: '🇳' });
    expect(editText(joined, { do: 'backspace' }).text).toBe('x');
  });

  it('never cuts an emoji in half, whatever is deleted', () => {
    let buffer = textBuffer('👍🏽👩‍💻e\u0301中');
    while (buffer.text !== '') {
      buffer = editText(buffer, { do: 'backspace' });
      expect(buffer.text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('takes no more than its limit', () => {
    const full = after('', { type: 'x'.repeat(150_000) });
    expect(full.text).toHaveLength(100_000);
    expect(after('x'.repeat(99_999), { type: '👍' }).text).toHaveLength(99_999);
  });
});
