import { describe, expect, it } from 'vitest';
import { figureOf } from '../../bench/figure.js';
import { renderTable, shortNumber } from '../../bench/table.js';

describe('renderTable', () => {
  it('aligns the columns', () => {
    const table = renderTable([
      figureOf('answers', 'per s', [{ ours: 12_000, baseline: 10_000 }], { ratioAtLeast: 0.95 }),
      figureOf('p99', 'ms', [{ ours: 0.3333, baseline: 0.25 }], { ratioAtMost: 1.05 }),
      figureOf('lost', 'taps', [{ ours: 0, baseline: 0 }], { valueAtMost: 0 }),
      figureOf('idle', 'MB', [{ ours: 45.25, baseline: 9 }]),
    ]);
    expect(table.split('\n')).toEqual([
      'figure   dtcard  baseline  unit   ratio  quartiles  target',
      'answers   12000     10000  per s  1.20   1.20–1.20  ratio ≥ 0.95  met',
      'p99       0.333     0.250  ms     1.33   1.33–1.33  ratio ≤ 1.05  MISSED',
      'lost          0         0  taps   –                 ≤ 0           met',
      'idle       45.3         9  MB     5.03   5.03–5.03',
    ]);
  });

  it('has a head when there is nothing', () => {
    expect(renderTable([])).toBe('figure  dtcard  baseline  unit  ratio  quartiles  target');
  });
});

describe('shortNumber', () => {
  it.each([
    [0, '0'],
    [12, '12'],
    [1234.5, '1235'],
    [99.94, '99.9'],
    [1.234, '1.23'],
    [0.0391, '0.039'],
    [-0.5, '-0.500'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d → %s', (value, expected) => {
    expect(shortNumber(value)).toBe(expected);
  });
});
