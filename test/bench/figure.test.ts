import { describe, expect, it } from 'vitest';
import { figureOf, withoutTarget } from '../../bench/figure.js';

const rounds = [
  { ours: 10, baseline: 20 },
  { ours: 30, baseline: 30 },
  { ours: 90, baseline: 100 },
];

describe('figureOf', () => {
  it('takes medians, and the median of the ratios round by round', () => {
    expect(figureOf('x', 'ms', rounds)).toEqual({
      name: 'x',
      unit: 'ms',
      ours: 30,
      baseline: 30,
      ratio: 0.9,
      ratioQuartiles: [0.5, 1],
      rounds,
    });
  });

  it.each([
    [{ ratioAtMost: 0.9 }, true],
    [{ ratioAtMost: 0.89 }, false],
    [{ ratioAtLeast: 0.9 }, true],
    [{ ratioAtLeast: 0.91 }, false],
    [{ valueAtMost: 90 }, true],
  ])('judges %j as %s', (target, met) => {
    expect(figureOf('x', 'ms', rounds, target)).toMatchObject({ target, met });
  });

  it('counts the worst round where nothing may be lost', () => {
    const lost = [0, 0, 1].map((ours) => ({ ours, baseline: 0 }));
    expect(figureOf('lost', 'taps', lost, { valueAtMost: 0 }).met).toBe(false);
    expect(figureOf('lost', 'taps', lost.slice(0, 2), { valueAtMost: 0 }).met).toBe(true);
  });

  it('misses a ratio that could not be measured', () => {
    const nothing = [{ ours: Number.NaN, baseline: Number.NaN }];
    expect(figureOf('x', 'ms', nothing, { ratioAtMost: 1 }).met).toBe(false);
    expect(figureOf('x', 'ms', nothing, { ratioAtLeast: 1 }).met).toBe(false);
    expect(figureOf('x', 'ms', nothing, { valueAtMost: 0 }).met).toBe(false);
  });

  it('can do without a judgement', () => {
    const figure = figureOf('x', 'ms', rounds, { ratioAtMost: 1 });
    expect(withoutTarget(figure)).toEqual(figureOf('x', 'ms', rounds));
  });
});
