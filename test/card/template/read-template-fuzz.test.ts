import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { defaultCardSettings } from '../../../src/card/card-settings.js';
import { mockCardData } from '../../../src/card/data/mock-data.js';
import { createEvaluation } from '../../../src/card/evaluate/create-evaluation.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { top } from '../../support/card-evaluation.js';

const root = path.resolve(import.meta.dirname, '../../..');
const examples = readdirSync(path.join(root, 'examples')).map(
  (name) => `examples/${name}/template.json`,
);
const fixtures = readdirSync(path.join(root, 'test/fixtures/templates')).map(
  (name) => `test/fixtures/templates/${name}`,
);
const files = [...examples, ...fixtures].filter(
  (file) => file.endsWith('.json') && existsSync(path.join(root, file)),
);

const hostile: readonly JsonValue[] = [
  null,
  '',
  '__proto__',
  '${a.b}',
  '\u001b[31m\u202e\ud800',
  -1,
  1e308,
  true,
  [],
  {},
  [null, [null]],
  { type: 'JSSlot', value: [{ componentName: 5 }, null, 'x'] },
  {
    type: 'dynamicString',
    content: { zh_Hans: { type: 'dynamicString', content: 5 } },
    i18n: true,
  },
  JSON.parse('{"__proto__":{"componentName":"Card"},"constructor":1}') as JsonValue,
];

/** Replaces about one value in `rate` by something hostile. */
function damaged(value: JsonValue, random: () => number, rate: number): JsonValue {
  if (random() < 1 / rate) return hostile[Math.floor(random() * hostile.length)] ?? null;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item) => damaged(item, random, rate));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, damaged(inner, random, rate)]),
  );
}

describe('templates that were damaged', () => {
  it.each(files)('%s', (file) => {
    let state = 20_261_122;
    const random = () => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return state / 4_294_967_296;
    };
    const whole = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
      readonly editorData: string;
    };
    const editorData = JSON.parse(whole.editorData) as JsonValue;
    let drawable = 0;
    for (let round = 0; round < 60; round++) {
      const broken = { ...whole, editorData: damaged(editorData, random, 20 + round * 10) };
      const template = readTemplate(JSON.stringify(broken));
      const evaluation = createEvaluation({
        template,
        data: mockCardData(template),
        switches: defaultSwitches,
        settings: defaultCardSettings(),
      });
      const visit = (node: TemplateNode): void => {
        drawable++;
        evaluation.visible(node.props['visible'], top);
        for (const prop of Object.values(node.props)) {
          expect(typeof evaluation.text(prop, top)).toBe('string');
          evaluation.items(prop, top);
        }
        for (const child of node.children) visit(child);
      };
      if (template.root === undefined) expect(template.findings.length).toBeGreaterThan(0);
      else visit(template.root);
    }
    expect(drawable).toBeGreaterThan(60);
  });
});
