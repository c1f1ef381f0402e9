import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptCallbackInput, scriptMessageInput } from '../../src/answer/script-input.js';
import { readScriptValue } from '../../src/answer/script-value.js';
import { blocks } from '../support/documents.js';
import { callback, knownCard, message } from '../support/rule-subjects.js';
import { projectRoot } from '../support/run-program.js';
import { createScripts, valueOf } from '../support/scripts.js';

const text = readFileSync(path.join(projectRoot, 'docs/scripts.md'), 'utf8');

describe('docs/scripts.md', () => {
  it('has functions whose replies can be used', async () => {
    const { write, run } = createScripts();
    const input = scriptCallbackInput({ callback: callback(), nowMs: 0 });
    for (const block of blocks(text, 'js')) {
      write('rule.mjs', block);
      const value = valueOf(await run('rule.mjs', input));
      expect(readScriptValue(value, { on: 'callback', callback: callback() })).toMatchObject({
        ok: true,
        decision: { kind: 'answer', answer: { kind: 'update' } },
      });
    }
    expect(blocks(text, 'js').length).toBeGreaterThan(0);
  });

  it('names every field a function is told', () => {
    const [, table = ''] = text.split('| field | for |');
    const rows = (table.split('\n\n')[0] ?? '').split('\n');
    const named = rows.flatMap((row) => /^\| `(\w+)`/.exec(row)?.[1] ?? []);
    const told = {
      ...scriptCallbackInput({
        callback: callback(),
        card: knownCard().cardOf('track1'),
        nick: 'x',
        nowMs: 0,
      }),
      ...scriptMessageInput(message(), 0),
    };
    expect(named.toSorted()).toEqual(Object.keys(told).toSorted());
  });

  it('quotes what is said of a misspelt name', () => {
    const read = readScriptValue(
      { answer: { privateData: {} } },
      { on: 'callback', callback: callback() },
    );
    expect(text).toContain(read.ok ? '' : `\`${read.detail}\``);
    expect(read.ok).toBe(false);
  });
});
