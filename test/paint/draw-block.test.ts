import { describe, expect, it } from 'vitest';
import { block, textBlock } from '../../src/paint/block.js';
import { createCellGrid } from '../../src/paint/cell-grid.js';
import { cellsOf } from '../../src/paint/cells.js';
import { drawPlaced } from '../../src/paint/draw-block.js';
import { layOut } from '../../src/paint/lay-out.js';
import { lineText } from '../../src/paint/plain-text.js';
import { textNode } from '../support/painted.js';

describe('drawPlaced', () => {
  it('draws frames, with a title where there is room for one', () => {
    const root = block({
      frame: { shape: 'dashed', look: {}, title: cellsOf('标题', {}) },
      children: [textBlock([{ text: '内容', look: {} }])],
    });
    const grid = createCellGrid(14, 3);
    drawPlaced(layOut(root, 14), grid, { left: 0, top: 0, right: 14, bottom: 3 });
    expect(grid.lines().map(lineText).join('\n')).toMatchInlineSnapshot(`
      "╭╌ 标题 ╌╌╌╌╌╮
      ╎内容        ╎
      ╰╌╌╌╌╌╌╌╌╌╌╌╌╯"
    `);
  });

  it('notes only what of a region is seen', () => {
    const node = textNode('x');
    const region = { id: 'r', key: 'r', node };
    const root = block({ minHeight: 5, region });
    const clip = { left: 0, top: 0, right: 10, bottom: 3 };
    const regions = drawPlaced(layOut(root, 10), createCellGrid(10, 3), clip);
    expect(regions).toEqual([{ ...region, x: 0, y: 0, width: 10, height: 3 }]);
  });
});
