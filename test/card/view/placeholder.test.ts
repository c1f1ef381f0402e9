import { expect, test } from 'vitest';
import { placeholder } from '../../../src/card/view/placeholder.js';

test('a placeholder names the component', () => {
  const source = { componentName: 'Video', id: 'v', props: {}, children: [], slots: {}, path: '$' };
  expect(placeholder(source, 'v@0', 'unknown-component')).toEqual({
    kind: 'placeholder',
    key: 'v@0',
    nodeId: 'v',
    component: 'Video',
    why: 'unknown-component',
    what: 'Video',
    children: [],
  });
});
