import { describe } from 'vitest';
import { dataFindings } from '../../src/i18n/data-findings.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/data-findings', () => {
  describeSentences(dataFindings);
});
