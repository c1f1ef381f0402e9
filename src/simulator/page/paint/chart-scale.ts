/** Ends and marks of an axis that holds all values and zero. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly number[];
}

/** Round marks, four or five of them. Values that are no numbers are left out. */
export function scaleOf(values: readonly number[]): Scale {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) high = low + 1;
  const step = niceStep((high - low) / 4);
  // Beyond what a double can count in such steps there are no marks but the ends.
  if (!Number.isFinite(step) || step <= 0) return { low, high, marks: [low, high] };
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const marks = Array.from({ length: last - first + 1 }, (_, at) => rounded((first + at) * step));
  return { low: first * step, high: last * step, marks };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
}

/** Without the tail of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** A figure short enough for an axis: 12000 → 12k. */
export function shortFigure(value: number): string {
  const size = Math.abs(value);
  for (const [unit, mark] of [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e4, 'k'],
  ] as const) {
    if (size >= unit) {
      const divisor = mark === 'k' ? 1e3 : unit;
      return `${Number((value / divisor).toPrecision(3))}${mark}`;
    }
  }
  return String(Number(value.toPrecision(6)));
}
