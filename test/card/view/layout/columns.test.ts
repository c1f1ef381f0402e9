import { expect, test } from 'vitest';
import type { Props } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const layout = (props: Props, second: Props = {}) =>
  node('ColumnLayout', 'l', props, [node('Column', 'a'), node('Column', 'b', second)]);

const weighted = { widthMode: 'weighted', weight: 3, width: 50 };
const fixed = { widthMode: 'fixed', weight: 1, width: 80 };

test('columns are as wide as the layout says', () => {
  const source = layout({
    columnWidth: [weighted, fixed],
    columnSpacing: 8,
    childGravity: 'rightCenter',
  });
  expect(drawNode(source)).toMatchObject({
    role: 'columns',
    direction: 'row',
    align: 'center',
    justify: 'end',
    gap: 8,
    children: [
      { key: 'a', role: 'column', width: { kind: 'grow', weight: 3 } },
      { key: 'b', role: 'column', width: { kind: 'fixed', px: 80 } },
    ],
  });
});

test('auto columns fit their content; columns nothing is said of share what is left', () => {
  expect(drawNode(layout({ columnWidth: [{ widthMode: 'auto' }] }))).toMatchObject({
    children: [{ width: { kind: 'fit' } }, { width: { kind: 'grow', weight: 1 } }],
  });
});

test('a hidden column leaves the widths of the others alone', () => {
  const hidden = node('Column', 'a', { visible: false });
  const source = node('ColumnLayout', 'l', { columnWidth: [weighted, fixed] }, [
    hidden,
    node('Column', 'b'),
  ]);
  expect(drawNode(source)).toMatchObject({ children: [{ key: 'b', width: { px: 80 } }] });
});

test('responsive columns stand under each other in a narrow card', () => {
  const source = layout({ enableResponsiveLayout: true, responsiveLayout: 1, columnSpacing: 5 });
  expect(drawNode(source, { switches: { width: 340 } })).toMatchObject({
    direction: 'column',
    gap: 5,
    children: [{ width: { kind: 'fill' } }, { width: { kind: 'fill' } }],
  });
  expect(drawNode(source, { switches: { width: 600 } })).toMatchObject({ direction: 'row' });
});

test('an unknown kind of width is a share, with a finding', () => {
  const view = drawCard([layout({ columnWidth: [{ widthMode: 'golden' }] })]);
  expect(view.findings).toMatchObject([{ code: 'T342', params: { value: 'golden' } }]);
});

test('a column has the props of a Grid', () => {
  const source = layout({}, { hasBackground: true, direction: 'horizontal' });
  expect(drawNode(source)).toMatchObject({
    children: [{}, { direction: 'row', look: { background: '#f6f6f6' } }],
  });
});
