import { describe, expect, it } from 'vitest';
import { filterProblem } from '../../../src/log/filter/filter-problem.js';

describe('the place of a problem', () => {
  it.each([
    ['abc', 1, 2, 1],
    ['报销x', 2, 3, 4],
    ['👨‍👩‍👧x', '👨‍👩‍👧'.length, 2, 2],
    ['\u001b[31mx', 5, 6, 5],
    ['\ud800x', 1, 2, 1],
  ])('in %j at %i is column %i, cell %i', (text, start, column, cell) => {
    expect(filterProblem(text, { start, end: start + 1 }, 'groupEmpty')).toMatchObject({
      column,
      cell,
    });
  });
});
