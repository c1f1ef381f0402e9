import { DtcardError } from '../base/errors.js';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `500ms`, `30s`, `5m`, `1h`, or a bare number of seconds, in milliseconds. @throws E1001 */
export function readDuration(text: string, option: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim());
  const ms = match ? Number(match[1]) * (unitMs[match[2] ?? 's'] as number) : Number.NaN;
  if (!Number.isFinite(ms) || ms <= 0) {
    throw new DtcardError('E1001', { params: { reason: 'duration', option, value: text } });
  }
  return ms;
}

/** A whole number of at least `least`. @throws E1001 */
export function readCount(text: string, option: string, least: number, most = 1e9): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    const params = { reason: 'count', option, value: text, least, most };
    throw new DtcardError('E1001', { params });
  }
  return value;
}
