import { describe, expect, it, onTestFinished } from 'vitest';
import { ScriptThread } from '../../src/answer/script-thread.js';
import { systemClock } from '../../src/base/clock.js';
import { createScripts, failureOf, valueOf } from '../support/scripts.js';

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

describe('what ends the thread', () => {
  const mixed =
    'import { setTimeout as sleep } from "node:timers/promises"; export default async ({ kind, n }) => { if (kind === "loop") for (;;) ; if (kind === "exit") process.exit(1); if (kind === "slow") await sleep(5); return n; };';

  it('costs those calls that had begun, and no others', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', mixed);
    const kindOf = (n: number) => (n % 50 === 25 ? (n % 100 === 25 ? 'loop' : 'exit') : 'quick');
    const results = await Promise.all(
      Array.from({ length: 500 }, (_, n) => run('rule.mjs', { kind: kindOf(n), n }, 100)),
    );
    for (const [n, result] of results.entries()) {
      if (kindOf(n) === 'quick') expect(valueOf(result)).toBe(n);
      else expect(failureOf(result)).toMatch(/^E1021 (time-limit|ended)/);
    }
  });

  it('again and again before anything is called ends the waiting', async () => {
    const { write, run } = createScripts();
    // Once it is loaded, and before a message can be taken: many microtasks later.
    write(
      'rule.mjs',
      'export default () => 1; void (async () => { for (let i = 0; i < 1000; i++) await null; process.exit(); })();',
    );
    expect(failureOf(await run('rule.mjs'))).toBe(
      'E1021 ended its thread ended before it was called',
    );
  });
});
