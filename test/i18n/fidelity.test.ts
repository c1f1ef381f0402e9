import { describe, expect, it } from 'vitest';
import { approximationSentence, fidelityMessages } from '../../src/i18n/fidelity.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/fidelity', () => {
  describeSentences(fidelityMessages);

  it('keeps a word it has no sentence for', () => {
    expect(approximationSentence('blur', 'en')).toBe('no background blur');
    expect(approximationSentence('toString', 'zh')).toBe('toString');
  });
});
