import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSwitches, type ViewSwitches } from '../../../../src/card/card-data.js';
import { defaultCardSettings } from '../../../../src/card/card-settings.js';
import { createEvaluation } from '../../../../src/card/evaluate/create-evaluation.js';
import { readTemplate } from '../../../../src/card/template/read-template.js';
import { buildView } from '../../../../src/card/view/build-view.js';
import { renderCardHtml } from '../../../../src/simulator/page/paint/render-html.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const real = path.resolve(root, '../shared/templates');

const jsonIn = (directory: string) =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith('.json'))
        .map((name) => path.join(directory, name))
    : [];

const own = [
  ...jsonIn(path.join(root, 'test/fixtures/templates')),
  ...readdirSync(path.join(root, 'examples'))
    .map((name) => path.join(root, 'examples', name, 'template.json'))
    .filter((file) => existsSync(file)),
];

const states: readonly Partial<ViewSwitches>[] = [
  {},
  { theme: 'dark' },
  { forwarded: true },
  ...(['1', '2', '3', '4', '5'] as const).map((flowStatus) => ({ flowStatus })),
];

function htmlOf(file: string, switches: Partial<ViewSwitches>) {
  const template = readTemplate(readFileSync(file, 'utf8'));
  const view = buildView(
    createEvaluation({
      template,
      data: template.mockData,
      switches: { ...defaultSwitches, ...switches },
      settings: defaultCardSettings(),
    }),
  );
  return renderCardHtml(view, { lang: 'zh', title: path.basename(file) });
}

function expectSound(file: string): void {
  for (const switches of states) {
    const body = /<body.*<\/body>/s.exec(htmlOf(file, switches))?.[0] ?? '';
    expect(body).toContain('class="dt-card');
    expect(body).not.toMatch(/data-why="failed"|NaN|\[object Object\]|<script|javascript:/);
    expect(body).not.toMatch(/="[^"]*undefined[^"]*"/);
  }
}

describe('whole cards', () => {
  it.each(own.map((file) => [path.relative(root, file), file] as const))(
    '%s is painted in every state',
    (_, file) => expectSound(file),
  );

  const exports = jsonIn(real);
  it.skipIf(exports.length === 0)(
    'real exports are painted in every state (skipped without ../shared/templates)',
    () => {
      for (const file of exports) expectSound(file);
    },
  );
});
