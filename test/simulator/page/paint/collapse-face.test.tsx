import { expect, it } from 'vitest';
import type { CollapseNode } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml, textNode } from '../../../support/paint-html.js';

const panel: CollapseNode = {
  ...frame(),
  kind: 'collapse',
  title: '更多',
  open: false,
  children: [],
};

it('a panel says whether it is open', () => {
  expect(paintHtml(panel)).toMatch(/aria-expanded="false".*更多.*<div[^>]*hidden=""/);
  expect(paintHtml({ ...panel, open: true, children: [textNode('里面')] })).toMatch(
    /aria-expanded="true".*更多.*里面/,
  );
});
