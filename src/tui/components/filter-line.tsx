import { displayWidth, printable } from '../../base/display-width.js';
import { translateLoose } from '../../i18n/translate.js';
import type { FilterProblem } from '../../log/filter/filter-problem.js';
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

/** For the row below: the mark under the word, and why, on that side of it where there is room. */
export function filterProblemLine(
  { buffer, problem }: FilterDraft,
  data: ViewData,
  width: number,
): Line | undefined {
  if (!problem) return undefined;
  const labelWidth = displayWidth(filterLabel(data));
  const cell = Math.max(0, problem.cell - scrolledCells(buffer, width - labelWidth));
  const left = Math.min(labelWidth + cell, width - 1);
  const wide = displayWidth(printable(buffer.text.slice(problem.start, problem.end)));
  const mark = '^'.repeat(Math.max(1, Math.min(wide, width - left)));
  const sentence = printable(translateLoose(data.lang, `filter.${problem.code}`, problem.params));
  // What is merely not finished yet is no mistake.
  const tone = isUnfinished(buffer, problem) ? 'quiet' : 'bad';
  const room = width - left - mark.length - 1;
  const needed = displayWidth(sentence);
  if (needed <= room || room >= left - 2) {
    return cutLine([span(' '.repeat(left)), span(`${mark} ${sentence}`, tone)], width);
  }
  const [cut] = cutLine([span(sentence)], left - 2);
  const text = cut?.text ?? '';
  const gap = ' '.repeat(Math.max(0, left - 1 - displayWidth(text)));
  return [span(`${gap}${text} ${mark}`, tone)];
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
