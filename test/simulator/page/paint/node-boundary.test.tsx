import { expect, it } from 'vitest';
import type { ViewNode } from '../../../../src/card/view/view-node.js';
import { boxNode, paintHtml, textNode } from '../../../support/paint-html.js';

it('a node that cannot be painted takes only its own place', () => {
  // Blocks that are none make the painter of rich texts throw, as a mistake of its own would.
  const broken = { ...textNode('x', { key: 'broken' }), kind: 'rich', component: 'Markdown' };
  const html = paintHtml(
    boxNode([textNode('之前'), broken as unknown as ViewNode, textNode('之后')]),
    {
      inert: true,
    },
  );
  expect(html).toContain('之前');
  expect(html).toMatch(/role="note" data-why="failed".*Markdown.*绘制失败/);
  expect(html).toContain('之后');
});
