import { labelOfResponse } from '../../answer/slots.js';
import { printable, truncate } from '../../base/display-width.js';
import type { ConsideredAnswer, Exchange, ForwardAttempt } from '../../log/exchange.js';
import type { ViewData } from '../state/view-data.js';
import { errorText } from './error-text.js';
import { byWhom, reachesMore } from './exchange-text.js';
import { spacedDuration } from './format.js';
import { fitLine, type Line, type Span, span } from './spans.js';

/** Every answer somebody thought of, when after the tap, and what became of it. */
export function consideredLines(
  exchange: Exchange,
  data: ViewData,
  width: number,
): readonly Line[] {
  return exchange.considered.flatMap((answer): Line[] => {
    const since = spacedDuration(Math.max(0, answer.atMs - exchange.atMs));
    const state = becameSpan(answer, data);
    const by = span(printable(byWhom(answer.source, answer.rule, data)), 'strong');
    const says = answer.response ? labelOfResponse(answer.response) : '';
    const room = Math.max(0, width - 14);
    const line: Line = [
      ...fitLine([span(`+${since}`, 'quiet')], 10),
      by,
      span('  '),
      state,
      ...(says === '' ? [] : [span(`  ${truncate(says, room)}`)]),
    ];
    const attempts = answer.source === 'forward' ? exchange.forwards : [];
    return [line, ...attempts.map((attempt) => attemptLine(attempt, data))];
  });
}

/** When each late decision had become an update of the card, or why it did not. */
export function lateLines(exchange: Exchange, data: ViewData): readonly Line[] {
  const { t, lang } = data;
  return exchange.lates.map((late): Line => {
    const decided = t('tui.late.decided', {
      took: spacedDuration(late.tookMs),
      by: byWhom(late.source, late.rule, data),
    });
    const { update } = late;
    if (!update) return [span(`◐ ${decided}`, 'waiting')];
    if (update.error) {
      return [span(`✗ ${decided}  ${errorText(update.error, lang).sentence}`, 'bad')];
    }
    const took = spacedDuration(update.atMs - exchange.atMs);
    const key = reachesMore(late, data) ? 'updatedForAll' : 'updated';
    return [span(`✓ ${decided}  ${t(`tui.exchange.${key}`, { took })}`, 'good')];
  });
}

function becameSpan({ became, reason, error }: ConsideredAnswer, { t, lang }: ViewData): Span {
  if (became === 'dropped' && reason) return span(`○ ${t(`tui.became.${reason}`)}`, 'quiet');
  if (became === 'failed' && error) {
    return span(`✗ ${t('tui.became.failed')}  ${errorText(error, lang).sentence}`, 'bad');
  }
  const mark = marks[became];
  return span(`${mark.mark} ${t(`tui.became.${became}`)}`, mark.tone);
}

const marks = {
  pending: { mark: '◐', tone: 'waiting' },
  answered: { mark: '✓', tone: 'good' },
  unsent: { mark: '✗', tone: 'bad' },
  update: { mark: '↻', tone: 'plain' },
  dropped: { mark: '○', tone: 'quiet' },
  left: { mark: '○', tone: 'quiet' },
  failed: { mark: '✗', tone: 'bad' },
} as const;

function attemptLine(
  { attempt, outcome, tookMs, status, detail }: ForwardAttempt,
  data: ViewData,
): Line {
  const { t } = data;
  const parts = [
    t('tui.forward.attempt', { attempt }),
    t(outcome === undefined ? 'tui.became.pending' : `tui.forward.outcome.${outcome}`),
    status === undefined ? '' : String(status),
    tookMs === undefined ? '' : spacedDuration(tookMs),
    detail ?? '',
  ];
  const text = printable(parts.filter((part) => part !== '').join('  '));
  return [span(`          ${text}`, outcome === 'answer' ? 'plain' : 'quiet')];
}
