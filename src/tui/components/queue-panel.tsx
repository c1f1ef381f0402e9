import type { Slot } from '../../answer/slots.js';
import { displayWidth, printable, truncate } from '../../base/display-width.js';
import { isUnanswered } from '../../log/exchange.js';
import { type Focus, isAnyUnanswered } from '../state/queue-focus.js';
import type { ViewData } from '../state/view-data.js';
import { panelNotes, panelTitle } from './panel-head.js';
import { Rows } from './rows.js';
import { type Line, type Span, span } from './spans.js';

export interface QueuePanelProps {
  readonly focus: Focus;
  readonly slots: readonly Slot[];
  readonly data: ViewData;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: the callback that keys decide, and what can be said to it. */
export function QueuePanel({ focus, slots, data, width, height }: QueuePanelProps) {
  const lines = queuePanelLines(focus, slots, data, width, height);
  return <Rows lines={lines} width={width} height={height} />;
}

/** Rows the panel would like to have. */
export function queuePanelHeight(
  focus: Focus,
  slots: readonly Slot[],
  data: ViewData,
  width: number,
): number {
  return queuePanelLines(focus, slots, data, width, Number.POSITIVE_INFINITY).length;
}

/** What goes first where there is no room: the other keys, the rule, the notes, the slots; never the title. */
function queuePanelLines(
  focus: Focus,
  slots: readonly Slot[],
  data: ViewData,
  width: number,
  height: number,
): readonly Line[] {
  const rule: Line = [span('─'.repeat(width), 'quiet')];
  const title = panelTitle(focus, data, width);
  const notes = panelNotes(focus, data, width);
  const choices = slotLines(slots, data, width);
  const others = otherLine(focus, data);
  const whole = [rule, title, ...notes, ...choices, others];
  if (whole.length <= height) return whole;
  const bare = [title, ...notes, ...choices];
  if (bare.length < height) return [rule, ...bare];
  if (bare.length === height) return bare;
  const noted = Math.max(0, Math.min(notes.length, height - 1 - Math.min(1, choices.length)));
  return [title, ...notes.slice(0, noted), ...choices].slice(0, height);
}

function slotLines(slots: readonly Slot[], data: ViewData, width: number): readonly Line[] {
  const lines: Span[][] = [];
  let used = 0;
  for (const [index, slot] of slots.entries()) {
    const label = printable(slot.origin === 'again' ? again(slot, data) : slot.label);
    const short = truncate(label, width - 6);
    const cells = displayWidth(short) + 6;
    const parts = [
      span('   '),
      span(String(index + 1), 'key'),
      span(` ${short}`, slot.answer.kind === 'fail' ? 'bad' : 'plain'),
    ];
    const line = lines.at(-1);
    if (!line || used + cells > width) {
      lines.push(parts);
      used = cells;
    } else {
      line.push(...parts);
      used += cells;
    }
  }
  return lines;
}

function again({ label }: Slot, { t }: ViewData): string {
  return `${t('tui.answer.again')} ${label}`;
}

function otherLine({ count, exchange }: Focus, data: ViewData): Line {
  const { t } = data;
  const isLate = exchange !== undefined && !isUnanswered(exchange);
  const all = isAnyUnanswered(data) ? t('tui.key.answerAll') : t('tui.answer.leaveAll');
  const offers = [
    ['0', t(isLate ? 'tui.answer.leave' : 'tui.key.acknowledge')],
    ...(isLate ? [] : [['x', t('tui.key.fail')] as const]),
    ['e', t('tui.key.edit')],
    ...(count > 1 ? [['A', all] as const] : []),
  ] as const;
  return offers.flatMap(([key, text]) => [span('   '), span(key, 'key'), span(` ${text}`)]);
}
