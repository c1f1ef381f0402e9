import { printable } from '../../base/display-width.js';
import type { AnswerSource } from '../../log/event.js';
import type { ConsideredAnswer, Exchange, LateAnswer, RestoredFrom } from '../../log/exchange.js';
import { actionOf } from '../state/action-of.js';
import type { ViewData } from '../state/view-data.js';
import { spacedDuration, spacedSeconds } from './format.js';
import { nameOf } from './person-name.js';
import { type Span, span } from './spans.js';

/** Where a callback stands: in words that say when and by whom, and in fewer where there is no room. */
export interface ExchangeWords {
  readonly full: Span;
  readonly short: Span;
}

export function exchangeState(exchange: Exchange, data: ViewData): Span {
  return exchangeWords(exchange, data).full;
}

export function exchangeWords(exchange: Exchange, data: ViewData): ExchangeWords {
  const { t, nowMs } = data;
  const { answer, restored } = exchange;
  const took = spacedDuration(answer?.tookMs ?? 0);
  const said = (mark: string, tone: Span['tone'], full: string, short: string): ExchangeWords => {
    const put = (text: string) => span(printable(`${mark} ${text}`), tone);
    return { full: put(full), short: put(short) };
  };
  switch (exchange.phase) {
    case 'waiting': {
      const left = spacedSeconds(exchange.deadlineAtMs - nowMs);
      const short = t('tui.exchange.waiting', { left });
      const other = pendingOf(exchange);
      const by = other && pendingName(other, data);
      return said('◐', 'waiting', by ? t('tui.exchange.waitingWith', { left, by }) : short, short);
    }
    case 'held':
      return same(span(`◐ ${t('tui.exchange.held')}`, 'waiting'));
    case 'answered': {
      const by = byWhom(answer?.source ?? 'manual', answer?.rule, data);
      const word = answer?.response ? 'tui.exchange.answered' : 'tui.exchange.answeredEmpty';
      return said('✓', 'good', t(word, { took, by }), `${by} ${took}`);
    }
    case 'failed': {
      const by = byWhom(answer?.source ?? 'manual', answer?.rule, data);
      const code = answer?.code ?? 0;
      const full = t('tui.exchange.failed', { code, took, by });
      return said('✗', 'bad', full, t('tui.exchange.failedShort', { code, took }));
    }
    case 'unsent':
      return same(span(`✗ ${t('tui.exchange.unsent')}`, 'bad'));
    case 'acknowledged': {
      if (restored) return same(leftOpen(exchange, restored, data));
      if (answer?.source === 'shutdown') {
        const by = byWhom('shutdown', undefined, data);
        const text = t('tui.exchange.acknowledgedWith', { took, by });
        return same(span(`○ ${text}`, 'waiting'));
      }
      if (isClosed(exchange)) {
        const full = t('tui.exchange.closed', { took });
        return said('○', 'quiet', full, t('tui.exchange.closedShort'));
      }
      const other = pendingOf(exchange);
      const full = other
        ? t('tui.exchange.acknowledgedAwaits', { took, by: pendingName(other, data) })
        : t('tui.exchange.acknowledged', { took });
      return said('○', 'waiting', full, t('tui.exchange.acknowledgedShort', { took }));
    }
    case 'expired':
      if (restored) return same(leftOpen(exchange, restored, data));
      return same(span(`○ ${t('tui.exchange.expired')}`, 'bad'));
    case 'late': {
      const late = { took: sinceTap(exchange, exchange.late?.atMs) };
      return said('◐', 'waiting', t('tui.exchange.late', late), t('tui.exchange.lateShort', late));
    }
    case 'updated': {
      const since = { took: sinceTap(exchange, exchange.update?.atMs) };
      const [full, short] = reachesMore(exchange.late, data)
        ? (['updatedForAll', 'updatedForAllShort'] as const)
        : (['updated', 'updatedShort'] as const);
      return said('✓', 'good', t(`tui.exchange.${full}`, since), t(`tui.exchange.${short}`, since));
    }
    case 'updateFailed': {
      const full = t('tui.exchange.updateFailed', {
        took: sinceTap(exchange, exchange.update?.atMs),
      });
      return said('✗', 'bad', full, t('tui.exchange.updateFailedShort'));
    }
  }
}

/** Of an earlier run, until somebody decides it. */
function leftOpen(exchange: Exchange, { was }: RestoredFrom, { t }: ViewData): Span {
  if (isClosed(exchange)) return span(`○ ${t('tui.exchange.closedShort')}`, 'quiet');
  return span(`○ ${t(`tui.exchange.leftOpen.${was}`)}`, 'waiting');
}

/** Who decides, or decided. */
export function byWhom(source: AnswerSource, rule: string | undefined, { t }: ViewData): string {
  if (source === 'rule' && rule !== undefined) return t('tui.by.rule', { rule: printable(rule) });
  if (source === 'rule') return t('tui.source.rule');
  return t(`tui.by.${source}`);
}

/** Whose decision it was in the end; undefined while there is none. */
export function decidedBy(exchange: Exchange, data: ViewData): string | undefined {
  const { late, answer } = exchange;
  const decision = late ?? answer;
  return decision && byWhom(decision.source, decision.rule, data);
}

/** `李四 agree`: a callback in a sentence. */
export function calledIn(exchange: Exchange, data: ViewData): { name: string; action: string } {
  const { callback } = exchange;
  return { name: nameOf(callback.userId, data), action: printable(actionOf(callback)) };
}

/** An answer somebody else is still thinking of. */
export function pendingOf({ considered }: Exchange): ConsideredAnswer | undefined {
  return considered.find(({ became }) => became === 'pending');
}

/** Nobody decided in time, and a person then left the card as it is. */
export function isClosed({ considered }: Exchange): boolean {
  return considered.some(({ became, reason }) => {
    return became === 'dropped' && reason === 'nothing-to-update';
  });
}

/** More people see the update than would have seen the answer (stream-protocol §6.4, Q5). */
export function reachesMore(
  late: Pick<LateAnswer, 'response'> | undefined,
  { connection }: ViewData,
): boolean {
  return connection.session?.answerReach === 'clicker' && late?.response.cardData !== undefined;
}

function pendingName({ source, rule, dueAtMs }: ConsideredAnswer, data: ViewData): string {
  if (source === 'rule' && dueAtMs === undefined && rule !== undefined) {
    return data.t('tui.by.script', { rule: printable(rule) });
  }
  return byWhom(source, rule, data);
}

function sinceTap({ atMs }: Exchange, thenMs: number | undefined): string {
  return spacedDuration((thenMs ?? atMs) - atMs);
}

function same(words: Span): ExchangeWords {
  return { full: words, short: words };
}
