export interface BackoffSettings {
  readonly firstMs: number;
  readonly longestMs: number;
}

export const defaultBackoff: BackoffSettings = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Exponential with equal jitter: half of the step for certain, the other half by chance. Full jitter
 * could hit a struggling gateway several times within a blink (stream-protocol §8.2 C3).
 * @param failures how many attempts in a row have failed, from 1
 * @param fraction in [0, 1)
 */
export function backoffDelayMs(
  failures: number,
  fraction: number,
  settings: BackoffSettings = defaultBackoff,
): number {
  const step = Math.min(settings.longestMs, settings.firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(step / 2 + (step / 2) * fraction);
}
