import { describe } from 'vitest';
import { effectMessages } from '../../src/i18n/effects.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/effects', () => {
  describeSentences(effectMessages);
});
