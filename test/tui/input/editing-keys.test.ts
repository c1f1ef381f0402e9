import { describe, expect, it } from 'vitest';
import { editingKeys } from '../../../src/tui/input/editing-keys.js';
import { bindingFor } from '../../../src/tui/input/keymap.js';

describe('keys of editing', () => {
  it('send from the form and from JSON, and type a new line only in JSON', () => {
    const form = ['answerForm', 'form', 'text', 'global'] as const;
    const json = ['answerJson', 'text', 'global'] as const;
    expect(bindingFor('enter', form)?.command).toBe('accept');
    expect(bindingFor('enter', json)?.command).toBe('newline');
    for (const contexts of [form, json]) {
      expect(bindingFor('ctrl-s', contexts)?.command).toBe('submit');
      expect(bindingFor('ctrl-t', contexts)?.command).toBe('toggleJson');
      expect(bindingFor('escape', contexts)?.command).toBe('back');
    }
  });

  it('take no letter away from who types', () => {
    const typing = editingKeys.filter(({ contexts }) =>
      contexts.some((context) => ['answerForm', 'answerJson', 'pin'].includes(context)),
    );
    expect(typing.flatMap(({ keys }) => keys).filter((key) => key.length === 1)).toEqual([]);
  });
});
