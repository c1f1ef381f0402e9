import { expect, test } from 'vitest';
import { tameText } from '../../../src/card/markdown/tame-text.js';

test('ordinary texts stay as they are', () => {
  const text = '# a\n\n> b\n> > c\n\n- d\n  - e\n\n***\n\n| f | g |\n';
  expect(tameText(text)).toEqual({ text, cut: false });
});

test('line ends of any kind become one kind', () => {
  expect(tameText('a\r\nb\rc').text).toBe('a\nb\nc');
});

test('containers beyond the sixteenth are dropped', () => {
  expect(tameText(`${'>'.repeat(100)} a`)).toEqual({ text: `${'>'.repeat(16)} a`, cut: true });
});

test('a long rule is not taken for containers', () => {
  expect(tameText('- - - - -')).toEqual({ text: '- - - - -', cut: false });
});

test('indents beyond forty columns are dropped, not those of code', () => {
  const deep = `${' '.repeat(60)}- a`;
  expect(tameText(deep).text).toBe(`${' '.repeat(40)}- a`);
  const fenced = `\`\`\`\n${deep}\n\`\`\``;
  expect(tameText(fenced)).toEqual({ text: fenced, cut: false });
});
