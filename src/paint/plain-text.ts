import type { PaintedCard, PaintedLine } from './painted-card.js';

/** For files, pipes and diffs: no colours, no blanks at the ends of lines. */
export function toPlainText({ lines }: Pick<PaintedCard, 'lines'>): string {
  return lines.map((line) => `${lineText(line).trimEnd()}\n`).join('');
}

export function lineText(line: PaintedLine): string {
  return line.map(({ text }) => text).join('');
}
