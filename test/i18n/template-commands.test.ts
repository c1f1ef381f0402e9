import { describe } from 'vitest';
import { templateMessages } from '../../src/i18n/template-commands.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/template-commands', () => {
  describeSentences(templateMessages);
});
