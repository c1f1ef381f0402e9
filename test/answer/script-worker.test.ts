import { describe, expect, it } from 'vitest';
import { createScripts, valueOf } from '../support/scripts.js';

describe('what a script prints', () => {
  it('is handed on and never reaches the screen', async () => {
    const { write, run, printed } = createScripts();
    write(
      'rule.mjs',
      'export default () => { console.log("a", 1); console.error("b"); process.stdout.write("c"); };',
    );
    await run('rule.mjs');
    expect(printed.join('')).toBe('a 1\nb\nc');
  });

  it('is cut where it is too much', async () => {
    const { write, run, printed } = createScripts();
    write(
      'rule.mjs',
      'export default () => { for (let i = 0; i < 100_000; i++) console.log("x".repeat(100)); };',
    );
    await run('rule.mjs');
    expect(printed.join('').length).toBeLessThan(20_000);
    expect(printed.at(-1)).toMatch(/…$/);
  });

  it('to the thread that started it is passed over', async () => {
    const { write, run } = createScripts();
    write(
      'rule.mjs',
      'import { parentPort } from "node:worker_threads"; export default () => { for (const m of [null, 1, {}, { kind: "value" }, { kind: "value", id: 1, text: 2 }, { kind: "x", id: 1 }]) parentPort.postMessage(m); return "mine"; };',
    );
    expect(valueOf(await run('rule.mjs'))).toBe('mine');
  });
});
