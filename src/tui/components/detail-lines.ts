import { displayWidth, fit, printable, wrap } from '../../base/display-width.js';
import { isJsonObject, type JsonValue, parseJson } from '../../base/json-text.js';
import { publicOf } from '../../log/card-layers.js';
import type { CardInstance } from '../../log/cards.js';
import type { Exchange } from '../../log/exchange.js';
import type { FeedRow } from '../../log/feed.js';
import type { ViewData } from '../state/view-data.js';
import { consideredLines, lateLines } from './considered-lines.js';
import { effectLines } from './effect-lines.js';
import { errorText } from './error-text.js';
import { exchangeState } from './exchange-text.js';
import { clockTime, duration } from './format.js';
import { jsonLines } from './json-lines.js';
import { nameOf } from './person-name.js';
import { cardState, rowText, spaceText } from './row-text.js';
import { type Line, type Span, span } from './spans.js';

/** Everything known about one row, as a text to scroll through. */
export interface DetailText {
  readonly lines: readonly Line[];
  /** Where the sections begin. */
  readonly sections: readonly number[];
}

export function detailText(row: FeedRow, data: ViewData, width: number): DetailText {
  const page = new DetailPage(data, width);
  switch (row.kind) {
    case 'message':
      writeMessage(page, row);
      break;
    case 'exchange': {
      const exchange = data.exchanges.get(row.exchangeId);
      if (exchange) writeExchange(page, exchange);
      else page.text(data.t('tui.row.forgotten'));
      break;
    }
    case 'card': {
      const card = data.cards.get(row.outTrackId);
      if (card) writeCard(page, card, data.t('tui.detail.card'));
      else page.text(data.t('tui.row.forgotten'));
      break;
    }
    case 'event':
      writeEvent(page, row);
  }
  return page;
}

const labelWidth = 16;

class DetailPage implements DetailText {
  readonly lines: Line[] = [];
  readonly sections: number[] = [];
  readonly data: ViewData;
  readonly width: number;

  constructor(data: ViewData, width: number) {
    this.data = data;
    this.width = width;
  }

  section(title: string, state?: Span): void {
    if (this.lines.length > 0) this.lines.push([]);
    this.sections.push(this.lines.length);
    this.lines.push(state ? [span(title, 'heading'), span('  '), state] : [span(title, 'heading')]);
  }

  text(text: string, tone?: Span['tone']): void {
    for (const row of wrap(printable(text), this.width)) {
      this.lines.push([tone === undefined ? span(row) : span(row, tone)]);
    }
  }

  /** A name and its value; empty values are left out. */
  field(name: string, value: string, tone?: Span['tone']): void {
    if (value === '') return;
    const cells = Math.max(labelWidth, displayWidth(name) + 2);
    const head = fit(name, cells);
    const rows = wrap(printable(value), Math.max(8, this.width - cells));
    for (const [index, row] of rows.entries()) {
      const left = index === 0 ? span(head, 'quiet') : span(' '.repeat(cells));
      this.lines.push([left, tone === undefined ? span(row) : span(row, tone)]);
    }
  }

  json(value: JsonValue): void {
    const more = (count: number) => this.data.t('tui.detail.more', { count });
    this.lines.push(...jsonLines(value, this.width, more));
  }
}

function writeMessage(page: DetailPage, row: Extract<FeedRow, { kind: 'message' }>): void {
  const { t } = page.data;
  const { message } = row;
  page.section(t('tui.detail.message'), rowText(row, page.data).state);
  page.field('text', message.text);
  page.field('senderNick', message.senderNick);
  page.field('senderStaffId', message.senderStaffId);
  page.field('conversation', message.conversationTitle);
  page.field('conversationId', message.conversationId);
  page.field('msgtype', message.msgtype);
  page.field('msgId', message.msgId);
  page.field('robotCode', message.robotCode);
  page.field('errCode', message.errCode ?? '', 'bad');
  page.field(t('tui.detail.rule'), row.rule ?? '');
  page.field(t('tui.detail.time'), clockTime(row.atMs));
  if (row.duplicates > 0) page.field(t('tui.detail.deliveries'), String(row.duplicates + 1));
  writeRaw(page, row.raw);
}

