import { describe, expect, it, vi } from 'vitest';
import { checkScript } from '../../src/answer/create-script-runner.js';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { errorSentence } from '../../src/i18n/error-sentence.js';
import { createScripts, failureOf, valueOf } from '../support/scripts.js';

describe('a script', () => {
  it('is called with the input and gives back what it returns', async () => {
    const { write, run } = createScripts();
    write(
      'rule.mjs',
      'export default ({ n }) => ({ answer: { cardData: { n: n + 1, "__proto__x": [n] } } });',
    );
    expect(valueOf(await run('rule.mjs', { n: 1 }))).toEqual({
      answer: { cardData: { n: 2, __proto__x: [1] } },
    });
  });

  it.each([
    ['nothing', 'export default () => {};', undefined],
    ['null', 'export default async () => null;', null],
    ['what a promise gives', 'export default async () => ({ a: 1 });', { a: 1 }],
    [
      'dates as JSON has them',
      'export default () => ({ at: new Date(0) });',
      { at: '1970-01-01T00:00:00.000Z' },
    ],
    ['lone surrogates', String.raw`export default () => ({ a: "\ud800" });`, { a: '\ud800' }],
    [
      'the same object twice',
      'const o = { a: 1 }; export default () => [o, o];',
      [{ a: 1 }, { a: 1 }],
    ],
  ])('may return %s', async (_what, text, value) => {
    const { write, run } = createScripts();
    write('rule.mjs', text);
    expect(valueOf(await run('rule.mjs'))).toEqual(value);
  });

  it('keeps what it remembers from call to call', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', 'let count = 0; export default () => ++count;');
    for (const expected of [1, 2, 3]) expect(valueOf(await run('rule.mjs'))).toBe(expected);
  });

  it('imports modules beside it and those of Node', async () => {
    const { write, run } = createScripts();
    write('words.mjs', 'export const word = "同意";');
    write(
      'rule.mjs',
      'import path from "node:path"; import { word } from "./words.mjs"; export default () => path.join("a", word);',
    );
    expect(valueOf(await run('rule.mjs'))).toBe('a/同意');
  });

  it('is found where the path has spaces, marks and letters of any script', async () => {
    const { write, run } = createScripts();
    write('规则 #1%20?.mjs', 'export default () => 1;');
    expect(valueOf(await run('规则 #1%20?.mjs'))).toBe(1);
  });

  it('sees nothing of the environment and of the options Node runs with', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', 'export default () => [Object.keys(process.env), process.execArgv];');
    expect(valueOf(await run('rule.mjs'))).toEqual([[], []]);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['a syntax error', 'const a = 1;\nlet = 2;', /^E1020 load SyntaxError: .* \(rule\.mjs:2\)$/],
    [
      'a missing import',
      'import "./gone.mjs";',
      /^E1020 load Error: Cannot find module '.*gone\.mjs'/,
    ],
    [
      'a missing name',
      'import { gone } from "node:fs";',
      /^E1020 load SyntaxError: .*gone.* \(rule\.mjs:1\)$/,
    ],
    [
      'an error while it is loaded',
      '\nthrow new Error("no");',
      /^E1020 load Error: no \(rule\.mjs:2:7\)$/,
    ],
    [
      'an await at the top that never ends',
      'await new Promise(() => {});',
      /^E1020 load an await at its top never ends$/,
    ],
    ['ending itself while it is loaded', 'process.exit(4);', /^E1020 load it exited with code 4$/],
    ['no function', 'export default 1;', /^E1020 no-function it exports default$/],
    ['no export', '', /^E1020 no-function it exports nothing$/],
    [
      'an error thrown',
      'export default () => {\n  throw new TypeError("boom");\n};',
      /^E1021 threw TypeError: boom \(rule\.mjs:2:9\)$/,
    ],
    [
      'a promise refused',
      'export default async () => {\n  throw new Error("later");\n};',
      /^E1021 threw Error: later \(rule\.mjs:2:9\)$/,
    ],
    ['a text thrown', 'export default () => { throw "plain"; };', /^E1021 threw plain$/],
    ['nothing thrown', 'export default () => { throw undefined; };', /^E1021 threw undefined$/],
    [
      'something thrown that cannot be printed',
      'export default () => { throw { get stack() { throw 1; }, toString() { throw 2; } }; };',
      /^E1021 threw something that cannot be printed$/,
    ],
    [
      'ending itself',
      'export default () => process.exit(3);',
      /^E1021 ended it exited with code 3$/,
    ],
    [
      'an error nobody catches',
      'export default () => new Promise(() => setTimeout(() => { throw new Error("astray"); }));',
      /^E1021 threw astray \(caught by nobody\)$/,
    ],
    [
      'a promise nobody catches',
      'export default () => new Promise(() => { void Promise.reject(new Error("astray")); });',
      /^E1021 threw astray/,
    ],
    [
      'a function in the reply',
      'export default () => ({ answer: { cardData: { x: () => 1 } } });',
      /^E1021 reply answer\.cardData\.x is a function$/,
    ],
    ['a bigint', 'export default () => ({ a: [1, 2n] });', /^E1021 reply a\[1\] is a bigint$/],
    ['no number', 'export default () => ({ percent: 0 / 0 });', /^E1021 reply percent is NaN$/],
    [
      'a map',
      'export default () => ({ votes: new Map() });',
      /^E1021 reply votes is a Map; give a plain object or a list$/,
    ],
    [
      'a promise inside',
      'export default () => ({ a: Promise.resolve(1) });',
      /^E1021 reply a is a promise; await it$/,
    ],
    [
      'a circle',
      'const a = {}; a.b = { a }; export default () => a;',
      /^E1021 reply b\.a holds itself$/,
    ],
    [
      'too deep a reply',
      'export default () => { let a = 1; for (let i = 0; i < 5000; i++) a = [a]; return a; };',
      /^E1021 reply .* is nested deeper than 100 levels$/,
    ],
    [
      'too long a text',
      'export default () => "x".repeat(2_000_000);',
      /^E1021 reply the reply is longer than 1000000 characters$/,
    ],
    [
      'too many values',
      'export default () => new Array(300_000).fill(1);',
      /^E1021 reply the reply has more than 200000 values$/,
    ],
    [
      'a reply that throws when it is read',
      'export default () => ({ get a() { throw new Error("read"); } });',
      /^E1021 threw Error: read \(rule\.mjs:1:\d+\)$/,
    ],
  ])('is told: %s', async (_what, text, expected) => {
    const { write, run } = createScripts();
    write('rule.mjs', text);
    expect(failureOf(await run('rule.mjs'))).toMatch(expected);
  });

  it('is told: no such file', async () => {
    const { run, at } = createScripts();
    expect(failureOf(await run('gone.mjs'))).toBe(
      `E1020 load Error: Cannot find module '${at('gone.mjs')}'`,
    );
  });

  it('is told in both languages, with the file', async () => {
    const { write, run, at } = createScripts();
    write('rule.mjs', 'export default () => { throw new Error("\u001b[31mred"); };');
    const result = await run('rule.mjs');
    if (result.ok) throw new Error('it returned');
    expect(errorSentence(result.error, 'en')).toMatch(
      `The script ${at('rule.mjs')} threw: Error: `,
    );
    expect(errorSentence(result.error, 'zh')).toMatch(`脚本 ${at('rule.mjs')} 抛出了错误：Error: `);
    expect(errorSentence(result.error, 'en')).not.toContain('\u001b');
  });

  it('does not keep the next call from an answer', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', 'export default ({ end }) => { if (end) process.exit(); return 1; };');
    expect(failureOf(await run('rule.mjs', { end: true }))).toBe(
      'E1021 ended it exited with code 0',
    );
    expect(valueOf(await run('rule.mjs'))).toBe(1);
  });

  it('is a script that eats all memory, which is ended', async () => {
    const { write, run } = createScripts({ maxMemoryMb: 16 });
    write(
      'rule.mjs',
      'export default () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); };',
    );
    expect(failureOf(await run('rule.mjs', {}, 60_000))).toBe('E1021 memory');
  });

  it.runIf(!('typescript' in process.features))(
    'is TypeScript where Node does not run it',
    async () => {
      const { write, run } = createScripts();
      write('rule.ts', 'export default (n: number) => n;');
      expect(failureOf(await run('rule.ts'))).toBe(`E1020 no-types Node ${process.versions.node}`);
    },
  );
});

