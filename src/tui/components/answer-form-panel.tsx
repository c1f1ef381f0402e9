import { Box } from 'ink';
import { printable } from '../../base/display-width.js';
import { findingSentence } from '../../i18n/finding-sentence.js';
import { type Exchange, isUndecided } from '../../log/exchange.js';
import { actionOf } from '../state/action-of.js';
import type { AnswerEditing } from '../state/answer-editing.js';
import type { ViewData } from '../state/view-data.js';
import { AnswerFormView, answerFormHeight } from './answer-form-view.js';
import type { AnswerRowsText } from './answer-rows.js';
import { deadlineBar } from './deadline-bar.js';
import { exchangeWords } from './exchange-text.js';
import { shortId } from './format.js';
import { JsonEditor } from './json-editor.js';
import { jsonProblemText } from './json-problem.js';
import { nameOf } from './person-name.js';
import { Rows } from './rows.js';
import { joined, type Line, lineWidth, span, spread } from './spans.js';

/** A rule, the title, and where the answer began. */
const headHeight = 3;
/** Part of the rows below the header that editing takes at most; the feed goes on above. */
const mostShare = 0.6;

/** Rows the panel would like to have. */
export function answerFormPanelHeight(
  editing: AnswerEditing,
  data: ViewData,
  columns: number,
  rows: number,
): number {
  const { json, form, findings } = editing;
  const wanted = json
    ? json.buffer.text.split('\n').length + 1
    : answerFormHeight(form, findings, rowsText(editing, data), columns);
  return (
    headHeight + Math.max(3, Math.min(wanted, Math.floor((rows - 6) * mostShare) - headHeight + 2))
  );
}

export interface AnswerFormPanelProps {
  readonly editing: AnswerEditing;
  readonly data: ViewData;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: an answer being written, and how long there is for it. */
export function AnswerFormPanel({ editing, data, top, width, height }: AnswerFormPanelProps) {
  const { json, form, findings } = editing;
  const whole: Line[] = [
    [span('─'.repeat(width), 'quiet')],
    titleLine(editing, data, width),
    [span(` ${startText(editing, data)}`, 'quiet')],
  ];
  // Where there is little room the title stays, and the row that is typed in.
  const head = height > headHeight ? whole : whole.slice(1, Math.max(2, height - 1));
  const body = Math.max(1, height - head.length);
  const place = { top: top + head.length, width };
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Rows lines={head} width={width} height={head.length} />
      {json ? (
        <>
          <JsonEditor
            buffer={json.buffer}
            badLine={json.problem?.is === 'mistake' ? json.problem.place.line : undefined}
            {...place}
            height={Math.max(1, body - 1)}
          />
          <Rows lines={[jsonLine(editing, data)]} width={width} height={body > 1 ? 1 : 0} />
        </>
      ) : (
        <AnswerFormView
          form={form}
          findings={findings}
          text={rowsText(editing, data)}
          {...place}
          height={body}
        />
      )}
    </Box>
  );
}

function rowsText({ callback, exchangeId }: AnswerEditing, data: ViewData): AnswerRowsText {
  const { t, lang } = data;
  const phase = data.exchanges.get(exchangeId)?.phase;
  const isInTime = phase === 'waiting' || phase === 'held';
  return { t, lang, name: nameOf(callback.userId, data), isForClicker: isInTime && isNarrow(data) };
}

function titleLine(editing: AnswerEditing, data: ViewData, width: number): Line {
  const { callback, exchangeId } = editing;
  const exchange = data.exchanges.get(exchangeId);
  const { text, tone } = titleOf(exchange, data);
  const title: Line = [span(` ${text}  `, tone)];
  const whose = joined([
    [span(nameOf(callback.userId, data), 'strong')],
    [span(printable(actionOf(callback)))],
  ]);
  const card = [span(shortId(callback.outTrackId), 'quiet')];
  if (!exchange) return [...title, ...whose];
  const { full, short } = exchangeWords(exchange, data);
  const bar = clockBar(exchange, data, width);
  const rights: Line[] = [
    [...bar, full, span(' ')],
    [...bar, short, span(' ')],
    [short, span(' ')],
  ];
  // What becomes of the text is never cut for the sake of an id, a name or the clock.
  for (const left of [joined([whose, card]), whose, []]) {
    for (const right of rights) {
      const line = [...title, ...left];
      if (lineWidth(line) + lineWidth(right) + 1 <= width) return spread(line, right, width);
    }
  }
  return title;
}

function titleOf(
  exchange: Exchange | undefined,
  data: ViewData,
): { readonly text: string; readonly tone: 'heading' | 'waiting' | 'bad' } {
  const { t } = data;
  if (!exchange) return { text: t('tui.editing.gone'), tone: 'bad' };
  if (exchange.phase === 'waiting' || exchange.phase === 'held') {
    return { text: t('tui.editing.answer'), tone: 'heading' };
  }
  const key = isUndecided(exchange)
    ? isNarrow(data)
      ? 'lateToAll'
      : 'late'
    : isNarrow(data)
      ? 'decidedToAll'
      : 'decided';
  return { text: t(`tui.editing.${key}`), tone: 'waiting' };
}

/** An answer would have reached fewer people than an update does. */
function isNarrow({ connection }: ViewData): boolean {
  return connection.session?.answerReach === 'clicker';
}

function clockBar(exchange: Exchange, { nowMs }: ViewData, width: number): Line {
  if (exchange.phase !== 'waiting') return [];
  const leftMs = exchange.deadlineAtMs - nowMs;
  const bar = deadlineBar(leftMs, exchange.deadlineAtMs - exchange.atMs, width >= 100 ? 16 : 8);
  return [...bar, span(' ')];
}

function startText({ from, rule }: AnswerEditing, { t }: ViewData): string {
  return t(`tui.editing.from.${from}`, { rule: printable(rule ?? '') });
}

/** Below the text: why it is no answer yet, else what is to be said of it. */
function jsonLine({ json, findings }: AnswerEditing, { t, lang }: ViewData): Line {
  if (json?.problem) return [span(` ✗ ${jsonProblemText(json.problem, t, lang)}`, 'bad')];
  const [first] = findings;
  if (!first) return [span(` ✓ ${t('tui.json.fine')}`, 'good')];
  const more = findings.length - 1;
  const rest = more > 0 ? `  ${t('tui.editing.moreFindings', { count: more })}` : '';
  const tone = first.severity === 'error' ? 'bad' : 'waiting';
  return [span(` ! ${printable(findingSentence(first, lang))}`, tone), span(rest, 'quiet')];
}
