import { displayWidth, fit, printable, wrap } from '../../base/display-width.js';
import type { Finding } from '../../card/finding.js';
import { findingSentence } from '../../i18n/finding-sentence.js';
import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import type { AnswerField, AnswerForm, AnswerScope } from '../state/answer-form.js';
import { type Line, span } from './spans.js';

/** What the rows of the form are written with. */
export interface AnswerRowsText {
  readonly t: Translate;
  readonly lang: Lang;
  /** Who tapped; safe to print. */
  readonly name: string;
  /** Public data of an answer in time is for that person only. */
  readonly isForClicker: boolean;
}

export type AnswerRow =
  | { readonly is: 'text'; readonly line: Line }
  | { readonly is: 'field'; readonly index: number; readonly label: Line };

/** Rows below the focused field that say what is wrong with it. */
const findingRows = 2;

/** All rows of the form, and how wide their labels are. */
export function answerRows(
  form: AnswerForm,
  findings: readonly Finding[],
  text: AnswerRowsText,
  width: number,
): { readonly rows: readonly AnswerRow[]; readonly labelWidth: number } {
  const columns = columnsOf(form, text, width);
  const rows: AnswerRow[] = [];
  let scope: AnswerScope | undefined;
  for (const [index, field] of form.fields.entries()) {
    if (field.scope !== scope) {
      scope = field.scope;
      rows.push({ is: 'text', line: [span(` ${scopeTitle(scope, text)}`, 'quiet')] });
    }
    const own = findings.filter((finding) => isAbout(finding, field));
    const isFocused = index === form.at;
    rows.push({
      is: 'field',
      index,
      label: labelOf(field, isFocused, worst(own), columns, text),
    });
    if (isFocused) rows.push(...findingLines(own, text, width));
  }
  const loose = findings.filter((one) => !form.fields.some((field) => isAbout(one, field)));
  rows.push(...findingLines(loose, text, width));
  return { rows, labelWidth: columns.mark + columns.name + columns.type };
}

interface Columns {
  /** Cursor mark, whether it is sent, whether something is wrong. */
  readonly mark: number;
  readonly name: number;
  readonly type: number;
}

function columnsOf(form: AnswerForm, { t }: AnswerRowsText, width: number): Columns {
  const names = form.fields.map((one) => (one.kind === 'value' ? printable(one.name) : ''));
  const types = form.fields.map((one) => (one.kind === 'value' ? printable(one.type ?? '') : ''));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth));
  const isRoomy = width >= 60;
  const wanted = widest(types);
  const type = wanted === 0 || !isRoomy ? 0 : Math.min(wanted, 11) + 1;
  const adders = widest([t('tui.editing.addPublic'), t('tui.editing.addPrivate')]);
  const least = isRoomy ? Math.max(10, adders - type - 2) : 10;
  const name = Math.max(least, Math.min(widest(names), Math.floor(width / 4))) + 1;
  return { mark: 7, name, type };
}

function labelOf(
  field: AnswerField,
  isFocused: boolean,
  found: Finding['severity'] | undefined,
  columns: Columns,
  { t }: AnswerRowsText,
): Line {
  const cursor = span(isFocused ? ' ▸ ' : '   ', 'accent');
  const tone = isFocused ? 'strong' : 'plain';
  if (field.kind === 'replace') {
    const key = field.scope === 'public' ? 'replacePublic' : 'replacePrivate';
    const mark = found === undefined ? '' : ' !';
    return [
      cursor,
      span(field.isOn ? '[x] ' : '[ ] ', field.isOn ? 'waiting' : 'quiet'),
      span(t(`tui.editing.${key}`), isFocused ? 'strong' : 'quiet'),
      span(mark, toneOf(found)),
    ];
  }
  const nameWidth = columns.name + columns.type;
  if (field.kind === 'add') {
    const key = field.scope === 'public' ? 'addPublic' : 'addPrivate';
    const label = fit(t(`tui.editing.${key}`), nameWidth + 2);
    return [cursor, span('  '), span(label, isFocused ? 'strong' : 'quiet')];
  }
  return [
    cursor,
    span(field.isSent ? '● ' : '○ ', field.isSent ? 'accent' : 'quiet'),
    span(found === undefined ? '  ' : '! ', toneOf(found)),
    span(fit(printable(field.name), columns.name - 1), field.isSent ? tone : 'quiet'),
    span(' '),
    span(columns.type > 0 ? `${fit(printable(field.type ?? ''), columns.type - 1)} ` : '', 'quiet'),
  ];
}

function scopeTitle(scope: AnswerScope, { t, name, isForClicker }: AnswerRowsText): string {
  if (scope === 'private') return t('tui.editing.private', { name });
  return t(isForClicker ? 'tui.editing.publicInTime' : 'tui.editing.public', { name });
}

/** A finding is about a variable, or about what is wiped with the rest. */
function isAbout({ path, code }: Finding, field: AnswerField): boolean {
  const part = field.scope === 'public' ? 'cardData' : 'userPrivateData';
  const map = `${part}.cardParamMap`;
  if (field.kind === 'value') {
    const own = `${map}.${field.name}`;
    return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
  }
  return field.kind === 'replace' && code === 'D178' && path === map;
}

function findingLines(
  findings: readonly Finding[],
  { lang, t }: AnswerRowsText,
  width: number,
): readonly AnswerRow[] {
  const [first] = findings;
  if (!first) return [];
  const lines = wrap(findingSentence(first, lang), Math.max(10, width - 10)).slice(0, findingRows);
  const more = findings.length - 1;
  return lines.map((text, index): AnswerRow => {
    const isLast = index === lines.length - 1;
    const rest = isLast && more > 0 ? `  ${t('tui.editing.moreFindings', { count: more })}` : '';
    const mark = index === 0 ? '     ! ' : '       ';
    const tone = toneOf(first.severity);
    return { is: 'text', line: [span(mark, tone), span(text, tone), span(rest, 'quiet')] };
  });
}

function worst(findings: readonly Finding[]): Finding['severity'] | undefined {
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  return findings[0]?.severity;
}

function toneOf(severity: Finding['severity'] | undefined): 'bad' | 'waiting' | 'quiet' {
  return severity === 'error' ? 'bad' : severity === 'warning' ? 'waiting' : 'quiet';
}
