import { displayWidth } from '../../base/display-width.js';
import { graphemes } from '../../base/graphemes.js';
import type { Tone } from '../theme/theme.js';
import { Cursor } from './cursor.js';
import { Row } from './rows.js';
import { type Line, span } from './spans.js';
import type { TextBuffer } from './text-buffer.js';

export interface EditorView {
  readonly text: string;
  /** Cells before the cursor. */
  readonly column: number;
}

/** A line break inside a one-row field. */
const breakMark = '↵';

/** The part of the text that is seen in one row of `cells`, with the cursor in it. */
export function editorView(buffer: TextBuffer, cells: number): EditorView {
  const cursorRoom = Math.max(1, cells - 1);
  const head = shown(buffer.text.slice(0, buffer.cursor));
  const tail = shown(buffer.text.slice(buffer.cursor));
  let column = head.reduce((sum, part) => sum + displayWidth(part), 0);
  let from = 0;
  const isScrolled = column > cursorRoom;
  // A scrolled view starts with a mark, which takes one cell itself.
  while (from < head.length && column > (isScrolled ? cursorRoom - 1 : cursorRoom)) {
    column -= displayWidth(head[from] as string);
    from++;
  }
  let text = head.slice(from).join('');
  if (isScrolled) {
    text = `…${text}`;
    column += 1;
  }
  let used = column;
  for (const part of tail) {
    const width = displayWidth(part);
    if (used + width > cells) break;
    text += part;
    used += width;
  }
  return { text, column };
}

function shown(text: string): string[] {
  return graphemes(text).map((part) => {
    if (part === '\n' || part === '\r\n') return breakMark;
    const isShown = displayWidth(part) > 0 && !/[\u0000-\u001f\u007f-\u009f]/.test(part);
    return isShown ? part : '\ufffd';
  });
}

export interface TextEditorProps {
  readonly label: Line;
  readonly buffer: TextBuffer;
  readonly isFocused: boolean;
  /** Shown while the field is empty. */
  readonly placeholder: string;
  readonly tone?: Tone;
  /** Place of the row on the screen. */
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly labelWidth: number;
}

/** A label and a one-row text field; the real cursor stands in it while it has the focus. */
export function TextEditor(props: TextEditorProps) {
  const { label, buffer, isFocused, placeholder, tone, column, row, width, labelWidth } = props;
  const cells = Math.max(1, width - labelWidth);
  const view = editorView(buffer, cells);
  const value = buffer.text === '' ? span(placeholder, 'quiet') : span(view.text, tone);
  return (
    <>
      <Row line={[...label, value]} width={width} />
      {isFocused ? <Cursor column={column + labelWidth + view.column} row={row} /> : null}
    </>
  );
}
