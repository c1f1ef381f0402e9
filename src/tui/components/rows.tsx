import { Box, Text } from 'ink';
import { fitLine, type Line } from './spans.js';
import { useTheme } from './theme-context.js';

export interface RowProps {
  readonly line: Line;
  readonly width: number;
  readonly isInverse?: boolean;
}

/** One row of the screen, exactly `width` cells. */
export function Row({ line, width, isInverse = false }: RowProps) {
  const theme = useTheme();
  return (
    <Text wrap="truncate" inverse={isInverse}>
      {fitLine(line, width).map((part, index) => (
        <Text key={index} {...(isInverse ? {} : theme[part.tone ?? 'plain'])}>
          {part.text}
        </Text>
      ))}
    </Text>
  );
}

export interface RowsProps {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/** Exactly `height` rows; what is missing is blank, what is too much is not drawn. */
export function Rows({ lines, width, height }: RowsProps) {
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {lines.slice(0, height).map((line, index) => (
        <Row key={index} line={line} width={width} />
      ))}
    </Box>
  );
}
