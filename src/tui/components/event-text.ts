import { printable } from '../../base/display-width.js';
import { translateLoose } from '../../i18n/translate.js';
import type { EventOf } from '../../log/event.js';
import type { SingleEvent } from '../../log/feed.js';
import { actionOf } from '../state/action-of.js';
import type { ViewData } from '../state/view-data.js';
import { errorText, faultText } from './error-text.js';
import { duration } from './format.js';
import { nameOf } from './person-name.js';
import type { RowText } from './row-text.js';
import { type Span, span } from './spans.js';

/** The words of a row that is one event. */
export function eventText(event: EventOf<SingleEvent>, data: ViewData): RowText {
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
    case 'forward.health': {
      const state = {
        unknown: span(`◐ ${t('tui.forward.unknown')}`, 'quiet'),
        ok: span(`● ${t('tui.forward.ok')}`, 'good'),
        slow: span(`◐ ${t('tui.forward.slow')}`, 'waiting'),
        down: span(`✗ ${t('tui.forward.down')}`, 'bad'),
      }[event.state];
      const what = [event.url, event.detail].filter(Boolean).join('  ');
      return row(span(t('tui.kind.forward'), 'quiet'), what, state);
    }
    case 'split.suspected': {
      const what = translateLoose(lang, `line.split.${event.sign}`, event.params);
      const state = span(`! ${t('tui.split.suspected')}`, 'bad');
      return row(span(t('tui.kind.split'), 'bad'), what, state);
    }
    case 'rules.switched': {
      const isGuard = !event.on && event.reason === 'production';
      const what = t(
        event.on ? 'line.rules.on' : isGuard ? 'line.rules.offProduction' : 'line.rules.off',
      );
      const state = event.on
        ? span(`✓ ${t('tui.rules.on')}`, 'good')
        : span(`○ ${t('tui.rules.off')}`, 'waiting');
      return row(span(t('tui.kind.rules'), 'quiet'), what, state);
    }
    case 'rules.pinned': {
      const what = `${event.rule}  ${event.file}:${event.line}`;
      const state = span(`✓ ${t('tui.rules.pinned')}`, 'good');
      return row(span(t('tui.kind.rules'), 'quiet'), what, state);
    }
    case 'rule.scriptFailed': {
      const { sentence } = errorText(event.error, lang);
      const state = span(`✗ ${t('tui.rules.scriptFailed')}`, 'bad');
      const what = `${event.rule}  ${sentence}`;
      return row(span(t('tui.kind.rules'), 'bad'), what, state, '', duration(event.tookMs));
    }
    case 'callback.holdFailed': {
      const exchange = data.exchanges.get(event.exchangeId);
      const who = exchange ? nameOf(exchange.callback.userId, data) : '';
      const action = exchange ? actionOf(exchange.callback) : '';
      const state = span(`! ${t('tui.exchange.holdFailed')}`, 'bad');
      return row(span(t('tui.kind.callback'), 'strong'), `${action}  ${event.detail}`, state, who);
    }
  }
}
