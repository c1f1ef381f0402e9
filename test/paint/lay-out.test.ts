import { describe, expect, it } from 'vitest';
import { block, textBlock } from '../../src/paint/block.js';
import { layOut } from '../../src/paint/lay-out.js';

const fixed = (cells: number) => ({ kind: 'fixed', cells }) as const;

describe('layOut', () => {
  it('places blocks from their parent’s corner', () => {
    const root = block({
      direction: 'row',
      align: 'start',
      gap: 2,
      padding: { left: 1, right: 1, top: 1, bottom: 0 },
      children: [
        block({ width: fixed(5), minHeight: 2 }),
        textBlock([{ text: 'ab cd', look: {} }]),
      ],
    });
    const placed = layOut(root, 20);
    expect(placed).toMatchObject({ x: 0, y: 0, width: 20, height: 3 });
    expect(placed.children[0]).toMatchObject({ x: 1, y: 1, width: 5, height: 2 });
    expect(placed.children[1]).toMatchObject({ x: 8, y: 1, width: 11, height: 1 });
  });

  it('never makes anything wider than what it is in', () => {
    const root = block({ children: [block({ width: fixed(400), minHeight: 1 })] });
    expect(layOut(root, 20).children[0]).toMatchObject({ width: 20 });
  });

  it('wraps text where it has to', () => {
    const root = block({ children: [textBlock([{ text: '一二三四五六', look: {} }])] });
    expect(layOut(root, 4).height).toBe(3);
  });
});
