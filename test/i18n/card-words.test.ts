import { expect, it } from 'vitest';
import { cardWord } from '../../src/i18n/card-words.js';

it('words of cards are there in both languages', () => {
  expect(cardWord('zh', 'box.expand')).toBe('展开');
  expect(cardWord('en', 'box.expand')).toBe('Expand');
});
