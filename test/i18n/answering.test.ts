import { describe } from 'vitest';
import { answeringMessages } from '../../src/i18n/answering.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/answering', () => {
  describeSentences(answeringMessages);
});
