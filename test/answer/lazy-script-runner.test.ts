import { describe, expect, it, onTestFinished } from 'vitest';
import { createLazyScriptRunner } from '../../src/answer/lazy-script-runner.js';
import { systemClock } from '../../src/base/clock.js';
import { createScripts, failureOf, valueOf } from '../support/scripts.js';

describe('the runner of scripts that is loaded late', () => {
  it('runs them, tells what they print, and ends them', async () => {
    const { write } = createScripts();
    const printed: string[] = [];
    const runner = createLazyScriptRunner({
      clock: systemClock,
      onOutput: (_file, text) => printed.push(text),
    });
    onTestFinished(() => runner.close());
    const script = {
      file: write('rule.mjs', 'export default ({ n }) => { console.log(n); return n + 1; };'),
      timeLimitMs: 10_000,
    };
    runner.warmUp(script);
    expect(valueOf(await runner.run(script, { n: 1 }))).toBe(2);
    expect(printed).toEqual(['1\n']);
    await runner.close();
    expect(failureOf(await runner.run(script, { n: 1 }))).toBe('E1021 ended dtcard ends');
  });

  it('may be closed without ever having been asked', async () => {
    await expect(createLazyScriptRunner({ clock: systemClock }).close()).resolves.toBeUndefined();
  });
});
