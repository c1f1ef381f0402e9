import { displayWidth } from '../../base/display-width.js';
import type { FeedRow } from '../../log/feed.js';
import type { ViewData } from '../state/view-data.js';
import { clockTime } from './format.js';
import { type RowText, rowText } from './row-text.js';
import { fitLine, type Line, lineWidth, type Span, span } from './spans.js';

/** Widths of the columns, in cells; what is left over belongs to `what`. */
interface Columns {
  readonly kind: number;
  readonly who: number;
  readonly what: number;
  readonly state: number;
  readonly took: number;
}

const timeWidth = 8;
const markWidth = 2;

function columnsOf(width: number, kind: number): Columns {
  const who = width >= 100 ? 14 : width >= 76 ? 10 : 8;
  const state = width >= 100 ? 24 : width >= 76 ? 21 : 16;
  const took = 6;
  const gaps = 5;
  const what = Math.max(6, width - markWidth - timeWidth - kind - who - state - took - gaps);
  return { kind, who, what, state, took };
}

/** Why a row has a mark: it is selected, or it is the callback that keys decide. */
type RowMark = 'selected' | 'asked' | 'none';

const marks: Readonly<Record<RowMark, Span>> = {
  selected: span('▸ ', 'accent'),
  asked: span('» ', 'waiting'),
  none: span('  '),
};

/** One row, or two below 70 columns. The first cells are the mark. */
export function feedLines(
  row: FeedRow,
  data: ViewData,
  width: number,
  rowHeight: 1 | 2,
  rowMark: RowMark,
): readonly Line[] {
  const text = rowText(row, data);
  const mark = marks[rowMark];
  const time = span(clockTime(row.atMs), 'quiet');
  const gap = span(' ');
  if (rowHeight === 1) {
    const columns = columnsOf(width, kindWidth(data));
    return [
      [
        mark,
        time,
        gap,
        ...fitLine([text.kind], columns.kind),
        gap,
        ...fitLine([span(text.who)], columns.who),
        gap,
        ...fitLine([span(text.what)], columns.what),
        gap,
        ...stateCells(text, columns.state, columns.took),
      ],
    ];
  }
  const roomiest = width - markWidth - timeWidth - kindWidth(data) - 3 - 6;
  const cells = Math.max(16, Math.min(lineWidth([text.state]), roomiest));
  const state = fitLine([stateThatFits(text, cells)], cells);
  const whoWidth = width - markWidth - timeWidth - kindWidth(data) - cells - 3;
  return [
    [
      mark,
      time,
      gap,
      ...fitLine([text.kind], kindWidth(data)),
      gap,
      ...fitLine([span(text.who)], Math.max(0, whoWidth)),
      gap,
      ...state,
    ],
    [
      span('           '),
      ...fitLine([span(text.what)], Math.max(0, width - 11 - 7)),
      gap,
      span(text.took.padStart(6), 'quiet'),
    ],
  ];
}

/** A state that says itself how long it took has the place of both columns. */
function stateCells(text: RowText, stateWidth: number, tookWidth: number): Line {
  if (text.shortState) {
    const cells = stateWidth + 1 + tookWidth;
    return fitLine([stateThatFits(text, cells)], cells);
  }
  return [
    ...fitLine([text.state], stateWidth),
    span(' '),
    span(text.took.padStart(tookWidth), 'quiet'),
  ];
}

function stateThatFits({ state, shortState }: RowText, cells: number): Span {
  return shortState && lineWidth([state]) > cells ? shortState : state;
}

/** The column's headings, in the places of their columns. */
export function feedHeading(data: ViewData, width: number): Line {
  const { t } = data;
  const columns = columnsOf(width, kindWidth(data));
  const cells: readonly (readonly [string, number])[] = [
    [t('tui.column.time'), timeWidth],
    [t('tui.column.kind'), columns.kind],
    [t('tui.column.who'), columns.who],
    [t('tui.column.what'), columns.what],
    [t('tui.column.state'), columns.state],
  ];
  const took = t('tui.column.took');
  return [
    span('  '),
    ...cells.flatMap(([text, cellWidth]) => [
      ...fitLine([span(text, 'quiet')], cellWidth),
      span(' '),
    ]),
    span(' '.repeat(Math.max(0, columns.took - displayWidth(took))) + took, 'quiet'),
  ];
}

function kindWidth(data: ViewData): number {
  return data.lang === 'zh' ? 4 : 8;
}
