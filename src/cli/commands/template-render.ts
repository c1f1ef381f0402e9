import { printable } from '../../base/display-width.js';
import { DtcardError } from '../../base/errors.js';
import { defaultCardSettings } from '../../card/card-settings.js';
import { createEvaluation } from '../../card/evaluate/create-evaluation.js';
import { errorsOf } from '../../card/finding.js';
import { unique } from '../../card/lint/lint-template.js';
import { buildView } from '../../card/view/build-view.js';
import type { CardView } from '../../card/view/card-view.js';
import { readEnvironment } from '../../config/environment.js';
import type { ColourDepth } from '../../output/ansi.js';
import { findingCounts, findingJson } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import { supportLines } from '../../output/support-lines.js';
import { oneOf } from '../one-of.js';
import type { ProgramIo } from '../program-io.js';
import { type NamedTemplate, readNamedTemplate, templateUnusable } from '../template-argument.js';
import {
  cardDataOf,
  readTemplateData,
  type TemplateData,
  type TemplateDataFlags,
} from '../template-data.js';
import { readViewSwitches, type SwitchFlags } from '../view-switches.js';

export interface TemplateRenderFlags extends TemplateDataFlags, SwitchFlags {
  readonly format?: string;
  readonly encoded?: boolean;
  readonly json?: boolean;
}

const formats = ['ansi', 'text', 'html', 'json'] as const;
type Format = (typeof formats)[number];

/** Draws a card nobody sent. What could not be drawn whole is told on stderr. */
export async function runTemplateRender(
  io: ProgramIo,
  flags: TemplateRenderFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const format = formatOf(io, flags);
  const switches = readViewSwitches(flags, io.lang);
  const named = await readNamedTemplate(io, word);
  const { template } = named;
  if (template.root === undefined) {
    const lang = format === 'json' ? 'en' : io.lang;
    throw templateUnusable(lang, word, errorsOf(template.findings));
  }
  const data = await readTemplateData(io, named, flags);
  if (flags.encoded) {
    const { cardParamMap, privateData, encoded } = data;
    io.out(jsonLine({ v: 1, cardParamMap, privateData, encoded }));
    return 0;
  }
  const settings = defaultCardSettings();
  const view = buildView(
    createEvaluation({ template, data: cardDataOf(named, data), switches, settings }),
  );
  if (format === 'json') {
    io.out(viewJson(named, data, view));
    return 0;
  }
  io.out(await painted(io, named, view, format));
  report(io, view);
  return 0;
}

function formatOf(io: ProgramIo, flags: TemplateRenderFlags): Format {
  if (flags.format === undefined) return flags.json ? 'json' : io.color ? 'ansi' : 'text';
  const format = oneOf(flags.format, '--format', formats);
  if (!flags.json || format === 'json') return format;
  const params = { reason: 'exclusive', first: '--json', second: `--format ${format}` };
  throw new DtcardError('E1001', { params });
}

async function painted(
  io: ProgramIo,
  named: NamedTemplate,
  view: CardView,
  format: Exclude<Format, 'json'>,
): Promise<string> {
  if (format === 'html') {
    const { renderCardHtml } = await import('../../simulator/page/paint/render-html.js');
    return renderCardHtml(view, { lang: io.lang, title: named.name });
  }
  const { paintCard } = await import('../../paint/paint-card.js');
  const { columnsOf } = await import('../../paint/cell-sizes.js');
  const { theme, width } = view.evaluation.switches;
  const card = paintCard(view, { width: columnsOf(width), lang: io.lang, theme });
  if (format === 'text') {
    const { toPlainText } = await import('../../paint/plain-text.js');
    return toPlainText(card);
  }
  const { toAnsi } = await import('../../output/ansi.js');
  return toAnsi(card, colourDepth(io));
}

/** Whoever asks for ansi wants colours, on a terminal or not. */
function colourDepth(io: ProgramIo): ColourDepth {
  const { colorTerm, term } = readEnvironment(io.env);
  if (/truecolor|24bit/i.test(colorTerm ?? '')) return 'truecolor';
  return /256/.test(term ?? '') ? '256' : '16';
}

function report(io: ProgramIo, view: CardView): void {
  const lines: string[] = [];
  if (view.root === undefined) lines.push(io.t('template.nothingDrawn'));
  if (view.summary !== '') lines.push(io.t('template.summary', { summary: view.summary }));
  lines.push(...supportLines(view.support, io.lang));
  const findings = unique(view.findings).filter(({ severity }) => severity !== 'info');
  if (findings.length > 0) lines.push(findingCounts(findings, io.lang));
  for (const line of lines) io.err(`${printable(line)}\n`);
}

function viewJson(named: NamedTemplate, data: TemplateData, view: CardView): string {
  const { alias, cardTemplateId, file } = named;
  const { source, cardParamMap, viewer, encoded } = data;
  return jsonLine({
    v: 1,
    alias: alias ?? null,
    cardTemplateId: cardTemplateId ?? null,
    file,
    switches: view.evaluation.switches,
    data: { source, viewer: viewer ?? null, cardParamMap, encoded },
    summary: view.summary,
    root: view.root ?? null,
    support: view.support,
    findings: unique(view.findings).map(findingJson),
  });
}
