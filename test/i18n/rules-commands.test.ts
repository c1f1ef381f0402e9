import { describe } from 'vitest';
import { rulesCommandMessages } from '../../src/i18n/rules-commands.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/rules-commands', () => {
  describeSentences(rulesCommandMessages);
});
