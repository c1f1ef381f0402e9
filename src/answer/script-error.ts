import type { ErrorSummary } from '../log/event.js';

type UnusableReason = 'load' | 'load-time' | 'no-function' | 'no-types' | 'no-runner';
type FailedReason = 'threw' | 'time-limit' | 'memory' | 'ended' | 'reply';

/** The module cannot be loaded (E1020). @param limitMs what `load-time` ran out of */
export function scriptUnusable(
  file: string,
  reason: UnusableReason,
  detail: string,
  limitMs?: number,
): ErrorSummary {
  return { code: 'E1020', params: { file, reason, detail, ...(limitMs && { limitMs }) } };
}

/** It was called, and nothing came of it (E1021). @param limitMs what `time-limit` ran out of */
export function scriptFailed(
  file: string,
  reason: FailedReason,
  detail: string,
  limitMs?: number,
): ErrorSummary {
  return { code: 'E1021', params: { file, reason, detail, ...(limitMs && { limitMs }) } };
}