describe('the time limit', () => {
  const loops = 'export default ({ loop }) => { while (loop) ; return 1; };';

  it('ends a loop, and the next call is answered', async () => {
    const clock = new ManualClock();
    const { write, run } = createScripts({ clock });
    write('rule.mjs', loops);
    expect(valueOf(await run('rule.mjs'))).toBe(1);
    const stuck = run('rule.mjs', { loop: true }, 500);
    // The thread has to be in the loop before its time is up.
    await new Promise((resolve) => setTimeout(resolve, 50));
    clock.advance(500);
    const result = await stuck;
    expect(failureOf(result)).toBe('E1021 time-limit');
    expect(result).toMatchObject({ tookMs: 500, error: { params: { limitMs: 500 } } });
    expect(valueOf(await run('rule.mjs'))).toBe(1);
  });

  it('ends what never answers, and not those under way beside it', async () => {
    const { write, run } = createScripts();
    write(
      'rule.mjs',
      'import { setTimeout as sleep } from "node:timers/promises"; export default ({ ms }) => ms ? sleep(ms, ms) : new Promise(() => {});',
    );
    const [never, slow] = await Promise.all([
      run('rule.mjs', {}, 200),
      run('rule.mjs', { ms: 500 }),
    ]);
    expect(failureOf(never)).toBe('E1021 time-limit');
    expect(valueOf(slow)).toBe(500);
  });

  it('gives calls that wait behind a stuck one to another thread', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', loops);
    await run('rule.mjs');
    const [stuck, ...others] = await Promise.all([
      run('rule.mjs', { loop: true }, 200),
      run('rule.mjs'),
      run('rule.mjs', {}, 200),
    ]);
    expect(failureOf(stuck)).toBe('E1021 time-limit');
    expect(others.map(valueOf)).toEqual([1, 1]);
  });

  it('is another one for loading', async () => {
    const { write, run } = createScripts({ loadLimitMs: 100 });
    write('rule.mjs', 'for (;;) ;');
    const result = await run('rule.mjs');
    expect(failureOf(result)).toBe('E1020 load-time');
    write('rule.mjs', 'export default () => 1;');
    const { run: runInTime, write: writeAgain } = createScripts();
    writeAgain('rule.mjs', 'export default () => 1;');
    expect(valueOf(await runInTime('rule.mjs', {}, 1000))).toBe(1);
  });
});

