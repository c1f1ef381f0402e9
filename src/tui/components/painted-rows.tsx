import { Box, Text } from 'ink';
import { type Cell, cellsOf } from '../../paint/cells.js';
import { cutCells } from '../../paint/flow.js';
import type { Look, PaintedLine } from '../../paint/painted-card.js';
import { useTheme } from './theme-context.js';

export interface PaintedRowsProps {
  readonly lines: readonly PaintedLine[];
  readonly width: number;
  readonly height: number;
}

/** Painted lines, exactly `width` cells wide and `height` rows. */
export function PaintedRows({ lines, width, height }: PaintedRowsProps) {
  // A theme without colours is for terminals that have none.
  const isColoured = useTheme().accent.color !== undefined;
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {lines.slice(0, height).map((line, row) => (
        <Text key={row} wrap="truncate">
          {fitted(line, width).map(({ text, look }, index) => (
            <Text key={index} {...propsOf(look, isColoured)}>
              {text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}

/** Ink takes an empty line for no line at all, and a line that is too wide breaks the frame. */
function fitted(line: PaintedLine, width: number): PaintedLine {
  const cells: readonly Cell[] = line.flatMap(({ text, look }) => cellsOf(text, look));
  const used = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (used > width) return cutCells(cells, width).map(({ text, look }) => ({ text, look }));
  return used === width ? line : [...line, { text: ' '.repeat(width - used), look: {} }];
}

function propsOf(look: Look, isColoured: boolean) {
  return {
    ...(isColoured && look.fg !== undefined ? { color: look.fg } : {}),
    ...(isColoured && look.bg !== undefined ? { backgroundColor: look.bg } : {}),
    ...(look.bold ? { bold: true } : {}),
    ...(isColoured && look.dim ? { dimColor: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.strike ? { strikethrough: true } : {}),
    ...(look.underline ? { underline: true } : {}),
    ...(look.inverse ? { inverse: true } : {}),
  };
}
