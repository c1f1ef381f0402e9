import { describe, expect, it } from 'vitest';
import type { TableCell, TableNode } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  key: text,
  text,
  ...more,
});

const table: TableNode = {
  ...frame(),
  kind: 'table',
  columns: [
    { title: '姓名', weight: 30 },
    { title: '操作', weight: 10 },
  ],
  rows: [
    [cell('张三'), cell('催办', { button: 'blue', tap: enabledTap })],
    [cell('李四', { colour: '#ff0000' }), cell('详情', { tap: enabledTap })],
  ],
  zebra: true,
  maxLines: 1,
  cellPadding: 6,
};

describe('a table', () => {
  it('has heads, columns by weight and all its rows', () => {
    const html = paintHtml(table);
    expect(html).toMatch(/<th scope="col"[^>]*><bdi>姓名</);
    expect(html).toContain('<col style="width:75%"/><col style="width:25%"/>');
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html).toContain('dt-table--zebra');
  });

  it('has cells that are touched and cells that are not', () => {
    const html = paintHtml(table);
    expect(html.match(/role="button"/g)).toHaveLength(2);
    expect(html).toContain('dt-cell--button dt-cell--blue');
    expect(html).toContain('color:#ff0000');
  });

  it('shows a page of its rows', () => {
    const html = paintHtml({ ...table, pageSize: 1 });
    expect(html).toContain('张三');
    expect(html).not.toContain('李四');
    expect(html).toMatch(/1<!-- --> \/ <!-- -->2|1 \/ 2/);
    expect(html).toMatch(/aria-label="上一页"[^>]*disabled/);
    expect(html).not.toMatch(/aria-label="下一页"[^>]*disabled/);
  });

  it('is as wide as it wants inside its scroller', () => {
    expect(paintHtml({ ...table, scrollWidth: 800 })).toContain('style="width:800px"');
  });

  it('draws no more rows than anybody reads', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [cell(`r${at}`)]);
    expect(paintHtml({ ...table, rows }).match(/<tr>/g)).toHaveLength(501);
  });
});
