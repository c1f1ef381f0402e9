import { Box } from 'ink';
import { displayWidth } from '../../base/display-width.js';
import { Cursor } from './cursor.js';
import { Row } from './rows.js';
import { type Line, span } from './spans.js';
import type { TextBuffer } from './text-buffer.js';
import { editorView } from './text-editor.js';

export interface JsonEditorProps {
  readonly buffer: TextBuffer;
  /** Line from 1 that cannot be read. */
  readonly badLine: number | undefined;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A text of many lines with their numbers; the real cursor stands in it. */
export function JsonEditor({ buffer, badLine, top, width, height }: JsonEditorProps) {
  const lines = buffer.text.split('\n');
  const before = buffer.text.slice(0, buffer.cursor).split('\n');
  const at = before.length - 1;
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  const gutter = Math.max(4, displayWidth(String(lines.length)) + 3);
  const cells = Math.max(1, width - gutter);
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {lines.slice(from, from + height).map((text, index) => {
        const line = from + index;
        const cursor = line === at ? (before.at(-1)?.length ?? 0) : 0;
        const view = editorView({ text, cursor, past: [] }, cells);
        return (
          <Box key={index}>
            <Row line={[numberOf(line + 1, gutter, badLine), span(view.text)]} width={width} />
            {line === at ? <Cursor column={gutter + view.column} row={top + index} /> : null}
          </Box>
        );
      })}
    </Box>
  );
}

function numberOf(line: number, gutter: number, badLine: number | undefined): Line[number] {
  const isBad = line === badLine;
  const mark = isBad ? '✗' : ' ';
  return span(`${mark}${String(line).padStart(gutter - 2)} `, isBad ? 'bad' : 'quiet');
}
