import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { createLazyScripts } from '../../src/cli/lazy-scripts.js';
import { warmUpScripts } from '../../src/cli/warm-up-scripts.js';
import type { EventLog } from '../../src/log/event-log.js';
import { createProject } from '../support/project.js';
import { rulesOf } from '../support/rule-subjects.js';

describe('warming up the scripts of rules', () => {
  it('tells which cannot be used before anybody taps', async () => {
    const project = createProject();
    project.write('fine.mjs', 'export default () => ({ answer: {} });');
    project.write('none.mjs', 'export const x = 1;');
    const scripts = createLazyScripts(systemClock);
    onTestFinished(() => scripts.close());
    const rule = (name: string) => `  - { name: ${name}, on: callback, script: ${name}.mjs }\n`;
    const text = `version: 1\nrules:\n${rule('fine')}${rule('none')}${rule('gone')}  - { name: x, on: message, leave: true }\n`;
    const { rules } = rulesOf(text, `${project.directory}/rules.yaml`);
    const told: unknown[] = [];
    const append: EventLog['append'] = (...bodies) => {
      told.push(...bodies);
      return [];
    };
    await warmUpScripts(rules, scripts, { append });
    const notice = (name: string, detail: string) =>
      expect.objectContaining({
        key: 'notice.scriptUnusable',
        level: 'error',
        params: expect.objectContaining({
          rule: name,
          detail: expect.stringContaining(detail) as string,
        }) as object,
      }) as object;
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(notice('none', 'it exports x'));
    expect(told).toContainEqual(notice('gone', 'Cannot find module'));
  });
});
