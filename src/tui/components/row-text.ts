import { printable } from '../../base/display-width.js';
import { translateLoose } from '../../i18n/translate.js';
import type { CardInstance } from '../../log/cards.js';
import type { EventOf } from '../../log/event.js';
import type { Exchange } from '../../log/exchange.js';
import type { FeedRow, SingleEvent } from '../../log/feed.js';
import type { ViewData } from '../state/view-data.js';
import { errorText, faultText } from './error-text.js';
import { duration, seconds, shortId } from './format.js';
import { jsonSummary } from './json-lines.js';
import { type Span, span } from './spans.js';

/** The words of one feed row, before they are put into columns. */
export interface RowText {
  readonly kind: Span;
  readonly who: string;
  readonly what: string;
  /** A shape and a word. */
  readonly state: Span;
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

export function nameOf(userId: string, data: ViewData): string {
  return printable(data.feed.nickOf(userId) ?? userId);
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
  const action = callback.actionIds.join('+') || callback.type || '?';
  const params = jsonSummary(callback.params);
  const problem = exchange.problem === undefined ? '' : `! ${exchange.problem}`;
  return {
    kind: span(data.t('tui.kind.callback'), 'strong'),
    who: nameOf(callback.userId, data),
    what: printable([action, params, problem].filter(Boolean).join('  ')),
    state: times(exchangeState(exchange, data), exchange.duplicates),
    took: tookOf(exchange),
  };
}

export function exchangeState(exchange: Exchange, { t, nowMs }: ViewData): Span {
  const { answer } = exchange;
  switch (exchange.phase) {
    case 'waiting': {
      const left = seconds(exchange.deadlineAtMs - nowMs);
      return span(`◐ ${t('tui.exchange.waiting')} ${left}`, 'waiting');
    }
    case 'held':
      return span(`◐ ${t('tui.exchange.waiting')}`, 'waiting');
    case 'expired':
      return span(`○ ${t('tui.exchange.acknowledged')}`, 'waiting');
    case 'failed':
    case 'answered': {
      const by = answer?.rule === undefined ? '' : ` ${printable(answer.rule)}`;
      if (answer && answer.code !== 200) {
        return span(`✗ ${t('tui.exchange.failed')} ${answer.code}${by}`, 'bad');
      }
      const word = answer?.source === 'rule' ? t('tui.exchange.rule') : t('tui.exchange.answered');
      return span(`✓ ${word}${by}`, 'good');
    }
    case 'unsent':
      return span(`✗ ${t('tui.exchange.unsent')}`, 'bad');
    case 'acknowledged':
      return span(`○ ${t('tui.exchange.acknowledged')}`, 'waiting');
    case 'late':
      return span(`◐ ${t('tui.exchange.late')}`, 'waiting');
    case 'updated':
      return span(`✓ ${t('tui.exchange.updated')}`, 'good');
    case 'updateFailed':
      return span(`✗ ${t('tui.exchange.updateFailed')}`, 'bad');
  }
}

function tookOf(exchange: Exchange): string {
  if (exchange.update) return duration(exchange.update.atMs - exchange.atMs);
  const tookMs = exchange.late?.tookMs ?? exchange.answer?.tookMs;
  return tookMs === undefined ? '' : duration(tookMs);
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

function eventText(event: EventOf<SingleEvent>, data: ViewData): RowText {
  const { t, lang } = data;
  const row = (kind: Span, what: string, state: Span, who = '', took = ''): RowText => {
    return { kind, who: printable(who), what: printable(what), state, took };
  };
  switch (event.type) {
    case 'api.failed': {
      const { sentence, fault } = errorText(event.error, lang);
      const what = `${event.method} ${event.path}  ${fault || sentence}`;
      const state = span(`✗ ${event.error.fault?.code || event.error.code}`, 'bad');
      return row(span(t('tui.kind.api'), 'bad'), what, state, '', duration(event.tookMs));
    }
    case 'notice': {
      const tone = { info: 'quiet', warn: 'waiting', error: 'bad' } as const;
      const mark = { info: '·', warn: '!', error: '✗' }[event.level];
      const word = t(`tui.level.${event.level}`);
      const what = translateLoose(lang, event.key, event.params);
      return row(
        span(t('tui.kind.notice'), 'quiet'),
        what,
        span(`${mark} ${word}`, tone[event.level]),
      );
    }
    case 'connection.opened': {
      const state = span(`● ${t('tui.connection.open')}`, 'good');
      return row(
        span(t('tui.kind.connection'), 'quiet'),
        event.endpoint,
        state,
        '',
        duration(event.tookMs),
      );
    }
    case 'connection.lost': {
      const what = `${t(`tui.lost.${event.reason}`)}  ${event.detail}`;
      return row(
        span(t('tui.kind.connection'), 'quiet'),
        what,
        span(`○ ${t('tui.connection.lost')}`, 'bad'),
      );
    }
    case 'connection.draining': {
      const state = span(`◐ ${t('tui.connection.draining')}`, 'waiting');
      return row(span(t('tui.kind.connection'), 'quiet'), event.detail, state);
    }
    case 'connection.refused': {
      const state = span(`✗ ${t('tui.connection.refused')}`, 'bad');
      return row(span(t('tui.kind.connection'), 'quiet'), faultText(event.fault), state);
    }
    case 'rules.loaded': {
      const state = span(`✓ ${t('tui.rules.loaded', { count: event.count })}`, 'good');
      return row(span(t('tui.kind.rules'), 'quiet'), event.file, state);
    }
    case 'rules.rejected': {
      const first = event.problems[0];
      const what = first ? `${event.file}:${first.line}  ${first.message}` : event.file;
      return row(
        span(t('tui.kind.rules'), 'quiet'),
        what,
        span(`✗ ${t('tui.rules.broken')}`, 'bad'),
      );
    }
    case 'frame.malformed': {
      const what = `${event.problem}  ${event.detail}`;
      return row(
        span(t('tui.kind.frame'), 'bad'),
        what,
        span(`✗ ${t('tui.frame.malformed')}`, 'bad'),
      );
    }
  }
}

function times(state: Span, duplicates: number): Span {
  return duplicates === 0 ? state : { ...state, text: `${state.text} ×${duplicates + 1}` };
}
