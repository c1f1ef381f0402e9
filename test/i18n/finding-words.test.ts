import { describe } from 'vitest';
import { findingWords } from '../../src/i18n/finding-words.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/finding-words', () => {
  describeSentences(findingWords);
});
