import { describe } from 'vitest';
import { tuiMessages } from '../../src/i18n/tui.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/tui', () => {
  describeSentences(tuiMessages);
});
