import { expect, test } from 'vitest';
import { box, partFrame } from '../../../../src/card/view/layout/box.js';

const frame = { key: 'k@1', nodeId: 'k', component: 'Grid', tooltip: 'tip' };

test('a box is a column that stretches its children unless it is told otherwise', () => {
  expect(box(frame, 'grid', [])).toEqual({
    ...frame,
    kind: 'box',
    role: 'grid',
    direction: 'column',
    align: 'stretch',
    justify: 'start',
    children: [],
  });
  expect(box(frame, 'grid', [], { direction: 'row', gap: 4 })).toMatchObject({
    direction: 'row',
    gap: 4,
  });
});

test('parts of a node have keys of their own and nothing of its margins', () => {
  expect(partFrame(frame, 'title')).toEqual({ key: 'k@1/title', nodeId: 'k', component: 'Grid' });
});