describe('calls', () => {
  it('of one module are under way together', async () => {
    const { write, run } = createScripts();
    write(
      'rule.mjs',
      'let waiting = []; export default () => new Promise((resolve) => { waiting.push(resolve); if (waiting.length === 20) waiting.forEach((go, index) => go(index)); });',
    );
    const results = await Promise.all(Array.from({ length: 20 }, () => run('rule.mjs')));
    expect(results.map(valueOf)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('of another module are not held up by one that is stuck', async () => {
    const { write, run } = createScripts();
    write('stuck.mjs', 'export default () => { for (;;) ; };');
    write('rule.mjs', 'export default () => 1;');
    let isStuck = true;
    const stuck = run('stuck.mjs', {}, 1000).finally(() => {
      isStuck = false;
    });
    expect(valueOf(await run('rule.mjs'))).toBe(1);
    expect(isStuck).toBe(true);
    expect(failureOf(await stuck)).toBe('E1021 time-limit');
  });

  it('take the file as it is now', async () => {
    const { write, run } = createScripts();
    write('rule.mjs', 'export default () => 1;');
    expect(valueOf(await run('rule.mjs'))).toBe(1);
    write('rule.mjs', 'export default () => "two";');
    expect(valueOf(await run('rule.mjs'))).toBe('two');
    write('rule.mjs', 'export default () => {');
    expect(failureOf(await run('rule.mjs'))).toMatch('E1020 load SyntaxError');
    write('rule.mjs', 'export default () => 3;');
    expect(valueOf(await run('rule.mjs'))).toBe(3);
  });

  it('under way while the file changes are answered by what they called', async () => {
    const { write, run, printed } = createScripts();
    write(
      'rule.mjs',
      'export default () => { console.log("begun"); return new Promise((resolve) => setTimeout(resolve, 300, "old")); };',
    );
    const old = run('rule.mjs');
    await vi.waitFor(() => expect(printed).toEqual(['begun\n']), 5000);
    write('rule.mjs', 'export default () => "new";');
    expect(valueOf(await run('rule.mjs'))).toBe('new');
    expect(valueOf(await old)).toBe('old');
  });

  it('need not wait for the loading after a warm-up, which tells why one cannot be used', async () => {
    const { write, runner, at, printed, run } = createScripts();
    write('rule.mjs', 'console.log("loaded"); export default () => 1;');
    const [fine, gone] = await Promise.all(
      ['rule.mjs', 'gone.mjs'].map((name) => runner.warmUp({ file: at(name), timeLimitMs: 1000 })),
    );
    expect(fine).toBeUndefined();
    expect(gone).toMatchObject({ code: 'E1020', params: { reason: 'load' } });
    await vi.waitFor(() => expect(printed).toEqual(['loaded\n']));
    expect(valueOf(await run('rule.mjs'))).toBe(1);
    expect(printed).toEqual(['loaded\n']);
  });

  it('fail when the runner is closed, and afterwards', async () => {
    const { write, run, runner } = createScripts();
    write(
      'rule.mjs',
      'export default ({ loop }) => { while (loop) ; return new Promise(() => {}); };',
    );
    const waiting = [run('rule.mjs'), run('rule.mjs', { loop: true })];
    await new Promise((resolve) => setTimeout(resolve, 100));
    await runner.close();
    for (const result of [...(await Promise.all(waiting)), await run('rule.mjs')]) {
      expect(failureOf(result)).toBe('E1021 ended dtcard ends');
    }
  });
});

describe('checking a script', () => {
  it('loads it without calling it', async () => {
    const { write } = createScripts();
    const file = write('rule.mjs', 'export default () => { throw new Error("called"); };');
    expect(await checkScript(file, { clock: systemClock })).toBeUndefined();
  });

  it('tells why it cannot be used', async () => {
    const { write, at } = createScripts();
    write('none.mjs', 'export const rule = 1;');
    write('loop.mjs', 'for (;;) ;');
    const reasons = [];
    for (const name of ['none.mjs', 'loop.mjs', 'gone.mjs']) {
      const error = await checkScript(at(name), { clock: systemClock, loadLimitMs: 200 });
      reasons.push(error?.params['reason']);
    }
    expect(reasons).toEqual(['no-function', 'load-time', 'load']);
  });
});
