import { describe } from 'vitest';
import { templateFindings } from '../../src/i18n/findings.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/findings', () => {
  describeSentences(templateFindings);
});
