import { Box } from 'ink';
import { displayWidth, printable } from '../../base/display-width.js';
import type { Exchange } from '../../log/exchange.js';
import type { AnswerDraft, Slot } from '../state/ui-state.js';
import type { ViewData } from '../state/view-data.js';
import { deadlineBar } from './deadline-bar.js';
import { FormView, formHeight } from './form-view.js';
import { seconds, shortId } from './format.js';
import { exchangeState, nameOf } from './row-text.js';
import { Rows } from './rows.js';
import { joined, type Line, type Span, span, spread } from './spans.js';

/** A rule, whose callback it is, and what happens to it by itself. */
const headHeight = 3;

/** Rows the panel would like to have. */
export function answerPanelHeight(
  draft: AnswerDraft,
  slots: readonly Slot[],
  width: number,
): number {
  const body = draft.form
    ? Math.min(8, formHeight(draft.form))
    : slotLines(slots, width).length + 1;
  return headHeight + body;
}

export interface AnswerPanelProps {
  readonly draft: AnswerDraft;
  readonly slots: readonly Slot[];
  readonly data: ViewData;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: which callback, how long there is, and what can be said to it. */
export function AnswerPanel({ draft, slots, data, top, width, height }: AnswerPanelProps) {
  const { t } = data;
  const exchange = data.exchanges.get(draft.exchangeId);
  const head: Line[] = [
    [span('─'.repeat(width), 'quiet')],
    exchange ? titleLine(exchange, data, width) : [span(` ${t('tui.row.forgotten')}`)],
    exchange ? [span(` ${consequence(exchange, data)}`, 'quiet')] : [],
  ];
  const choices: Line[] = draft.form ? [] : [...slotLines(slots, width), otherLine(data)];
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Rows lines={[...head, ...choices]} width={width} height={headHeight + choices.length} />
      {draft.form ? (
        <FormView
          form={draft.form}
          t={t}
          left={0}
          top={top + headHeight}
          width={width}
          height={Math.max(0, height - headHeight)}
        />
      ) : null}
    </Box>
  );
}

function titleLine(exchange: Exchange, data: ViewData, width: number): Line {
  const { callback } = exchange;
  const parts: Line[] = [
    [span(nameOf(callback.userId, data), 'strong')],
    [span(printable(callback.actionIds.join('+') || callback.type))],
    [span(shortId(callback.outTrackId), 'quiet')],
  ];
  const title: Line = [span(` ${data.t('tui.answer.title')}  `, 'heading'), ...joined(parts)];
  if (exchange.phase !== 'waiting')
    return spread(title, [exchangeState(exchange, data), span(' ')], width);
  const leftMs = exchange.deadlineAtMs - data.nowMs;
  const bar = deadlineBar(leftMs, exchange.deadlineAtMs - exchange.atMs, width >= 70 ? 16 : 8);
  return spread(title, [...bar, span(` ${seconds(leftMs)} `, 'waiting')], width);
}

function consequence(exchange: Exchange, { t, nowMs }: ViewData): string {
  switch (exchange.phase) {
    case 'waiting':
      return t('tui.answer.whileWaiting', { left: seconds(exchange.deadlineAtMs - nowMs) });
    case 'acknowledged':
      return t('tui.answer.acknowledged');
    case 'unsent':
      return t('tui.answer.unsent');
    case 'held':
      return t('tui.exchange.waiting');
    case 'expired':
      return t('tui.answer.acknowledged');
    case 'failed':
    case 'answered':
    case 'late':
    case 'updated':
    case 'updateFailed':
      return t('tui.answer.decided');
  }
}

function slotLines(slots: readonly Slot[], width: number): readonly Line[] {
  const lines: Span[][] = [];
  let used = 0;
  for (const [index, slot] of slots.slice(0, 9).entries()) {
    const label = printable(slot.label);
    const cells = displayWidth(label) + 6;
    const line = lines.at(-1);
    if (!line || used + cells > width) {
      lines.push([span('   '), span(String(index + 1), 'key'), span(` ${label}`)]);
      used = cells;
    } else {
      line.push(span('   '), span(String(index + 1), 'key'), span(` ${label}`));
      used += cells;
    }
  }
  return lines;
}

function otherLine({ t }: ViewData): Line {
  const offers = [
    ['0', t('tui.key.acknowledge')],
    ['x', t('tui.key.fail')],
    ['e', t('tui.key.edit')],
  ] as const;
  return offers.flatMap(([key, text]) => [span('   '), span(key, 'key'), span(` ${text}`)]);
}
