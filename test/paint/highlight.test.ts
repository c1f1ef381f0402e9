import { describe, expect, it } from 'vitest';
import { highlighted } from '../../src/paint/highlight.js';

const lines = [[{ text: '一二', look: { bold: true } }], [{ text: 'abcdef', look: {} }], []];

describe('highlighted', () => {
  it('turns the cells of a region into reverse and leaves the others', () => {
    expect(highlighted({ lines, width: 8 }, { x: 2, y: 0, width: 3, height: 2 })).toEqual([
      [
        { text: '一', look: { bold: true } },
        { text: '二', look: { bold: true, inverse: true } },
        { text: ' ', look: { inverse: true } },
      ],
      [
        { text: 'ab', look: {} },
        { text: 'cde', look: { inverse: true } },
        { text: 'f', look: {} },
      ],
      [],
    ]);
  });

  it('marks something high by its first line', () => {
    const marked = highlighted({ lines, width: 8 }, { x: 0, y: 1, width: 2, height: 9 });
    expect(marked[1]?.[0]).toEqual({ text: 'ab', look: { inverse: true } });
    expect(marked[2]).toEqual([]);
  });
});
