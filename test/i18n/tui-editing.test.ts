import { describe } from 'vitest';
import { tuiEditingMessages } from '../../src/i18n/tui-editing.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/tui-editing', () => {
  describeSentences(tuiEditingMessages);
});
