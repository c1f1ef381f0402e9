import { describe, expect, it } from 'vitest';
import { block, leafOf, textBlock, textLeaf } from '../../src/paint/block.js';
import { paragraphsOf } from '../../src/paint/flow.js';

describe('blocks', () => {
  it('are empty columns that fill, unless they are told otherwise', () => {
    expect(block({ gap: 2 })).toMatchObject({
      direction: 'column',
      width: { kind: 'fill' },
      gap: 2,
      children: [],
    });
    expect(textBlock([{ text: '同意', look: {} }], { minWidth: 3 })).toMatchObject({ minWidth: 3 });
  });

  it('draw anew only for another width', () => {
    const widths: number[] = [];
    const leaf = leafOf((width) => {
      widths.push(width);
      return { lines: [] };
    });
    for (const width of [10, 10, 5, 5]) leaf.draw(width);
    expect(widths).toEqual([10, 5]);
  });

  it('wrap texts into the width they get', () => {
    const leaf = textLeaf(paragraphsOf([{ text: '一二三', look: {} }]), 1);
    expect(leaf.draw(4).lines).toHaveLength(1);
    expect(leaf.align).toBe('left');
  });
});
