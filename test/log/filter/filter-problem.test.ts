import { describe, expect, it } from 'vitest';
import { filterProblem } from '../../../src/log/filter/filter-problem.js';
import { cellOf } from '../../../src/log/filter/point-at.js';

describe('the place of a problem', () => {
  it.each([
    ['abc', 1, 2, 1],
    ['报销x', 2, 3, 4],
    ['👨‍👩‍👧x', '👨‍👩‍👧'.length, 2, 2],
    ['\u001b[31mx', 5, 6, 5],
    ['\ud800x', 1, 2, 1],
  ])('in %j at %i is column %i, cell %i', (text, start, column, cell) => {
    const problem = filterProblem(text, { start, end: start + 1 }, 'groupEmpty');
    expect([problem.column, cellOf(text, problem)]).toEqual([column, cell]);
  });
});