function writeExchange(page: DetailPage, exchange: Exchange): void {
  const { t } = page.data;
  const { callback } = exchange;
  page.section(t('tui.detail.callback'), exchangeState(exchange, page.data));
  if (exchange.problem !== undefined) page.text(`! ${exchange.problem}`, 'bad');
  page.field('actionIds', callback.actionIds.join(', '));
  const name = nameOf(callback.userId, page.data);
  page.field('userId', name === callback.userId ? name : `${callback.userId}  ${name}`);
  page.field('outTrackId', callback.outTrackId);
  page.field('spaceId', callback.spaceId);
  page.field('spaceType', callback.spaceType);
  page.field('type', callback.type);
  page.field('corpId', callback.corpId);
  page.field(t('tui.detail.time'), clockTime(exchange.atMs));
  const window = duration(exchange.deadlineAtMs - exchange.atMs);
  const { restored } = exchange;
  if (restored) page.field(t('tui.detail.restoredFrom'), restored.recording);
  else page.field(t('tui.detail.deadline'), `${clockTime(exchange.deadlineAtMs)}  (${window})`);
  if (!restored) page.field(t('tui.detail.policy'), t(`tui.policy.${exchange.policy}`));
  if (exchange.holdFailed !== undefined) {
    page.text(t('tui.answer.holdFailed', { detail: exchange.holdFailed }), 'waiting');
  }
  if (exchange.duplicates > 0) {
    page.field(t('tui.detail.deliveries'), String(exchange.duplicates + 1));
  }
  page.section('params');
  page.json(callback.params);
  writeAnswer(page, exchange);
  writeConsidered(page, exchange);
  writeEffects(page, exchange);
  const card = page.data.cards.get(callback.outTrackId);
  if (card) writeCard(page, card, t('tui.detail.cardNow'));
  if (exchange.raw !== '') writeRaw(page, exchange.raw);
}

function writeAnswer(page: DetailPage, exchange: Exchange): void {
  const { t } = page.data;
  const { answer, late } = exchange;
  page.section(t('tui.detail.answer'));
  if (!answer && !late) {
    const was = exchange.restored?.was;
    return page.text(t(was ? `tui.exchange.leftOpen.${was}` : 'tui.detail.noAnswer'), 'quiet');
  }
  if (answer) {
    page.field(t('tui.detail.source'), t(`tui.source.${answer.source}`));
    page.field(t('tui.detail.rule'), answer.rule ?? '');
    page.field(t('tui.detail.took'), duration(answer.tookMs));
    page.field('code', String(answer.code), answer.code === 200 ? 'plain' : 'bad');
    if (!answer.sent) page.text(t('tui.detail.unsent'), 'bad');
    if (answer.response) page.json(answer.response as JsonValue);
    else page.text(t('tui.detail.emptyAnswer'), 'quiet');
  }
  if (late) {
    page.section(t('tui.detail.late'));
    for (const [part] of lateLines(exchange, page.data)) if (part) page.text(part.text, part.tone);
    page.json(late.response as JsonValue);
  }
}

/** Where there was but one answer, at once, there is nothing to tell. */
function writeConsidered(page: DetailPage, exchange: Exchange): void {
  const { considered, forwards } = exchange;
  if (considered.length < 2 && forwards.length === 0) return;
  page.section(page.data.t('tui.detail.considered'));
  page.lines.push(...consideredLines(exchange, page.data, page.width));
}

function writeEffects(page: DetailPage, { exchangeId, callback }: Exchange): void {
  const entries = page.data.effects.of(exchangeId);
  if (entries.length === 0) return;
  page.section(page.data.t('effect.title'));
  page.lines.push(...effectLines(entries, callback.outTrackId, page.data, page.width));
}

