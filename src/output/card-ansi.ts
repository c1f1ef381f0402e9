import { Chalk, type ChalkInstance } from 'chalk';
import type { Look, PaintedCard } from '../paint/painted-card.js';

/**
 * A painted card with the colours of the terminal.
 * @param level 1: 16 colours, 2: 256, 3: all of them
 */
export function cardAnsi({ lines }: Pick<PaintedCard, 'lines'>, level: 1 | 2 | 3): string {
  const chalk = new Chalk({ level });
  const rows = lines.map((line) =>
    line.map(({ text, look }) => styleOf(chalk, look)(text)).join(''),
  );
  return rows.map((row) => `${row}\n`).join('');
}

function styleOf(chalk: ChalkInstance, look: Look): ChalkInstance {
  let style = chalk;
  if (look.fg !== undefined) style = style.hex(look.fg);
  if (look.bg !== undefined) style = style.bgHex(look.bg);
  if (look.bold) style = style.bold;
  if (look.dim) style = style.dim;
  if (look.italic) style = style.italic;
  if (look.strike) style = style.strikethrough;
  if (look.underline) style = style.underline;
  if (look.inverse) style = style.inverse;
  return style;
}
