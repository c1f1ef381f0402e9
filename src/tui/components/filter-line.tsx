import { displayWidth, printable } from '../../base/display-width.js';
import { translateLoose } from '../../i18n/translate.js';
import type { FilterProblem } from '../../log/filter/filter-problem.js';
import { cellOf } from '../../log/filter/point-at.js';
import type { FilterDraft } from '../state/filtering.js';
import type { ViewData } from '../state/view-data.js';
import { cutLine, type Line, span } from './spans.js';
import type { TextBuffer } from './text-buffer.js';
import { editorView, TextEditor } from './text-editor.js';

export interface FilterLineProps {
  readonly draft: FilterDraft;
  readonly data: ViewData;
  /** Place on the screen. */
  readonly row: number;
  readonly width: number;
}

/** The filter while it is typed. */
export function FilterLine({ draft, data, row, width }: FilterLineProps) {
  const label = filterLabel(data);
  return (
    <TextEditor
      label={[span(label, 'accent')]}
      buffer={draft.buffer}
      isFocused
      placeholder="kind:callback user:李四 var.amount>1000 !late"
      column={0}
      row={row}
      width={width}
      labelWidth={displayWidth(label)}
    />
  );
}

export interface FilterMistake {
  /** For the row below: the mark under the word, and why beside it, where there is room. */
  readonly below: Line;
  /** For the row above: why, where there was none. */
  readonly above?: Line;
}

export function filterMistake(
  { buffer, problem }: FilterDraft,
  data: ViewData,
  width: number,
): FilterMistake | undefined {
  if (!problem) return undefined;
  const labelWidth = displayWidth(filterLabel(data));
  const cell = Math.max(
    0,
    cellOf(buffer.text, problem) - scrolledCells(buffer, width - labelWidth),
  );
  const left = Math.min(labelWidth + cell, width - 1);
  const wide = displayWidth(printable(buffer.text.slice(problem.start, problem.end)));
  const mark = '^'.repeat(Math.max(1, Math.min(wide, width - left)));
  const sentence = printable(translateLoose(data.lang, `filter.${problem.code}`, problem.params));
  // What is merely not finished yet is no mistake.
  const tone = isUnfinished(buffer, problem) ? 'quiet' : 'bad';
  const gap = left - displayWidth(sentence) - 1;
  if (left + mark.length + 1 + displayWidth(sentence) <= width) {
    return { below: [span(' '.repeat(left)), span(`${mark} ${sentence}`, tone)] };
  }
  if (gap > 0) return { below: [span(' '.repeat(gap)), span(`${sentence} ${mark}`, tone)] };
  return {
    below: [span(' '.repeat(left)), span(mark, tone)],
    above: cutLine([span(` ${sentence}`, tone)], width),
  };
}

function filterLabel(data: ViewData): string {
  return ` ${data.t('tui.filter.label')} › `;
}

/** Cells of the text that the field has moved out of sight. */
function scrolledCells(buffer: TextBuffer, cells: number): number {
  const before = displayWidth(printable(buffer.text.slice(0, buffer.cursor)));
  return before - editorView(buffer, Math.max(1, cells)).column;
}

function isUnfinished({ text, cursor }: TextBuffer, { start, end }: FilterProblem): boolean {
  if (cursor !== text.length) return false;
  return end >= text.trimEnd().length || text[start] === '"' || text[start] === '(';
}