function writeCard(page: DetailPage, card: CardInstance, title: string): void {
  const { t, lang } = page.data;
  page.section(title, cardState(card, page.data));
  page.field('outTrackId', card.outTrackId);
  page.field('cardTemplateId', card.cardTemplateId);
  page.field('openSpaceId', card.openSpaceId);
  page.field(t('tui.detail.recipient'), spaceText(card.openSpaceId, page.data));
  page.field(t('tui.detail.rule'), card.because.rule ?? '');
  page.field(t('tui.detail.time'), clockTime(card.atMs));
  if (card.updates > 0) {
    const changed = clockTime(card.changedAtMs);
    page.field(t('tui.detail.updates'), `${card.updates}  ${changed}`);
  }
  if (card.error) {
    const { sentence, next, fault } = errorText(card.error, lang);
    page.text(`✗ ${sentence}`, 'bad');
    if (next !== '') page.text(next);
    if (fault !== '') page.text(fault, 'quiet');
  }
  if (card.uncertain !== undefined) page.field(t('tui.card.uncertain'), card.uncertain, 'waiting');
  for (const delivery of card.deliveries) {
    const mark = delivery.success ? '✓' : '✗';
    const rest = delivery.success ? (delivery.carrierId ?? '') : (delivery.errorMsg ?? '');
    const text = `${mark} ${delivery.spaceType} ${delivery.spaceId}  ${rest}`;
    page.text(text, delivery.success ? 'good' : 'bad');
  }
  page.section('cardParamMap');
  page.json(openedValues(card.cardParamMap));
  for (const userId of card.seenBy.keys()) {
    page.section(page.data.t('effect.publicOf', { name: nameOf(userId, page.data) }));
    page.json(openedValues(publicOf(card, userId)));
  }
  for (const [userId, data] of Object.entries(card.privateData)) {
    page.section(`privateData  ${nameOf(userId, page.data)}`);
    page.json(openedValues(data.cardParamMap));
  }
}

function writeEvent(page: DetailPage, row: Extract<FeedRow, { kind: 'event' }>): void {
  const { t, lang } = page.data;
  const { event } = row;
  const text = rowText(row, page.data);
  page.section(text.kind.text, text.state);
  page.field(t('tui.detail.time'), clockTime(row.atMs));
  if (event.type === 'api.failed') {
    const { sentence, next, fault } = errorText(event.error, lang);
    page.field('method', `${event.method} ${event.path}`);
    page.field(t('tui.detail.attempt'), String(event.attempt));
    page.text(sentence, 'bad');
    if (next !== '') page.text(next);
    if (fault !== '') page.text(fault, 'quiet');
    const scopes = event.error.fault?.requiredScopes ?? [];
    page.field('requiredScopes', scopes.join(', '));
    return;
  }
  if (event.type === 'rules.rejected') {
    page.field(t('tui.detail.file'), event.file);
    for (const problem of event.problems) {
      page.text(`${problem.line}:${problem.column}  ${problem.message}`, 'bad');
    }
    page.text(t(event.keptPrevious ? 'tui.detail.rulesKept' : 'tui.detail.rulesGone'));
    return;
  }
  if (event.type === 'frame.malformed') {
    page.field(t('tui.detail.problem'), `${event.problem}  ${event.detail}`, 'bad');
    return writeRaw(page, event.raw);
  }
  page.text(text.what);
}

/** Longer frames are shown as text: opening them would cost more than a frame's time. */
const rawLimit = 256 * 1024;

/** The frame as it came, its JSON opened; long text that is no JSON is cut. */
function writeRaw(page: DetailPage, raw: string): void {
  page.section(page.data.t('tui.detail.raw'));
  const parsed = parseJson(raw.length <= rawLimit ? raw : '');
  if (!parsed.ok) return page.text(raw.slice(0, 20_000), 'quiet');
  const frame = parsed.value;
  page.json(isJsonObject(frame) ? { ...frame, data: opened(frame['data'] ?? null) } : frame);
}

function openedValues(map: Readonly<Record<string, string>>): JsonValue {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, opened(value)]));
}

/** A string that holds an object or a list, as what it holds; twice, since callbacks nest it so. */
function opened(value: JsonValue, depth = 0): JsonValue {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    const parsed = parseJson(value);
    if (parsed.ok) return opened(parsed.value, depth + 1);
  }
  if (depth > 0 && depth < 3 && isJsonObject(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, inner]) => [
        key,
        typeof inner === 'string' ? opened(inner, depth + 1) : inner,
      ]),
    );
  }
  return value;
}
