import { expect, test } from 'vitest';
import { blockTokens } from '../../../src/card/markdown/block-tokens.js';

const types = (text: string) =>
  blockTokens(text)
    .map(({ type }) => type)
    .filter((type) => type !== 'space');

test('HTML, definitions, indented code and underlined headings are paragraphs', () => {
  expect(types('<div>\n\n[a]: b\n\n    code\n\ntitle\n===')).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
});

test('the blocks of the dialect', () => {
  expect(types('# a\n\n- b\n\n> c\n\n***\n\n```\nd\n```\n\n| e |\n|---|\n')).toEqual([
    'heading',
    'list',
    'blockquote',
    'hr',
    'code',
    'table',
  ]);
});
