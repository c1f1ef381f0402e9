import { type Line, span } from './spans.js';

/** What is left of the time to answer, as a bar that shrinks. */
export function deadlineBar(leftMs: number, windowMs: number, cells: number): Line {
  const share = windowMs > 0 ? Math.max(0, Math.min(1, leftMs / windowMs)) : 0;
  const full = Math.ceil(share * cells);
  return [
    span('█'.repeat(full), share > 0.35 ? 'waiting' : 'bad'),
    span('░'.repeat(cells - full), 'quiet'),
  ];
}
