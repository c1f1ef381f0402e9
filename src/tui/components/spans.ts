import { displayWidth, truncate } from '../../base/display-width.js';
import type { Tone } from '../theme/theme.js';

/** A piece of one row. The text is safe to print already. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

export type Line = readonly Span[];

export function span(text: string, tone?: Tone): Span {
  return tone === undefined ? { text } : { text, tone };
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + displayWidth(part.text), 0);
}

/** At most `cells` wide; the span that does not fit ends in `…`. */
export function cutLine(line: Line, cells: number): Line {
  if (lineWidth(line) <= cells) return line;
  const out: Span[] = [];
  let left = cells;
  for (const [index, part] of line.entries()) {
    const width = displayWidth(part.text);
    const restWidth = lineWidth(line.slice(index + 1));
    if (width < left || (width === left && restWidth === 0)) {
      out.push(part);
      left -= width;
      continue;
    }
    out.push({ ...part, text: truncate(`${part.text}${restWidth > 0 ? '  ' : ''}`, left) });
    break;
  }
  return out;
}

/** Exactly `cells` wide. */
export function fitLine(line: Line, cells: number): Line {
  const cut = cutLine(line, cells);
  const missing = cells - lineWidth(cut);
  return missing > 0 ? [...cut, span(' '.repeat(missing))] : cut;
}

/** `left`, then `right` at the right edge; what is on the left gives way. */
export function spread(left: Line, right: Line, cells: number): Line {
  const rightCut = cutLine(right, cells);
  const room = cells - lineWidth(rightCut);
  if (rightCut.length === 0) return cutLine(left, cells);
  return [...fitLine(left, Math.max(0, room - 1)), span(room > 0 ? ' ' : ''), ...rightCut];
}

/** Parts with ` · ` between them; empty ones are left out. */
export function joined(parts: readonly Line[], separator = ' · '): Line {
  const out: Span[] = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    if (out.length > 0) out.push(span(separator, 'quiet'));
    out.push(...part);
  }
  return out;
}
