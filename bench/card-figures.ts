import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createLiveCard, type LiveCard, type LiveCardHost } from '../src/card/act/live-card.js';
import { defaultSwitches } from '../src/card/card-data.js';
import { defaultCardSettings } from '../src/card/card-settings.js';
import { mockCardData, mockParams } from '../src/card/data/mock-data.js';
import { createEvaluation } from '../src/card/evaluate/create-evaluation.js';
import { lintTemplate } from '../src/card/lint/lint-template.js';
import { readTemplate } from '../src/card/template/read-template.js';
import { buildView } from '../src/card/view/build-view.js';
import { paintCard } from '../src/paint/paint-card.js';
import { type Figure, figureOf } from './figure.js';
import { interleave } from './interleave.js';
import { largeTemplate } from './large-template.js';
import type { BenchOptions } from './options.js';

const root = path.dirname(import.meta.dirname);

/** The largest real export, where the folder of real ones is beside the project. */
const realExport = path.join(root, '../shared/templates/多 Tab 页.json');

/**
 * Cards, in this process and warm: what the page and the terminal do again after every change. The
 * baseline is the least anybody can do with the file, parsing the JSON and the JSON inside it.
 */
export async function measureCards(options: BenchOptions): Promise<readonly Figure[]> {
  const approval = readFileSync(path.join(root, 'examples/approval/template.json'), 'utf8');
  const generated = largeTemplate(860_000);
  const figures = [
    await large('860 KB template, generated: parse, lint, view', generated, options.rounds),
  ];
  if (existsSync(realExport)) {
    const real = readFileSync(realExport, 'utf8');
    figures.push(await large('861 KB export: parse, lint, view', real, options.rounds));
  }
  figures.push(
    await renders(approval, options.rounds),
    await taps(generated, 'tap to repaint, 860 KB template', options.rounds),
    await taps(
      readFileSync(path.join(root, 'examples/lunch-vote/template.json'), 'utf8'),
      'tap to repaint, vote card',
      options.rounds,
    ),
  );
  return figures;
}

async function large(name: string, text: string, rounds: number): Promise<Figure> {
  for (let warm = 0; warm < 5; warm++) parseLintView(text);
  const pairs = await interleave(
    rounds,
    () => Promise.resolve(timed(() => parseLintView(text))),
    () => Promise.resolve(timed(() => justParse(text))),
  );
  return figureOf(name, 'ms', pairs, { valueAtMost: 60 });
}

function parseLintView(text: string): number {
  const template = readTemplate(text);
  const findings = lintTemplate(template);
  const view = buildView(
    createEvaluation({
      template,
      data: mockCardData(template),
      switches: defaultSwitches,
      settings: defaultCardSettings(),
    }),
  );
  return findings.length + view.bindings.size;
}

function justParse(text: string): unknown {
  return JSON.parse((JSON.parse(text) as { editorData: string }).editorData);
}

const RENDERS = 200;

/** From data to lines of the terminal, 200 times; the time of one. */
async function renders(text: string, rounds: number): Promise<Figure> {
  const template = readTemplate(text);
  const data = mockCardData(template);
  const settings = defaultCardSettings();
  const one = () =>
    paintCard(
      buildView(createEvaluation({ template, data, switches: defaultSwitches, settings })),
      {
        width: 60,
        theme: 'light',
        lang: 'zh',
      },
    );
  const all = () => {
    for (let render = 0; render < RENDERS; render++) one();
  };
  all();
  const pairs = await interleave(
    rounds,
    () => Promise.resolve(timed(all) / RENDERS),
    () =>
      Promise.resolve(
        timed(() => {
          for (let parse = 0; parse < RENDERS; parse++) justParse(text);
        }) / RENDERS,
      ),
  );
  return figureOf(`approval card, data to lines, one of ${RENDERS}`, 'ms', pairs, {
    valueAtMost: 2,
  });
}

/** A local update: touched, evaluated again, painted again. */
async function taps(text: string, name: string, rounds: number): Promise<Figure> {
  const template = readTemplate(text);
  const { cardParamMap, privateParamMap } = mockParams(template);
  const card = createLiveCard({ template, cardParamMap, privateParamMap });
  const key = localKey(card);
  const tap = async () => {
    const begin = performance.now();
    await card.act(key, { type: 'tap' }, nobody);
    paintCard(card.view(), { width: 60, theme: 'light', lang: 'zh' });
    return performance.now() - begin;
  };
  for (let warm = 0; warm < 5; warm++) await tap();
  const pairs = await interleave(rounds, tap, () => Promise.resolve(timed(() => justParse(text))));
  return figureOf(name, 'ms', pairs);
}

function localKey(card: LiveCard): string {
  for (const [key, { node }] of card.view().bindings) {
    if (node.props['actionType'] === 'setLocalState') return key;
  }
  throw new Error('the template has nothing that changes local state');
}

/** A client on which nothing but local updates happens. */
const nobody: LiveCardHost = {
  sendCallback: () => Promise.resolve({ ok: false, reason: 'bench' }),
  formValues: () => ({}),
  toast: () => {},
  openLink: () => {},
  openModal: () => {},
  copy: () => {},
  preview: () => {},
  confirm: () => Promise.resolve(false),
  choose: () => Promise.resolve(undefined),
  clientApi: () => Promise.resolve(undefined),
};

function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
