import { describe } from 'vitest';
import { cliMessages } from '../../src/i18n/cli.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/cli', () => {
  describeSentences(cliMessages);
});
