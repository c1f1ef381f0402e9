import { describe } from 'vitest';
import { errorMessages } from '../../src/i18n/errors.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/errors', () => {
  describeSentences(errorMessages);
});
