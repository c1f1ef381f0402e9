import { describe } from 'vitest';
import { lineMessages } from '../../src/i18n/lines.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/lines', () => {
  describeSentences(lineMessages);
});
