import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decideCallback } from '../../src/answer/decide.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { createReading } from '../../src/answer/reading.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { textValue } from '../../src/answer/text-template.js';
import { callbackWhen, messageWhen } from '../../src/answer/when-shape.js';
import { blocks } from '../support/documents.js';
import { callback, knownCard, nodeOf, sometime } from '../support/rule-subjects.js';
import { projectRoot } from '../support/run-program.js';

const text = readFileSync(path.join(projectRoot, 'docs/rules.md'), 'utf8');
const examples = blocks(text, 'yaml');

/** What stands in `…` in the first column of the table under this head. */
function firstColumn(head: string, from = text): readonly string[] {
  const [, table = ''] = from.split(`\n| ${head} |`);
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  return rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
  );
}

describe('docs/rules.md', () => {
  it.each(examples.map((example, index) => [index, example] as const))(
    'has rules that load: example %d',
    (_index, example) => {
      expect(loadRules(example, 'rules.yaml')).toMatchObject({ ok: true });
    },
  );

  it('lists every condition', () => {
    const [messages = '', callbacks = ''] = text.split('\n## Callbacks');
    expect(firstColumn('condition', messages).toSorted()).toEqual(
      Object.keys(messageWhen.keys).toSorted(),
    );
    expect(firstColumn('condition', callbacks).toSorted()).toEqual(
      Object.keys(callbackWhen.keys).toSorted(),
    );
  });

  it.each([
    ['callback', 'in callback rules'],
    ['callback', 'in both'],
    ['message', 'in message rules'],
    ['message', 'in both'],
  ] as const)('names values that there are, of %ss: %s', (on, head) => {
    const names = firstColumn(head);
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) {
      const reading = createReading(on);
      expect(textValue(nodeOf(`"\${${name}}"`), reading).isConstant).toBe(false);
      expect(reading.problems, name).toEqual([]);
    }
  });

  it('has a guard that does what it says', () => {
    const example = examples.find((one) => one.includes('guard:')) ?? '';
    const loaded = loadRules(example, 'rules.yaml');
    if (!loaded.ok) throw new Error('the guard cannot be read');
    const tap = (userId: string) =>
      decideCallback({
        rules: loaded.rules,
        callback: callback({ actionIds: ['approve'], userId }),
        nowMs: sometime,
        memory: createRuleMemory(),
        known: knownCard(),
      });
    expect(tap('manager01')).toMatchObject({
      answer: { response: { cardData: { cardParamMap: { status: '已同意' } } } },
    });
    expect(tap('other')).toMatchObject({
      answer: {
        response: { userPrivateData: { cardParamMap: { hint: '只有 manager01 可以审批' } } },
      },
    });
  });
});
