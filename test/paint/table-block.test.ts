import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../src/card/view/view-node.js';
import { enabled, node, painted, places, screen } from '../support/painted.js';

const columns = [
  { title: '姓名', weight: 1 },
  { title: '操作', weight: 1 },
];
const table = (rows: readonly (readonly TableCell[])[], part = {}) =>
  node('table', { columns, rows, zebra: false, maxLines: 2, cellPadding: 4, ...part });

describe('a table', () => {
  it('is box-drawn, and its touchable cells are regions of their own', () => {
    const made = table([
      [
        { key: 't.0.0', text: '张三' },
        { key: 't.0.1', text: '投票', button: 'blue', tap: enabled },
      ],
      [
        { key: 't.1.0', text: '李四', image: { kind: 'media', id: '@lALP' } },
        { key: 't.1.1', text: '详情', tap: enabled },
      ],
    ]);
    expect(screen(made, 40).join('\n')).toMatchInlineSnapshot(`
      "┌───────────────────────┬──────────────┐
      │ 姓名                  │ 操作         │
      ├───────────────────────┼──────────────┤
      │ 张三                  │ [ 投票 ]     │
      │ [图片 @lALP] 李四     │ 详情         │
      └───────────────────────┴──────────────┘"
    `);
    expect(places(painted(made, 40))).toEqual([
      't.0.1#cell0.1 25,3 14×1',
      't.1.1#cell1.1 25,4 14×1',
    ]);
    expect(painted(made, 40).regions[0]).toMatchObject({ key: 't.0.1' });
  });

  it('shows one page and counts the rest', () => {
    const rows = Array.from({ length: 500 }, (_, row): TableCell[] => [
      { key: `${row}`, text: `第 ${row}` },
    ]);
    expect(screen(table(rows, { pageSize: 2 }), 30).at(-1)).toBe('… 还有 498 行');
    expect(screen(table(rows), 30).at(-1)).toBe('… 还有 300 行');
  });
});
