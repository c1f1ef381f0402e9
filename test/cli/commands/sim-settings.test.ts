import { describe, expect, it } from 'vitest';
import { settingDefinitions } from '../../../src/simulator/settings.js';
import { runInProcess } from '../../support/run-in-process.js';

describe('sim settings', () => {
  it('lists every setting with its default, meaning and source', async () => {
    const { exitCode, stdout } = await runInProcess(['sim', 'settings']);
    expect(exitCode).toBe(0);
    for (const [name, { default: value, meaning, source }] of Object.entries(settingDefinitions)) {
      expect(stdout).toMatch(new RegExp(`^${name} +${String(value)}( \\(|$)`, 'm'));
      expect(stdout).toContain(`${meaning} [${source}]`);
    }
  });

  it('lists the same as JSON', async () => {
    const { stdout } = await runInProcess(['sim', 'settings', '--json']);
    const { v, settings } = JSON.parse(stdout) as { v: number; settings: { name: string }[] };
    expect(v).toBe(1);
    expect(settings.map(({ name }) => name)).toEqual(Object.keys(settingDefinitions));
  });
});
