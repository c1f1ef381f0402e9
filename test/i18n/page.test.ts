import { describe, expect, it } from 'vitest';
import { pageMessages } from '../../src/i18n/page.js';
import { describeSentences } from '../support/sentences.js';

describe('i18n/page', () => {
  describeSentences(pageMessages);

  it('has keys of the page only', () => {
    expect(Object.keys(pageMessages).filter((key) => !key.startsWith('page.'))).toEqual([]);
  });
});
