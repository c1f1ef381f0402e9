import { printable, truncate } from '../../base/display-width.js';
import { translateLoose } from '../../i18n/translate.js';
import type { ViewData } from '../state/view-data.js';
import { faultText } from './error-text.js';
import { clockTime, seconds } from './format.js';
import { joined, type Line, lineWidth, type Span, span, spread } from './spans.js';

export interface HeaderOptions {
  readonly title: string;
  readonly width: number;
  /** Rows that are selected by following the newest. */
  readonly isFollowing: boolean;
  /** The filter in force, and the rows it hides. */
  readonly filter?: { readonly text: string; readonly hidden: number };
}

/** Two lines: whether we are connected and to what; what is going on. */
export function headerLines(data: ViewData, options: HeaderOptions): readonly [Line, Line] {
  const { width } = options;
  const title: Line = [span(' '), span(options.title, 'heading'), span('  ')];
  const stateWith = (split: Line): Line => [
    span(' '),
    ...joined([
      filterLine(data, options),
      waitingLine(data),
      split,
      rulesLine(data),
      forwardLine(data),
      armedLine(data, width),
      lostLine(data),
    ]),
  ];
  const count = countLine(data, options.isFollowing);
  const shortest = joined([recordingLine(data, false), count]);
  const room = width - lineWidth(shortest) - 3;
  // What is said of a split gives way before what comes after it is cut.
  const told = stateWith(splitLine(data));
  const state = lineWidth(told) <= room ? told : stateWith(shortSplitLine(data));
  return [
    withRoomFor([...title, ...connectionLine(data)], sessionLines(data), width),
    withRoomFor(state, [joined([recordingLine(data, true), count]), shortest], width),
  ];
}

/** The fullest of the right parts that leaves the left one whole, else the last and shortest. */
function withRoomFor(left: Line, rights: readonly Line[], width: number): Line {
  const room = width - lineWidth(left) - 3;
  const right = rights.find((one) => lineWidth(one) <= room) ?? rights.at(-1) ?? [];
  return spread(left, right.length === 0 ? [] : [...right, span(' ')], width);
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

/**
 * Simulator or not, profile, client and host; the less it matters the earlier it goes. Somebody with
 * profiles knows the app by its profile: on a production app it is what must not be overlooked.
 */
function sessionLines({ connection, t }: ViewData): readonly Line[] {
  const { session } = connection;
  if (!session) return [];
  const simulator: Line = session.simulator ? [span(t('tui.simulator'), 'waiting')] : [];
  const id = printable(session.clientId);
  const client: Line = [span(truncate(id, 24), 'quiet')];
  const api: Line = [span(printable(session.api.replace(/^https:\/\//, '')), 'quiet')];
  const profile: Line =
    session.profile === undefined ? [] : [span(truncate(printable(session.profile), 24))];
  const identity = profile.length > 0 ? profile : client;
  return [
    joined([simulator, profile, client, api]),
    joined([simulator, identity, api]),
    joined([simulator, profile, api]),
    joined([simulator, profile]),
  ];
}

/**
 * First of its line: what is not seen must not be forgotten. The text gives way to its number and to
 * the callbacks that wait.
 */
function filterLine(data: ViewData, { filter, width, isFollowing }: HeaderOptions): Line {
  if (!filter) return [];
  const { t } = data;
  const label = span(`${t('tui.filter.label')} `, 'quiet');
  const hidden = span(` ${t('tui.filter.hidden', { count: filter.hidden })}`, 'waiting');
  const others = [label, hidden, ...waitingLine(data), ...countLine(data, isFollowing)];
  const room = Math.min(Math.floor(width / 3), width - lineWidth(others) - 9);
  return [label, span(truncate(printable(filter.text), Math.max(6, room)), 'accent'), hidden];
}

function waitingLine({ hand, t }: ViewData): Line {
  const count = hand.size;
  return count === 0 ? [] : [span(`◐ ${t('tui.undecided', { count })}`, 'waiting')];
}

/** The newest sign: that pushes go elsewhere explains whatever else looks wrong. */
function splitLine({ splits, lang }: ViewData): Line {
  const newest = splits.at(-1);
  if (!newest) return [];
  const text = translateLoose(lang, `tui.split.${newest.sign}`, newest.params);
  return [span(`! ${printable(text)}`, 'bad')];
}

function shortSplitLine({ splits, t }: ViewData): Line {
  return splits.length === 0 ? [] : [span(`! ${t('tui.split.suspected')}`, 'bad')];
}

function forwardLine({ forward, t }: ViewData): Line {
  if (forward.url === undefined) return [];
  const mark = { unknown: '◐', ok: '●', slow: '◐', down: '✗' }[forward.state];
  const tone = { unknown: 'quiet', ok: 'good', slow: 'waiting', down: 'bad' } as const;
  return [span(`${mark} ${t(`tui.forward.${forward.state}`)}`, tone[forward.state])];
}

/** One is named; of several it is said how many there are. */
function armedLine({ armed, t }: ViewData, width: number): Line {
  const [first] = armed;
  if (!first) return [];
  if (armed.length > 1) return [span(t('tui.armed.count', { count: armed.length }), 'accent')];
  const left = first.left === undefined ? '∞' : `×${first.left}`;
  const filter = truncate(printable(first.filter), Math.max(8, Math.floor(width / 5)));
  return [span(t('tui.armed.one', { filter, left }), 'accent')];
}

function rulesLine({ rules, t }: ViewData): Line {
  if (rules.file === undefined) return [span(t('tui.rules.none'), 'quiet')];
  const count = rules.isOn
    ? span(t('tui.rules.count', { count: rules.count }))
    : span(`○ ${t(rules.isGuarded ? 'tui.rules.offProduction' : 'tui.rules.off')}`, 'waiting');
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

function recordingLine({ connection, t }: ViewData, isNamed: boolean): Line {
  const file = connection.session?.recording;
  if (file === undefined) return [];
  const name = printable(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
  const text = isNamed ? t('tui.recording', { name }) : t('tui.recordingShort');
  return [span('◉ ', 'bad'), span(text, 'quiet')];
}

function countLine({ feed, t }: ViewData, isFollowing: boolean): Line {
  const count = feed.rows.length + feed.dropped;
  const rows = span(t('tui.rows', { count }), 'quiet');
  return isFollowing ? [rows] : [rows, span(` ${t('tui.notFollowing')}`, 'waiting')];
}
