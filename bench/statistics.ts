/** The middle value, or the mean of the two in the middle. NaN for nothing. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const half = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  if (sorted.length % 2 === 1) return sorted[Math.floor(half)] as number;
  return ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/**
 * The smallest value that at least `percent` of the values do not exceed (nearest rank), so that it
 * is always one that was measured. NaN for nothing.
 * @param percent 0 to 100
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = ascending(values);
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] as number;
}

function ascending(values: readonly number[]): readonly number[] {
  return Float64Array.from(values).sort() as unknown as readonly number[];
}
