import { displayWidth, fit, printable, truncate, wrap } from '../../base/display-width.js';
import type {
  AnswerEffect,
  DataEffect,
  VariableEffect,
  ViewerEffect,
} from '../../log/answer-effect.js';
import type { EffectEntry } from '../../log/effects.js';
import type { ViewData } from '../state/view-data.js';
import { clockTime } from './format.js';
import { nameOf } from './person-name.js';
import { type Line, type Span, span } from './spans.js';

/** How wide names may be, and how much of a value is shown. */
const nameCells = 20;
const valueCells = 120;

/** What each answer and update of a callback did: variables before and after, and who sees it. */
export function effectLines(
  entries: readonly EffectEntry[],
  outTrackId: string,
  data: ViewData,
  width: number,
): readonly Line[] {
  return entries.flatMap(({ atMs, effect }, at) => [
    ...(at > 0 ? [[]] : []),
    headLine(atMs, effect, outTrackId, data, width),
    ...linesOf(effect, data, width),
  ]);
}

function headLine(
  atMs: number,
  effect: AnswerEffect,
  outTrackId: string,
  { t }: ViewData,
  width: number,
): Line {
  const other = effect.outTrackId === outTrackId ? '' : `  ${printable(effect.outTrackId)}`;
  const text = `${t(`effect.by.${effect.as}`)}  ${clockTime(atMs)}${other}`;
  return [span(truncate(text, width), 'strong')];
}

function linesOf(effect: AnswerEffect, data: ViewData, width: number): readonly Line[] {
  const { t } = data;
  const name = nameOf(effect.userId, data);
  const { cardData } = effect;
  const title = effect.reach === 'clicker' ? t('effect.publicOf', { name }) : t('effect.public');
  return [
    ...(effect.isBeforeKnown ? [] : text(t('effect.unknownBefore'), width, 'waiting')),
    ...(cardData ? dataLines(title, cardData, effect.isBeforeKnown, data, width) : []),
    ...effect.privateData.flatMap((one) => {
      const whose = t('effect.privateOf', { name: nameOf(one.userId, data) });
      return dataLines(whose, one, effect.isBeforeKnown, data, width);
    }),
    ...(effect.reachesMoreThanAnswer
      ? text(`! ${t('effect.reachesMore', { name })}`, width, 'waiting')
      : []),
    ...viewerLines(effect, data, width),
  ];
}

function dataLines(
  title: string,
  effect: DataEffect,
  isBeforeKnown: boolean,
  { t }: ViewData,
  width: number,
): readonly Line[] {
  const { option, how, variables, more = 0 } = effect;
  const shown = variables.filter(({ is }) => is !== 'kept');
  const kept = variables.length - shown.length;
  const cells = columnOf(
    shown.map(({ name }) => name),
    width,
  );
  const mayEmpty = !isBeforeKnown && how === 'replaced';
  return [
    ...text(`${title}  ${t(`effect.${how}`, { option })}`, width),
    ...shown.flatMap((variable) =>
      row(markOf(variable), variable.name, [valuesOf(variable, t('effect.emptiedMark'))], {
        cells,
        width,
      }),
    ),
    ...(mayEmpty ? text(`  ${t('effect.mayEmpty', { option })}`, width, 'waiting') : []),
    ...(kept > 0 ? text(`  ${t('effect.kept', { count: kept })}`, width, 'quiet') : []),
    ...(more > 0 ? text(`  ${t('effect.more', { count: more })}`, width, 'quiet') : []),
  ];
}

/** Shapes say what colours say. */
function markOf({ is }: VariableEffect): Span {
  switch (is) {
    case 'added':
      return span('+', 'good');
    case 'emptied':
      return span('−', 'bad');
    case 'changed':
    case 'set':
      return span('~');
    case 'kept':
      return span(' ');
  }
}

function valuesOf({ is, before, after }: VariableEffect, emptied: string): Span {
  const was = before === undefined ? '' : `${value(before)} → `;
  if (is === 'emptied') return span(`${was}∅ ${emptied}`, 'bad');
  return span(`${was}${value(after ?? '')}`);
}

function value(text: string): string {
  return text === '' ? '""' : truncate(printable(text), valueCells);
}

function viewerLines(
  { viewers, others }: AnswerEffect,
  data: ViewData,
  width: number,
): readonly Line[] {
  const { t } = data;
  const people = viewers.map((viewer) => ({ ...viewer, name: nameOf(viewer.userId, data) }));
  const all = [...people, { ...others, name: t('effect.others') }];
  const cells = columnOf(
    all.map(({ name }) => name),
    width,
  );
  return all.flatMap(({ name, sees, because }) => {
    const words = [span(t(`effect.sees.${sees}`)), span(t(`effect.because.${because}`), 'quiet')];
    return row(seesMark(sees), name, words, { cells, width });
  });
}

function seesMark(sees: ViewerEffect['sees']): Span {
  switch (sees) {
    case 'change':
      return span('●', 'good');
    case 'nothing':
      return span('○', 'quiet');
    case 'unknown':
      return span('?', 'waiting');
  }
}

function columnOf(names: readonly string[], width: number): number {
  const widest = Math.max(0, ...names.map((name) => displayWidth(printable(name))));
  return Math.min(nameCells, widest, Math.floor(width / 3)) + 2;
}

/** A mark, a name, and what there is to say of it; what is too long goes on below. */
function row(
  mark: Span,
  name: string,
  parts: readonly Span[],
  { cells, width }: { readonly cells: number; readonly width: number },
): readonly Line[] {
  const room = Math.max(8, width - cells - 4);
  const rows: Line[] = [];
  for (const part of parts) {
    for (const piece of wrap(part.text, room)) {
      const last = rows.at(-1);
      const used = last ? displayWidth(last.map((one) => one.text).join('')) : room;
      const styled = part.tone === undefined ? span(piece) : span(piece, part.tone);
      if (last && used + 2 + displayWidth(piece) <= room) {
        rows[rows.length - 1] = [...last, span('  '), styled];
      } else rows.push([styled]);
    }
  }
  const head = [span('  '), mark, span(' '), span(fit(printable(name), cells), 'quiet')];
  const indent = [span(' '.repeat(cells + 4))];
  return rows.map((line, at) => [...(at === 0 ? head : indent), ...line]);
}

function text(words: string, width: number, tone?: Span['tone']): readonly Line[] {
  return wrap(printable(words), width).map((line) => [
    tone === undefined ? span(line) : span(line, tone),
  ]);
}
