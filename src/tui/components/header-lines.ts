import { printable } from '../../base/display-width.js';
import type { ViewData } from '../state/view-data.js';
import { faultText } from './error-text.js';
import { clockTime, seconds } from './format.js';
import { joined, type Line, type Span, span, spread } from './spans.js';

export interface HeaderOptions {
  readonly title: string;
  readonly width: number;
  /** Rows that are selected by following the newest. */
  readonly isFollowing: boolean;
}

/** Two lines: whether we are connected and to what; what is going on. */
export function headerLines(data: ViewData, options: HeaderOptions): readonly [Line, Line] {
  const { width } = options;
  const first = spread(
    [span(' '), span(options.title, 'heading'), span('  '), ...connectionLine(data)],
    [...sessionLine(data, width), span(' ')],
    width,
  );
  const second = spread(
    [span(' '), ...joined([waitingLine(data), rulesLine(data), lostLine(data)])],
    [...joined([recordingLine(data), countLine(data, options.isFollowing)]), span(' ')],
    width,
  );
  return [first, second];
}

function connectionLine(data: ViewData): Line {
  const { connection, t, nowMs } = data;
  const since =
    connection.sinceMs === 0 ? '' : t('tui.since', { time: clockTime(connection.sinceMs) });
  switch (connection.state) {
    case 'idle':
      return [span(`○ ${t('tui.connection.idle')}`, 'quiet')];
    case 'opening': {
      const attempt =
        connection.attempt > 1 ? ` ${t('tui.attempt', { attempt: connection.attempt })}` : '';
      return [span(`◐ ${t('tui.connection.opening')}${attempt}`, 'waiting')];
    }
    case 'open': {
      const state = connection.draining
        ? span(`◐ ${t('tui.connection.draining')}`, 'waiting')
        : span(`● ${t('tui.connection.open')}`, 'good');
      return [state, span(` ${since}`, 'quiet')];
    }
    case 'retrying': {
      const left = seconds((connection.retryAtMs ?? nowMs) - nowMs).replace(/\.\d/, '');
      const text = t('tui.connection.retrying', { attempt: connection.attempt, left });
      return [span(`○ ${text}`, 'bad'), span(` ${since}`, 'quiet')];
    }
    case 'refused': {
      const why = connection.refusal ? ` ${faultText(connection.refusal)}` : '';
      return [span(`✗ ${t('tui.connection.refused')}${why}`, 'bad')];
    }
    case 'closed':
      return [span(`○ ${t('tui.connection.closed')}`, 'quiet'), span(` ${since}`, 'quiet')];
  }
}

function sessionLine({ connection, t }: ViewData, width: number): Line {
  const { session } = connection;
  if (!session) return [];
  const simulator: Line = session.simulator ? [span(t('tui.simulator'), 'waiting')] : [];
  const client = printable(session.clientId);
  const api = printable(session.api.replace(/^https:\/\//, ''));
  const parts: Line[] = [simulator];
  if (session.profile !== undefined && width >= 100) parts.push([span(printable(session.profile))]);
  if (width >= 70)
    parts.push([span(client.length > 20 ? `${client.slice(0, 18)}…` : client, 'quiet')]);
  parts.push([span(api, 'quiet')]);
  return joined(parts);
}

function waitingLine({ exchanges, t }: ViewData): Line {
  const count = exchanges.waiting.length;
  return count === 0 ? [] : [span(`◐ ${t('tui.waiting', { count })}`, 'waiting')];
}

function rulesLine({ rules, t }: ViewData): Line {
  if (rules.file === undefined) return [span(t('tui.rules.none'), 'quiet')];
  const count = span(t('tui.rules.count', { count: rules.count }));
  if (rules.problems.length === 0) return [count];
  const place = rules.problems[0]?.line ?? 0;
  return [count, span(' '), span(`✗ ${t('tui.rules.brokenAt', { line: place })}`, 'bad')];
}

function lostLine({ connection, t }: ViewData): Line {
  const { lost } = connection;
  if (!lost) return [];
  const tone = connection.state === 'open' ? 'quiet' : 'bad';
  const reason = t(`tui.lost.${lost.reason}`);
  const detail = lost.detail === '' ? '' : ` ${lost.detail}`;
  const count: Span[] =
    connection.reconnects > 0
      ? [span(` ${t('tui.reconnects', { count: connection.reconnects })}`, 'quiet')]
      : [];
  const text = t('tui.lostAt', { time: clockTime(lost.atMs), reason });
  return [span(printable(`${text}${detail}`), tone), ...count];
}

function recordingLine({ connection, t }: ViewData): Line {
  const file = connection.session?.recording;
  if (file === undefined) return [];
  const name = printable(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
  return [span('◉ ', 'bad'), span(t('tui.recording', { name }), 'quiet')];
}

function countLine({ feed, t }: ViewData, isFollowing: boolean): Line {
  const count = feed.rows.length + feed.dropped;
  const rows = span(t('tui.rows', { count }), 'quiet');
  return isFollowing ? [rows] : [rows, span(` ${t('tui.notFollowing')}`, 'waiting')];
}
