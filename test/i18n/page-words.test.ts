import { expect, test } from 'vitest';
import { pageWords } from '../../src/i18n/page-words.js';

test('the page speaks the language it is asked for', () => {
  expect(pageWords('zh')('page.howToOpen')).toContain('重新运行');
  expect(pageWords('en')('page.howToOpen')).toContain('run dtcard sim --open');
});
