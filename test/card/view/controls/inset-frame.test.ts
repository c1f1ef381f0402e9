import { expect, test } from 'vitest';
import { drawNode, node } from '../../../support/draw-card.js';

test.each(['Chart', 'Table', 'ProgressBar'])('%s is inset by its offsets', (component) => {
  expect(
    drawNode(node(component, 'n', { offsetLeft: 5, offsetRight: 6, marginLeft: 10, marginTop: 1 })),
  ).toMatchObject({
    margin: { left: 15, right: 6, top: 1, bottom: 0 },
  });
  expect(drawNode(node(component, 'n', { offsetLeft: 5 }))).toMatchObject({
    margin: { left: 5, right: 0, top: 0, bottom: 0 },
  });
  expect(drawNode(node(component, 'n'))).not.toHaveProperty('margin');
});
