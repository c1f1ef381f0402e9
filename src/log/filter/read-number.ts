import { half } from './half-width.js';

/** More digits than these are an id rather than a number. */
const mostDigits = 15;

const unitMs = { ms: 1, s: 1000, m: 60_000 } as const;

/** A plain decimal number; with `isDuration` milliseconds, or a number with `ms`, `s` or `m`. */
export function readNumber(written: string, isDuration = false): number | undefined {
  if (written.length > mostDigits + 4) return undefined;
  // Most of what is asked is told by these two, without a pattern.
  if (written.length <= mostDigits && isDigits(written)) return Number(written);
  if (!mayBegin(written.charCodeAt(0))) return undefined;
  const parts = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+))(ms|s|m)?$/.exec(half(written));
  if (!parts || written.length > mostDigits + (parts[2] ? 4 : 2)) return undefined;
  const unit = parts[2] as keyof typeof unitMs | undefined;
  if (unit === undefined) return Number(parts[1]);
  return isDuration ? Number(parts[1]) * unitMs[unit] : undefined;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text !== '';
}

/** A digit, a sign or a point, wide ones too; NaN for an empty text. */
function mayBegin(code: number): boolean {
  return code <= 0x39 || code >= 0xff01;
}
