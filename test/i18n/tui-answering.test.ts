import { describe } from 'vitest';
import { tuiAnsweringMessages } from '../../src/i18n/tui-answering.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/tui-answering', () => {
  describeSentences(tuiAnsweringMessages);
});
