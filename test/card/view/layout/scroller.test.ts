import { expect, test } from 'vitest';
import type { Props } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const inside = [node('Divider', 'a'), node('Divider', 'b')];
const draw = (component: string, props: Props) => drawNode(node(component, 's', props, inside));

test('a scroller scrolls sideways unless it says otherwise', () => {
  expect(
    draw('ScrollerLayout', { scrollAreaHeight: 90, childGravity: 'leftCenter' }),
  ).toMatchObject({
    role: 'scroller',
    direction: 'row',
    align: 'center',
    scroll: 'x',
    height: 90,
    children: [{ key: 'a' }, { key: 'b' }],
  });
  expect(draw('ScrollerLayout', { direction: 'vertical', scrollAreaHeight: 90 })).toMatchObject({
    direction: 'column',
    scroll: 'y',
    maxHeight: 90,
  });
});

test('layers of a frame stand under each other', () => {
  expect(draw('FrameLayout', { childGravity: 'center' })).toMatchObject({
    direction: 'column',
    align: 'center',
    children: [{ key: 'a' }, { key: 'b' }],
  });
});
