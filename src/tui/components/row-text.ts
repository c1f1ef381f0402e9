import { printable } from '../../base/display-width.js';
import type { CardInstance } from '../../log/cards.js';
import type { Exchange } from '../../log/exchange.js';
import type { FeedRow } from '../../log/feed.js';
import { actionOf } from '../state/action-of.js';
import type { ViewData } from '../state/view-data.js';
import { eventText } from './event-text.js';
import { exchangeWords } from './exchange-text.js';
import { duration, shortId } from './format.js';
import { jsonSummary } from './json-lines.js';
import { nameOf } from './person-name.js';
import { type Span, span } from './spans.js';

/** The words of one feed row, before they are put into columns. */
export interface RowText {
  readonly kind: Span;
  readonly who: string;
  readonly what: string;
  /** A shape and a word. */
  readonly state: Span;
  /** The same where there is little room. Rows that have it say in their state how long it took. */
  readonly shortState?: Span;
  readonly took: string;
}

export function rowText(row: FeedRow, data: ViewData): RowText {
  switch (row.kind) {
    case 'message':
      return messageText(row, data);
    case 'exchange': {
      const exchange = data.exchanges.get(row.exchangeId);
      return exchange ? exchangeText(exchange, data) : forgotten(data);
    }
    case 'card': {
      const card = data.cards.get(row.outTrackId);
      return card ? cardText(card, data) : forgotten(data);
    }
    case 'event':
      return eventText(row.event, data);
  }
}

function forgotten({ t }: ViewData): RowText {
  return { kind: span(''), who: '', what: t('tui.row.forgotten'), state: span(''), took: '' };
}

function messageText(row: Extract<FeedRow, { kind: 'message' }>, data: ViewData): RowText {
  const { t } = data;
  const { message } = row;
  const text = message.text === '' ? `[${message.msgtype}]` : message.text;
  const rule = row.rule === undefined ? '' : ` ${row.rule}`;
  const state = {
    received: span(`○ ${t('tui.message.received')}`, 'quiet'),
    carded: span(`✓ ${t('tui.message.carded')}${printable(rule)}`, 'good'),
    failed: span(`✗ ${t('tui.message.failed')}${printable(rule)}`, 'bad'),
    unanswered: span(`○ ${t('tui.message.unanswered')}`, 'quiet'),
  }[row.outcome];
  return {
    kind: span(t('tui.kind.message'), 'accent'),
    who: printable(message.senderNick || message.senderStaffId || message.senderId),
    what: printable(text),
    state: times(state, row.duplicates),
    took: row.tookMs === undefined ? '' : duration(row.tookMs),
  };
}

function exchangeText(exchange: Exchange, data: ViewData): RowText {
  const { callback } = exchange;
  const params = jsonSummary(callback.params);
  const problem = exchange.problem === undefined ? '' : `! ${exchange.problem}`;
  const words = exchangeWords(exchange, data);
  return {
    kind: span(data.t('tui.kind.callback'), 'strong'),
    who: nameOf(callback.userId, data),
    what: printable([actionOf(callback), params, problem].filter(Boolean).join('  ')),
    state: times(words.full, exchange.duplicates),
    shortState: times(words.short, exchange.duplicates),
    took: '',
  };
}

function cardText(card: CardInstance, data: ViewData): RowText {
  const updates = card.updates > 0 ? `  ↻${card.updates}` : '';
  const last = card.deliveries.at(-1);
  const reason = last && !last.success ? `  ${last.errorMsg ?? ''}` : '';
  return {
    kind: span(data.t('tui.kind.card'), 'accent'),
    who: spaceText(card.openSpaceId, data),
    what: printable(`${card.cardTemplateId}  ${shortId(card.outTrackId)}${updates}${reason}`),
    state: cardState(card, data),
    took: '',
  };
}

export function cardState(card: CardInstance, { t }: ViewData): Span {
  switch (card.phase) {
    case 'created':
      return span(`◐ ${t('tui.card.created')}`, 'waiting');
    case 'delivered':
      return span(`✓ ${t('tui.card.delivered')}`, 'good');
    case 'partly':
      return span(`✗ ${t('tui.card.partly')}`, 'bad');
    case 'undelivered':
      return span(`✗ ${t('tui.card.undelivered')}`, 'bad');
    case 'uncertain':
      return span(`◐ ${t('tui.card.uncertain')}`, 'waiting');
    case 'failed':
      return span(`✗ ${t('tui.card.failed')}`, 'bad');
  }
}

/** Whom a card goes to, in a word: a nickname, a group's title, or the id. */
export function spaceText(openSpaceId: string, data: ViewData): string {
  const targets = openSpaceId
    .replace(/^dtv1\.card\/\//, '')
    .split(';')
    .filter(Boolean);
  const first = targets[0] ?? '';
  const spaceId = first.slice(first.indexOf('.') + 1);
  const more = targets.length > 1 ? ` +${targets.length - 1}` : '';
  return printable(data.feed.placeOf(spaceId) + more);
}

function times(state: Span, duplicates: number): Span {
  return duplicates === 0 ? state : { ...state, text: `${state.text} ×${duplicates + 1}` };
}
