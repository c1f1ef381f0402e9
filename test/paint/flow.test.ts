import { describe, expect, it } from 'vitest';
import type { CellLine } from '../../src/paint/cells.js';
import { cellsOf } from '../../src/paint/cells.js';
import { breakLines, cutCells, paragraphsOf } from '../../src/paint/flow.js';

const read = (line: CellLine) => line.map((cell) => cell.text).join('');

function broken(text: string, width: number, maxLines = 0): readonly string[] {
  return breakLines(paragraphsOf([{ text, look: {} }]), width, maxLines).map(read);
}

describe('breakLines', () => {
  it('breaks Latin text at blanks and Chinese anywhere', () => {
    expect(broken('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(broken('报销金额共计三百元', 8)).toEqual(['报销金额', '共计三百', '元']);
  });

  it('never begins a line with a closing mark nor ends it with an opening one', () => {
    expect(broken('一二三四，五六', 8)).toEqual(['一二三', '四，五六']);
    expect(broken('一二三「四」五', 8)).toEqual(['一二三', '「四」五']);
  });

  it('breaks a word that is longer than the line', () => {
    expect(broken('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('never halves a wide character', () => {
    expect(broken('a同意', 2)).toEqual(['a', '同', '意']);
    expect(broken('同意', 1)).toEqual(['同', '意']);
  });

  it('keeps blank lines and the indentation of lines', () => {
    expect(broken('a\n\n  b\r\nc', 10)).toEqual(['a', '', '  b', 'c']);
  });

  it('ends in a mark where lines are left out', () => {
    expect(broken('一二三四五六', 8, 1)).toEqual(['一二三…']);
    expect(broken('a\nb', 8, 1)).toEqual(['a…']);
    expect(broken('一二', 8, 1)).toEqual(['一二']);
  });

  it('keeps the looks of the parts', () => {
    const lines = breakLines(
      paragraphsOf([
        { text: '粗', look: { bold: true } },
        { text: '细', look: {} },
      ]),
      10,
    );
    expect(lines[0]?.map(({ look }) => look)).toEqual([{ bold: true }, {}]);
  });
});

describe('cutCells', () => {
  it('cuts what is too wide', () => {
    expect(read(cutCells(cellsOf('张三李四', {}), 6))).toBe('张三…');
    expect(read(cutCells(cellsOf('张三', {}), 4))).toBe('张三');
    expect(read(cutCells(cellsOf('张三', {}), 1))).toBe('…');
  });
});
