import { expect, test } from 'vitest';
import type { Props } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const draw = (props: Props, theme: 'light' | 'dark' = 'light', component = 'Divider') =>
  drawNode(node(component, 'd', props), { switches: { theme } });

test('the grey of the editor changes with the theme', () => {
  const props = { direction: 'horizontal', color: '#1F111F2C', height: 30 };
  expect(draw(props)).toEqual({
    key: 'd',
    nodeId: 'd',
    component: 'Divider',
    kind: 'divider',
    direction: 'horizontal',
    colour: '#111f2c1f',
  });
  expect(draw(props, 'dark')).toMatchObject({ colour: '#7e868e29' });
});

test('an upright line has a height', () => {
  expect(draw({ direction: 'vertical', height: 20, color: '#FF0000' }, 'dark')).toMatchObject({
    height: 20,
    colour: '#ff0000',
  });
});

test('the block has its own padding', () => {
  expect(draw({}, 'light', 'DividerBlock')).toMatchObject({
    margin: { left: 12, right: 12, top: 6, bottom: 6 },
  });
});
