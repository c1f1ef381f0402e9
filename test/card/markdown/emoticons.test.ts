import { expect, test } from 'vitest';
import { emoticonGlyph } from '../../../src/card/markdown/emoticons.js';

test('emoticons are known with and without brackets', () => {
  expect(emoticonGlyph('[微笑]')).toBe('🙂');
  expect(emoticonGlyph('微笑')).toBe('🙂');
});

test('what is no emoticon is none, names of objects included', () => {
  expect(emoticonGlyph('不认识')).toBeUndefined();
  expect(emoticonGlyph('__proto__')).toBeUndefined();
});
