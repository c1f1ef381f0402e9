import { displayWidth } from '../../base/display-width.js';
import { graphemes } from '../../base/graphemes.js';

/** A cell of the screen, counted from 0. */
export interface CursorPlace {
  readonly column: number;
  readonly row: number;
}

export interface FrameStreamOptions {
  readonly columns: number;
  readonly rows: number;
  /** Writes to the terminal. */
  readonly write: (text: string) => void;
}

/**
 * Stands where Ink expects stdout. Ink, in its debug mode, writes each frame as complete text; this
 * compares it with the frame on the screen and writes only the rows that differ, by absolute address,
 * between DEC 2026 marks, then puts the real cursor where it belongs. Painting waits for the end of
 * the turn, so that the cursor asked for in layout effects belongs to the same frame.
 */
export class FrameStream {
  /** Ink writes cursor sequences to a TTY; ours is the only cursor. */
  readonly isTTY = false;
  readonly writable = true;
  readonly #write: (text: string) => void;
  readonly #listeners = new Set<() => void>();
  #columns: number;
  #rows: number;
  #painted: readonly string[] | undefined;
  #frame = '';
  #cursor: CursorPlace | undefined;
  #paintedCursor: CursorPlace | undefined;
  #isScheduled = false;
  #isPaused = true;
  #paints = 0;

  constructor(options: FrameStreamOptions) {
    this.#columns = options.columns;
    this.#rows = options.rows;
    this.#write = options.write;
  }

  get columns(): number {
    return this.#columns;
  }

  get rows(): number {
    return this.#rows;
  }

  /** How often something was written to the terminal. */
  get paints(): number {
    return this.#paints;
  }

  readonly write = (frame: string): boolean => {
    this.#frame = frame;
    this.#schedule();
    return true;
  };

  on(_event: 'resize', listener: () => void): this {
    this.#listeners.add(listener);
    return this;
  }

  off(_event: 'resize', listener: () => void): this {
    this.#listeners.delete(listener);
    return this;
  }

  /** Undefined hides the cursor. */
  setCursor(place: CursorPlace | undefined): void {
    this.#cursor = place;
    this.#schedule();
  }

  /** The terminal changed its size; what it shows now is unknown. */
  resize(columns: number, rows: number): void {
    this.#columns = columns;
    this.#rows = rows;
    this.#painted = undefined;
    for (const listener of this.#listeners) listener();
    this.#schedule();
  }

  /** Starts painting, the whole frame first. */
  resume(): void {
    this.#isPaused = false;
    this.redraw();
  }

  /** Nothing is written until `resume`. */
  pause(): void {
    this.#isPaused = true;
  }

  redraw(): void {
    this.#painted = undefined;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isPaused) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (!this.#isPaused) this.#paint();
    });
  }

  #paint(): void {
    const lines = this.#frame.split('\n');
    const rows: string[] = [];
    for (let row = 0; row < this.#rows; row++) rows.push(lines[row] ?? '');
    const known = this.#painted;
    let out = known ? '' : '\u001b[0m\u001b[2J';
    for (const [row, text] of rows.entries()) {
      if (known ? known[row] !== text : text !== '') out += paintedRow(row, text);
    }
    const cursorMoved = !samePlace(this.#cursor, this.#paintedCursor);
    this.#painted = rows;
    if (out === '' && !cursorMoved) return;
    this.#paintedCursor = this.#cursor;
    this.#paints++;
    const hide = out === '' ? '' : '\u001b[?25l';
    this.#write(`\u001b[?2026h${hide}${out}${cursorAt(this.#cursor)}\u001b[?2026l`);
  }
}

function samePlace(a: CursorPlace | undefined, b: CursorPlace | undefined): boolean {
  return a?.row === b?.row && a?.column === b?.column;
}

function cursorAt(place: CursorPlace | undefined): string {
  return place ? `\u001b[${place.row + 1};${place.column + 1}H\u001b[?25h` : '\u001b[?25l';
}

/** Emoji, joined or not, flags, variation selectors, combining marks: terminals disagree on their width. */
const disputed = /\u200d|[\u{1f1e6}-\u{1f1ff}]|\p{Extended_Pictographic}|\p{M}/u;

/**
 * The row erased and written. After a character of disputed width the column is set again, so that
 * what stands to the right of it is where it belongs whatever the terminal made of it.
 */
function paintedRow(row: number, text: string): string {
  const start = `\u001b[${row + 1};1H\u001b[0m`;
  if (!disputed.test(text)) return `${start}${text}\u001b[0m\u001b[K`;
  let out = `${start}\u001b[2K`;
  let column = 0;
  for (const part of text.split(/(\u001b\[[\d;:]*m)/)) {
    if (part.startsWith('\u001b[')) {
      out += part;
      continue;
    }
    for (const grapheme of graphemes(part)) {
      out += grapheme;
      column += displayWidth(grapheme);
      if (disputed.test(grapheme)) out += `\u001b[${column + 1}G`;
    }
  }
  return `${out}\u001b[0m`;
}
