import { expect, test } from 'vitest';
import { layoutBuilders } from '../../../../src/card/view/layout/layout-builders.js';

test('every container of the format has a builder', () => {
  expect(Object.keys(layoutBuilders).sort()).toEqual([
    'AICardContainer',
    'AICardContent',
    'AICardStatusContainer',
    'AIPending',
    'Card',
    'Column',
    'ColumnLayout',
    'FrameLayout',
    'Grid',
    'GridLayout',
    'Loop',
    'ScrollerLayout',
    'StdCard',
    'StdCardThumbContent',
  ]);
});
