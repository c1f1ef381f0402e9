import { describe, expect, it } from 'vitest';
import { explainedLines } from '../../src/cli/explained-lines.js';
import { createRuleExplainer } from '../../src/cli/rule-explainer.js';
import { translator } from '../../src/i18n/translate.js';
import { callback, message, rulesOf } from '../support/rule-subjects.js';
import { createScripts } from '../support/scripts.js';

const reader = { t: translator('en'), lang: 'en' } as const;

async function linesOf(rules: string, subject = callback()) {
  const set = rulesOf(`version: 1\nrules:\n${rules}`);
  const explainer = createRuleExplainer(set, createScripts().runner, () => []);
  return explainedLines(await explainer.callback(subject, 0), 'Li', reader);
}

describe('an explanation in lines', () => {
  it.each([
    ['answer: {}', ['acknowledges and changes nothing']],
    ['answer: { delayMs: 50 }', ['acknowledges and changes nothing', 'waits 50 ms']],
    ['fail: { code: 500, message: no }', ['refuses: 500 no']],
    ['leave: true', ['leaves it to somebody else']],
    [
      'answer: { cardData: { a: 1 } }, stream: { key: content, text: 你好呀 }, update: { outTrackId: x, cardData: { b: 2 } }',
      ['answers a=1', 'updates card x: b=2', 'streams 3 characters into content of track1'],
    ],
  ])('says what is done: %s', async (deed, expected) => {
    const lines = await linesOf(`  - { name: r, on: callback, ${deed} }\n`);
    expect(lines).toEqual([
      'Li tapped btn_agree {"action":"accept"} (card track1)',
      '✓ r (line 3)',
      ...expected.map((line) => `    ${line}`),
    ]);
  });

  it('says what a guard did not let pass, and what cannot be done', async () => {
    const lines = await linesOf(
      '  - { name: r, on: callback, guard: { user: boss }, answer: {} }\n',
    );
    expect(lines.slice(2)).toEqual([
      '    its guard does not let it pass',
      '      user should be boss, and is manager01',
      '    refuses: 403 not allowed',
    ]);
    const nobody = await linesOf(
      '  - { name: r, on: callback, send: { template: t.schema, to: sender } }\n',
      callback({ userId: '' }),
    );
    expect(nobody.at(-1)).toMatch(/^ {4}cannot be done: /);
  });

  it('cuts what is long and shows what would act on a terminal', async () => {
    const set = rulesOf('version: 1\nrules: []\n');
    const explainer = createRuleExplainer(set, createScripts().runner, () => []);
    const said = await explainer.message(message({ text: `\u001b[2J${'x'.repeat(9999)}` }), 0);
    const [line = ''] = explainedLines(said, 'Li', reader);
    expect(line.length).toBeLessThan(300);
    expect(line).not.toContain('\u001b');
  });
});
