import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { createLazyScripts } from '../../src/cli/lazy-scripts.js';

function script(code: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dtcard-script-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'rule.mjs');
  writeFileSync(file, code);
  return { file, timeLimitMs: 5000 };
}

describe('scripts of rules', () => {
  it('run as if their runner had been there all along', async () => {
    const printed: string[] = [];
    const scripts = createLazyScripts(systemClock, (_, text) => void printed.push(text));
    onTestFinished(() => scripts.close());
    const rule = script('export default ({ n }) => { console.log("seen"); return n + 1; };');
    void scripts.warmUp(rule);
    expect(await scripts.run(rule, { n: 1 })).toMatchObject({ ok: true, value: 2 });
    await expect.poll(() => printed.join('')).toContain('seen');
  });

  it('are over once closed, also when nothing was loaded before', async () => {
    const scripts = createLazyScripts(systemClock, () => {});
    await scripts.close();
    const result = await scripts.run(script('export default () => 1;'), {});
    expect(result.ok).toBe(false);
  });
});
