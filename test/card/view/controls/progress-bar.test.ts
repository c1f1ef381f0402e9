import { describe, expect, test } from 'vitest';
import { bound } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const shape = { variables: [{ name: 'p', type: 'number' }] };
const bar = (props = {}) =>
  node('ProgressBar', 'n', { progress: bound('dynamicNumber', 'p'), color: 'blue', ...props });

describe('ProgressBar', () => {
  test('shows its share in its colour', () => {
    const full = { type: 'dynamicWidth', valueType: 'full', value: 100, full: true };
    expect(
      drawNode(bar({ showPercentage: true, width: full }), { ...shape, cardData: { p: 62.5 } }),
    ).toEqual({
      key: 'n',
      nodeId: 'n',
      component: 'ProgressBar',
      width: { kind: 'fill' },
      kind: 'progress',
      percent: 62.5,
      colour: '#007fff',
      small: false,
      showPercentage: true,
    });
  });

  test('the small one is as wide as it is', () => {
    expect(drawNode(bar({ style: 'small' }), shape)).toMatchObject({
      small: true,
      width: { kind: 'fit' },
    });
  });

  test('a width in px, and the theme', () => {
    const width = { type: 'dynamicWidth', valueType: 'fixed', value: 120 };
    expect(drawNode(bar({ width }), { ...shape, switches: { theme: 'dark' } })).toMatchObject({
      width: { kind: 'fixed', px: 120 },
      colour: '#47a9ff',
    });
  });

  test('a colour of its own', () => {
    expect(drawNode(bar({ colorType: 'Custom', customColor: '#80ff0000' }), shape)).toMatchObject({
      colour: '#ff000080',
    });
  });

  test.each([
    [-5, 0],
    [250, 100],
    ['45', 45],
    [0, 0],
  ])('%j is %j percent', (p, percent) => {
    expect(drawNode(bar(), { ...shape, cardData: { p } })).toMatchObject({ percent });
    expect(drawCard([bar()], { ...shape, cardData: { p } }).findings).toEqual([]);
  });

  test.each([['half'], [{ a: 1 }], [[50]], [true]])('%j is no number, and found', (p) => {
    expect(drawNode(bar(), { ...shape, cardData: { p } })).toMatchObject({ percent: 0 });
    expect(drawCard([bar()], { ...shape, cardData: { p } }).findings).toMatchObject([
      { code: 'D155', path: 'cardParamMap.p' },
    ]);
  });

  test('nothing sent is nothing wrong', () => {
    expect(drawNode(bar(), shape)).toMatchObject({ percent: 0 });
    expect(drawCard([bar()], shape).findings).toEqual([]);
  });
});
