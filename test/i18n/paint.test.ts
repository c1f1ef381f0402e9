import { describe } from 'vitest';
import { paintMessages } from '../../src/i18n/paint.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/paint', () => {
  describeSentences(paintMessages);
});
