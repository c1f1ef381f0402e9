import { printable } from '../../base/display-width.js';

/** Local wall-clock time, `14:02:07`. */
export function clockTime(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

/** `4ms`, `1.3s`, `12s`, `3m05s`: never more than six cells below an hour. */
export function duration(ms: number): string {
  const safe = Math.max(0, Number.isFinite(ms) ? ms : 0);
  if (safe < 999.5) return `${Math.round(safe)}ms`;
  if (safe < 9950) return `${(safe / 1000).toFixed(1)}s`;
  const seconds = Math.round(safe / 1000);
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m${two(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h${two(minutes % 60)}m`;
}

/** As in a sentence: `4 ms`, `0.9 s`, `12 s`, `3m05s`. */
export function spacedDuration(ms: number): string {
  if (ms > 0 && ms < 0.5) return '<1 ms';
  if (ms >= 500 && ms < 999.5) return `${(ms / 1000).toFixed(1)} s`;
  return duration(ms).replace(/^([\d.]+)(ms|s)$/, '$1 $2');
}

/** Seconds with one digit, for a countdown in a sentence. */
export function spacedSeconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** Seconds with one digit, for a countdown. */
export function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)}s`;
}

/** The end of an id tells instances apart; its beginning is the same for all of ours. */
export function shortId(id: string): string {
  const safe = printable(id);
  return safe.length <= 12 ? safe : `…${safe.slice(-6)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
