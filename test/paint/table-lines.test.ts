import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../src/paint/flow.js';
import { tableLines } from '../../src/paint/table-lines.js';

const cell = (text: string) => paragraphsOf([{ text, look: {} }]);
const head = ['姓名', '票数', '备注'].map(cell);
const rows = [
  ['张三', '3', '同意这个安排，但希望早一点'],
  ['李四', '12', ''],
].map((row) => row.map(cell));

function drawn(width: number, part = {}) {
  const table = { align: ['left', 'right'] as const, head, rows, look: {}, ...part };
  const { lines, spots } = tableLines(table, width);
  return {
    text: lines
      .map((line) =>
        line
          .map((one) => one.text)
          .join('')
          .trimEnd(),
      )
      .join('\n'),
    spots,
  };
}

describe('tableLines', () => {
  it('draws columns as wide as their content', () => {
    expect(drawn(60).text).toMatchInlineSnapshot(`
      "┌──────┬──────┬────────────────────────────┐
      │ 姓名 │ 票数 │ 备注                       │
      ├──────┼──────┼────────────────────────────┤
      │ 张三 │    3 │ 同意这个安排，但希望早一点 │
      │ 李四 │   12 │                            │
      └──────┴──────┴────────────────────────────┘"
    `);
  });

  it('wraps the wide ones where there is less room', () => {
    expect(drawn(28).text).toMatchInlineSnapshot(`
      "┌──────┬──────┬────────────┐
      │ 姓名 │ 票数 │ 备注       │
      ├──────┼──────┼────────────┤
      │ 张三 │    3 │ 同意这个安 │
      │      │      │ 排，但希望 │
      │      │      │ 早一点     │
      │ 李四 │   12 │            │
      └──────┴──────┴────────────┘"
    `);
    expect(drawn(28, { maxLines: 1 }).text).toContain('同意这个…');
  });

  it('writes records where columns would be too narrow', () => {
    expect(drawn(20).text).toMatchInlineSnapshot(`
      "姓名: 张三
      票数: 3
      备注: 同意这个安排，
      但希望早一点
      ────────────────────
      姓名: 李四
      票数: 12
      备注:"
    `);
  });

  it('shares the width as it is told', () => {
    const { text } = drawn(60, { weights: [1, 1, 1] });
    expect(text.split('\n').map((line) => line.length)[0]).toBe(60);
  });

  it('says where each cell is', () => {
    expect(drawn(60).spots.slice(0, 2)).toEqual([
      { row: 0, column: 0, x: 1, y: 3, width: 6, height: 1 },
      { row: 0, column: 1, x: 8, y: 3, width: 6, height: 1 },
    ]);
  });

  it('takes ragged rows and no rows', () => {
    expect(drawn(40, { rows: [[cell('只有一格')]] }).text).toMatchInlineSnapshot(`
      "┌──────────┬──────┬──────┐
      │ 姓名     │ 票数 │ 备注 │
      ├──────────┼──────┼──────┤
      │ 只有一格 │      │      │
      └──────────┴──────┴──────┘"
    `);
    expect(drawn(40, { rows: [], head: [] }).text).toBe('');
  });
});
