export interface Pair<T> {
  readonly ours: T;
  readonly baseline: T;
}

/**
 * Measures both sides in turns. What the machine does meanwhile (other programs, its temperature)
 * then falls on both alike; who goes first changes with each round, as the second may find the
 * caches of the first.
 */
export async function interleave<T>(
  rounds: number,
  ours: (round: number) => Promise<T>,
  baseline: (round: number) => Promise<T>,
): Promise<readonly Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours(round);
      pairs.push({ ours: first, baseline: await baseline(round) });
    } else {
      const first = await baseline(round);
      pairs.push({ ours: await ours(round), baseline: first });
    }
  }
  return pairs;
}
