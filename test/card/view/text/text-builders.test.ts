import { expect, test } from 'vitest';
import { textBuilders } from '../../../../src/card/view/text/text-builders.js';

test('every text of the format has a builder', () => {
  expect(Object.keys(textBuilders).sort()).toEqual([
    'AIGenerationProcessing',
    'Avatar',
    'BaseText',
    'BaseTextBlock',
    'CardHeaderV2',
    'Divider',
    'DividerBlock',
    'Icon',
    'Image',
    'Link',
    'Markdown',
    'MarkdownBlock',
    'Tag',
  ]);
});
