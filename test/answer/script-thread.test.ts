import { describe, expect, it, onTestFinished } from 'vitest';
import { ScriptThread } from '../../src/answer/script-thread.js';
import { systemClock } from '../../src/base/clock.js';
import { createScripts } from '../support/scripts.js';

function threadWith(text: string) {
  const scripts = createScripts();
  let ended: () => void = () => undefined;
  const isGone = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const thread = new ScriptThread({
    file: scripts.write('rule.mjs', text),
    clock: systemClock,
    loadLimitMs: 10_000,
    maxMemoryMb: 64,
    execArgv: [],
    onOutput: () => undefined,
    onEnded: () => ended(),
  });
  onTestFinished(() => thread.close());
  return { thread, isGone };
}

const waits =
  'let go; export default ({ free }) => free ? go(1) : new Promise((resolve) => { go = resolve; });';

describe('the thread of a script', () => {
  it('gives back what did not begin when it is retired, and ends', async () => {
    const { thread, isGone } = threadWith('export default () => 1;');
    const call = thread.call({}, 1000);
    thread.retire();
    expect(await call).toEqual({ kind: 'not-begun', wasBarren: false });
    expect(thread.takesCalls).toBe(false);
    expect(await thread.call({}, 1000)).toEqual({ kind: 'not-begun', wasBarren: false });
    await isGone;
  });

  it('ends once what is under way is through', async () => {
    const { thread, isGone } = threadWith(waits);
    const call = thread.call({}, 300);
    await thread.call({ free: false }, 50);
    expect(thread.takesCalls).toBe(false);
    expect(await call).toMatchObject({ kind: 'failed', error: { code: 'E1021' } });
    await isGone;
  });

  it('fails what is under way when it is closed', async () => {
    const { thread, isGone } = threadWith(waits);
    const call = thread.call({}, 1000);
    await thread.close();
    expect(await call).toMatchObject({
      kind: 'failed',
      error: { code: 'E1021', params: { reason: 'ended' } },
    });
    await isGone;
  });
});
