import { describe, expect, it } from 'vitest';
import {
  cutLine,
  fitLine,
  joined,
  type Line,
  lineWidth,
  span,
  spread,
} from '../../../src/tui/components/spans.js';

const text = (line: Line) => line.map((part) => part.text).join('');
const line = [span('提交', 'good'), span(' '), span('approval', 'quiet')];

describe('lines', () => {
  it('are cut within a span, keeping its tone', () => {
    expect(text(cutLine(line, 8))).toBe('提交 ap…');
    expect(cutLine(line, 8).at(-1)?.tone).toBe('quiet');
    expect(cutLine(line, 13)).toBe(line);
  });

  it.each([0, 1, 2, 3, 4, 5, 8, 12, 13, 30])('fit exactly into %i cells', (cells) => {
    expect(lineWidth(fitLine(line, cells))).toBe(cells);
  });

  it('show that something was cut also when it begins a new span', () => {
    expect(text(cutLine([span('abcd'), span('efgh')], 4))).toContain('…');
  });

  it('put the right part at the edge; the left one gives way', () => {
    expect(text(spread([span('left')], [span('right')], 14))).toBe('left     right');
    expect(text(spread([span('a long left part')], [span('右')], 10))).toBe('a long… 右');
    for (const cells of [1, 2, 5, 40]) {
      expect(lineWidth(spread([span('left')], [span('right')], cells))).toBeLessThanOrEqual(cells);
    }
  });

  it('are joined without empty ones', () => {
    expect(text(joined([[span('a')], [], [span('b')]]))).toBe('a · b');
    expect(joined([])).toEqual([]);
  });
});
