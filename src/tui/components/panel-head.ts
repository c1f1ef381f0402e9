import { displayWidth, printable, truncate, wrap } from '../../base/display-width.js';
import type { Exchange } from '../../log/exchange.js';
import type { Focus } from '../state/queue-focus.js';
import type { ViewData } from '../state/view-data.js';
import type { Tone } from '../theme/theme.js';
import { deadlineBar } from './deadline-bar.js';
import { calledIn, decidedBy, exchangeWords, pendingOf } from './exchange-text.js';
import { shortId, spacedDuration, spacedSeconds } from './format.js';
import { joined, type Line, lineWidth, span, spread } from './spans.js';

/** How many wait, whose this is, for what action of which card, and where it stands. */
export function panelTitle({ exchange, count }: Focus, data: ViewData, width: number): Line {
  const { t } = data;
  if (!exchange) return [span(` ${t('tui.row.forgotten')}`)];
  const { name, action } = calledIn(exchange, data);
  const place = count > 1 ? [span(t('tui.answer.place', { count }), 'waiting')] : [];
  const whose = joined([[span(name, 'strong')], [span(action)]]);
  const card = [span(shortId(exchange.callback.outTrackId), 'quiet')];
  const head: Line = [span(` ${t('tui.answer.title')}  `, 'heading')];
  const { full, short } = exchangeWords(exchange, data);
  const bar = exchange.phase === 'waiting' ? [...clockBar(exchange, data, width), span(' ')] : [];
  const all = joined([place, whose, card]);
  const named = joined([place, whose]);
  // The state is never cut for the sake of an id, nor who tapped what for a bar or a number.
  const ways: readonly (readonly [left: Line, right: Line])[] = [
    [all, [...bar, full]],
    [named, [...bar, full]],
    [all, [...bar, short]],
    [named, [...bar, short]],
    [named, [full]],
    [named, [short]],
    [whose, [short]],
  ];
  const isRoomFor = ([left, right]: (typeof ways)[number]) =>
    lineWidth(head) + lineWidth(left) + lineWidth(right) + 2 <= width;
  const [left, right] = ways.find(isRoomFor) ?? [named, [short]];
  return spread([...head, ...left], [...right, span(' ')], width);
}

function clockBar(exchange: Exchange, { nowMs }: ViewData, width: number): Line {
  const leftMs = exchange.deadlineAtMs - nowMs;
  return deadlineBar(leftMs, exchange.deadlineAtMs - exchange.atMs, width >= 70 ? 16 : 8);
}

/** What happens by itself, who else is at work, and what a late decision would do; the weightiest first. */
export function panelNotes({ exchange, moved }: Focus, data: ViewData, width: number): Line[] {
  if (!exchange) return [];
  const { t } = data;
  const notes: Line[] = [];
  if (moved?.from) {
    const by = decidedBy(moved.from, data);
    const text =
      by === undefined
        ? t('tui.answer.goesFirst')
        : t('tui.answer.moved', { ...calledIn(moved.from, data), by });
    notes.push(...noteLines(`↷ ${text}`, 'waiting', width));
  }
  const said = consequence(exchange, data);
  const other = atWork(exchange, data);
  const margin = marginText(exchange, data);
  const tail = margin === '' ? '' : `  ${margin}`;
  const isRoomy = displayWidth(said) + displayWidth(tail) + 2 <= width;
  notes.push(...noteLines(`${said}${isRoomy ? tail : ''}`, 'quiet', width));
  if (other !== '') notes.push(...noteLines(other, 'quiet', width));
  if (warnsOfReach(exchange, data)) {
    notes.push(...noteLines(t('tui.answer.reach'), 'waiting', width));
  }
  return notes;
}

/** Two rows at most: what may hold a server's words must not push the answers away. */
function noteLines(text: string, tone: Tone, width: number): readonly Line[] {
  const cells = Math.max(1, width - 2);
  const [first = '', ...rest] = wrap(printable(text), cells);
  const rows = rest.length === 0 ? [first] : [first, truncate(rest.join(' '), cells)];
  return rows.map((row) => [span(` ${row}`, tone)]);
}

function consequence(exchange: Exchange, { t, nowMs }: ViewData): string {
  const { phase, policy, holdFailed, restored, answer } = exchange;
  switch (phase) {
    case 'waiting': {
      if (holdFailed !== undefined) return t('tui.answer.holdFailed', { detail: holdFailed });
      const left = spacedSeconds(exchange.deadlineAtMs - nowMs);
      return t(`tui.answer.if.${policy}`, { left });
    }
    case 'held':
      return t('tui.answer.held');
    case 'acknowledged':
    case 'expired':
      if (restored) return t(restored.decided ? 'tui.answer.leftDecided' : 'tui.answer.leftOpen');
      return t(phase === 'expired' ? 'tui.answer.expired' : 'tui.answer.acknowledged');
    case 'failed':
      return t(answer?.source === 'autoFail' ? 'tui.answer.refused' : 'tui.answer.decided');
    case 'unsent':
      return t(answer?.source === 'manual' ? 'tui.answer.decided' : 'tui.answer.unsent');
    case 'answered':
    case 'late':
    case 'updated':
    case 'updateFailed':
      return t('tui.answer.decided');
  }
}

/** A rule that waits, a script that thinks, a service that was asked. */
function atWork(exchange: Exchange, { t, nowMs }: ViewData): string {
  const other = pendingOf(exchange);
  if (!other) return '';
  if (other.source === 'forward') {
    return t('tui.answer.forwarding', { took: spacedDuration(nowMs - other.atMs) });
  }
  const rule = other.rule ?? '';
  if (other.dueAtMs === undefined) return t('tui.answer.script', { rule });
  return t('tui.answer.planned', { rule, left: spacedSeconds(other.dueAtMs - nowMs) });
}

function marginText(exchange: Exchange, { t, windowMs }: ViewData): string {
  if (exchange.phase !== 'waiting' || windowMs === undefined) return '';
  const marginMs = windowMs - (exchange.deadlineAtMs - exchange.atMs);
  return marginMs <= 0 ? '' : t('tui.answer.margin', { margin: spacedDuration(marginMs) });
}

/** Only once it is too late for an answer: before, nobody need be warned. */
function warnsOfReach({ phase }: Exchange, { connection }: ViewData): boolean {
  if (connection.session?.answerReach !== 'clicker') return false;
  return phase === 'acknowledged' || phase === 'expired' || phase === 'unsent';
}
