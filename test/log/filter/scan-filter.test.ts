import { describe, expect, it } from 'vitest';
import { FilterFault } from '../../../src/log/filter/filter-problem.js';
import { scanFilter } from '../../../src/log/filter/scan-filter.js';

describe('scanFilter', () => {
  it('tells words, signs and patterns apart', () => {
    const kinds = scanFilter('(user:李* or !~/a b/i) "x y" & not z').map(({ kind }) => kind);
    expect(kinds).toEqual([
      'open',
      'word',
      'operator',
      'word',
      'or',
      'not',
      'fit',
      'pattern',
      'close',
      'word',
      'and',
      'not',
      'word',
      'end',
    ]);
  });

  it('knows where everything stands', () => {
    const text = 'user：“李 四”　late';
    expect(scanFilter(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'user',
      '：',
      '“李 四”',
      'late',
      '',
    ]);
  });

  it('tells whether a ~ belongs to the word before it', () => {
    const apart = scanFilter('text~/a/ late ~/b/').flatMap((token) =>
      token.kind === 'fit' ? [token.isApart] : [],
    );
    expect(apart).toEqual([false, true]);
  });

  it('throws where a text ends too early', () => {
    expect(problemOf('"a')).toBe('quoteUnclosed');
  });
});

function problemOf(text: string): string | undefined {
  try {
    scanFilter(text);
  } catch (error) {
    if (error instanceof FilterFault) return error.problem.code;
  }
  return undefined;
}
