import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/base/json-text.js';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { defaultCardSettings } from '../../../src/card/card-settings.js';
import { mockCardData } from '../../../src/card/data/mock-data.js';
import { isReservedName } from '../../../src/card/data/reserved-names.js';
import { createEvaluation } from '../../../src/card/evaluate/create-evaluation.js';
import type { Evaluation, Place } from '../../../src/card/evaluate/evaluation.js';
import { parsePath } from '../../../src/card/evaluate/variable-path.js';
import type {
  CardTemplate,
  TemplateNode,
  Variable,
} from '../../../src/card/template/card-template.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { top } from '../../support/card-evaluation.js';

const folder = path.resolve(import.meta.dirname, '../../../../shared/templates');
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json'))
  : [];
const absent = files.length === 0;

/**
 * References to names that are declared nowhere (template-format §8 no. 13): leftovers in props that
 * the chosen action does not use, and in langbot's the placeholders of a builtIn parameter.
 */
const undeclared: Readonly<Record<string, readonly string[]>> = {
  'langbot-human-input.json': ['index', 'value'],
  'openclaw-card-template-v2.json': ['guideString'],
  '事件链配置演示.json': ['next_visible', 'visible'],
};

function textOf(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** What of a template refers to a name that is not declared, by walking it as it was written. */
function danglingReferences(template: CardTemplate): readonly string[] {
  const dangling = new Set<string>();
  const roots = new Map<string, Variable | undefined>([
    ...template.expressions.map(({ name }): [string, undefined] => [name, undefined]),
    ...[...template.variables, ...template.locals].map((one): [string, Variable] => [
      one.name,
      one,
    ]),
  ]);

  const isDeclared = (reference: string): boolean => {
    const [first, ...rest] = parsePath(reference) ?? [];
    const name = String(first);
    if (isReservedName(name)) return true;
    if (!roots.has(name)) return false;
    let fields = roots.get(name)?.fields ?? [];
    for (const segment of rest) {
      if (typeof segment === 'number' || fields.length === 0) continue;
      const field = fields.find((one) => one.name === segment);
      if (field === undefined) return false;
      fields = field.fields;
    }
    return true;
  };

  const refer = (reference: string, lists: readonly string[]): void => {
    if (reference === '' || reference.startsWith('event.')) return;
    const list = lists.at(-1);
    const full = list === undefined ? reference : reference.replace(/^loop(?=\.|$)/, `${list}[0]`);
    if (!isDeclared(full)) dangling.add(reference);
  };

  const walk = (value: JsonValue, lists: readonly string[]): void => {
    if (typeof value === 'string') {
      for (const [, inner = ''] of value.matchAll(/\$\{([^{}]*)\}/g)) refer(inner.trim(), lists);
    } else if (Array.isArray(value)) {
      for (const item of value as readonly JsonValue[]) walk(item, lists);
    } else if (isJsonObject(value)) {
      if (value['type'] === 'JSSlot') return;
      if (isLookup(value)) refer(pathOf(value['variable']), lists);
      if (value['valueType'] === 'variable') refer(pathOf(value['valueVariable']), lists);
      for (const [key, inner] of Object.entries(value)) {
        // What a wrapper does not use is stale (template-format §3.1).
        if (key === 'condition' && value['valueType'] !== 'condition') continue;
        walk(inner, lists);
      }
    }
  };

  const visit = (node: TemplateNode, lists: readonly string[]): void => {
    walk(node.props, lists);
    const { listData } = node.props;
    const list = isJsonObject(listData) ? listData['variable'] : undefined;
    const inner = typeof list === 'string' && list !== '' ? [...lists, list] : lists;
    for (const child of [...node.children, ...Object.values(node.slots).flat()])
      visit(child, inner);
  };
  if (template.root !== undefined) visit(template.root, []);
  return [...dangling];
}

function pathOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isLookup(value: JsonObject): boolean {
  const { type, valueType } = value;
  return valueType === 'variable' || type === 'variableValue' || type === 'variable';
}

/** Asks for everything a template holds, as drawing would. */
function evaluateAll(template: CardTemplate, evaluation: Evaluation): number {
  let count = 0;
  const ask = (value: JsonValue | undefined, place: Place): void => {
    count++;
    expect(typeof evaluation.text(value, place)).toBe('string');
    if (isJsonObject(value))
      for (const inner of Object.values(value)) evaluation.value(inner, place);
  };
  const visit = (node: TemplateNode, place: Place): void => {
    if (!evaluation.visible(node.props['visible'], place)) return;
    for (const prop of ['text', 'title', 'status', 'color', 'content', 'tagText']) {
      ask(node.props[prop], place);
    }
    const { listData } = node.props;
    const places =
      listData === undefined
        ? [place]
        : evaluation.items(listData, place).map((item) => item.place);
    for (const inner of places) for (const child of node.children) visit(child, inner);
  };
  if (template.root !== undefined) visit(template.root, top);
  return count;
}

describe.skipIf(absent)('real templates (skipped: ../shared/templates is not here)', () => {
  it.each(files)('%s is read without a finding', (file) => {
    const template = readTemplate(textOf(file));
    expect(template.findings).toEqual([]);
    expect(template.root).toBeDefined();
  });

  it.each(files)('%s refers to what it declares', (file) => {
    expect(danglingReferences(readTemplate(textOf(file)))).toEqual(undeclared[file] ?? []);
  });

  it.each(files)('%s is evaluated with its mock data', (file) => {
    const template = readTemplate(textOf(file));
    for (const data of [
      mockCardData(template),
      { cardData: {}, cardPrivateData: {}, localData: {} },
    ]) {
      const settings = defaultCardSettings();
      const evaluation = createEvaluation({ template, data, switches: defaultSwitches, settings });
      expect(evaluateAll(template, evaluation)).toBeGreaterThan(5);
      for (const { name } of template.expressions) evaluation.variable(name, top);
      // Expressions of the current item were asked for outside of their loop.
      expect(evaluation.findings.filter(({ code }) => code !== 'T305')).toEqual([]);
    }
  });
});
