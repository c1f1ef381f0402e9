import type { Pair } from './interleave.js';
import { median, percentile } from './statistics.js';

export type Unit = 'ms' | 'per s' | 'MB' | 'of 1 core' | 'taps';

/** A limit on the ratio, or on our value where nothing sensible can be divided. */
export type Target =
  | { readonly ratioAtMost: number }
  | { readonly ratioAtLeast: number }
  | { readonly valueAtMost: number };

export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  /** Medians over the rounds. */
  readonly ours: number;
  readonly baseline: number;
  /** Median of the rounds' own ratios: each compares what ran side by side. */
  readonly ratio: number;
  /** Half of the rounds' ratios lie between these. */
  readonly ratioQuartiles: readonly [number, number];
  readonly target?: Target;
  readonly met?: boolean;
  readonly rounds: readonly Pair<number>[];
}

export function figureOf(
  name: string,
  unit: Unit,
  rounds: readonly Pair<number>[],
  target?: Target,
): Figure {
  const ratios = rounds.map((pair) => pair.ours / pair.baseline);
  const figure = {
    name,
    unit,
    ours: median(rounds.map((pair) => pair.ours)),
    baseline: median(rounds.map((pair) => pair.baseline)),
    ratio: median(ratios),
    ratioQuartiles: [percentile(ratios, 25), percentile(ratios, 75)] as const,
    rounds,
  };
  if (!target) return figure;
  // Where nothing may be lost, the worst round counts.
  const worst = Math.max(...rounds.map((pair) => pair.ours));
  return { ...figure, target, met: isMet(target, figure.ratio, worst) };
}

function isMet(target: Target, ratio: number, value: number): boolean {
  if ('ratioAtMost' in target) return ratio <= target.ratioAtMost;
  if ('ratioAtLeast' in target) return ratio >= target.ratioAtLeast;
  return value <= target.valueAtMost;
}

/** The figure without a judgement, for runs that compare the baseline with itself. */
export function withoutTarget({ target: _target, met: _met, ...figure }: Figure): Figure {
  return figure;
}
