import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RulesWatch, type RulesWatchOptions, readRulesFile } from '../../src/answer/rules-file.js';
import { ManualClock, systemClock } from '../../src/base/clock.js';

const rule = (name: string) =>
  `version: 1\nrules:\n  - { name: ${name}, on: message, leave: true }\n`;

let directory: string;
let file: string;
let seen: string[];
let open: RulesWatch | undefined;

beforeEach(() => {
  directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'dtcard-rules-')));
  file = path.join(directory, 'rules.yaml');
  seen = [];
});

afterEach(() => {
  open?.close();
  open = undefined;
  rmSync(directory, { recursive: true, force: true });
});

function watch(options: Partial<RulesWatchOptions> = {}): RulesWatch {
  open = new RulesWatch({
    path: file,
    clock: systemClock,
    onLoaded: ({ rules }) => seen.push(rules.map(({ name }) => name).join()),
    onRejected: (problems, kept) =>
      seen.push(`${kept ? 'kept' : 'none'} ${problems[0]?.line} ${problems[0]?.message}`),
    ...options,
  });
  return open;
}

/** A watch without help from the system, on a clock that the test moves. */
function poll(): { watch: RulesWatch; clock: ManualClock; look: () => void } {
  const clock = new ManualClock(Date.now() + 3_600_000);
  const started = watch({ clock, watchDirectory: () => undefined });
  return { watch: started, clock, look: () => clock.advance(1500) };
}

describe('reading a rules file', () => {
  it('gives the rules', () => {
    writeFileSync(file, rule('a'));
    expect(readRulesFile(file)).toMatchObject({ ok: true, rules: { file } });
  });

  it.each([
    ['that is not there', () => undefined, /ENOENT/],
    ['that is a directory', () => mkdirSync(file), /directory/],
    ['that is not UTF-8', () => writeFileSync(file, Buffer.from([0xe9])), /UTF-8/],
    ['that is huge', () => writeFileSync(file, Buffer.alloc(3_000_000, 35)), /bytes/],
  ])('reports a file %s', (_name, make, expected) => {
    make();
    const loaded = readRulesFile(file);
    expect(loaded.ok ? '' : loaded.problems[0]?.message).toMatch(expected);
  });
});

describe('a watched rules file', () => {
  it('is loaded at once', () => {
    writeFileSync(file, rule('a'));
    expect(watch().current?.rules).toHaveLength(1);
    expect(seen).toEqual(['a']);
  });

  it('is loaded again when it is written, and when an editor replaces it', async () => {
    writeFileSync(file, rule('a'));
    watch({ pollMs: 3_600_000 });
    writeFileSync(file, rule('b'));
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b']), 5000);
    writeFileSync(`${file}.tmp`, rule('c'));
    renameSync(`${file}.tmp`, file);
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c']), 5000);
    writeFileSync(file, rule('d'));
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c', 'd']), 5000);
  });

  it('is reported once when many saves come together', async () => {
    writeFileSync(file, rule('a'));
    watch({ pollMs: 3_600_000, settleMs: 100 });
    for (let n = 0; n < 50; n++) writeFileSync(file, rule(`b${n}`));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('b49'), 5000);
    expect(seen).toEqual(['a', 'b49']);
  });

  it('keeps the rules of before when it breaks, and recovers', async () => {
    writeFileSync(file, rule('a'));
    const { current } = watch({ pollMs: 3_600_000 });
    writeFileSync(file, 'version: 1\nrules: [\n');
    await vi.waitFor(() => expect(seen).toHaveLength(2), 5000);
    expect(seen[1]).toMatch(/^kept 3 Flow sequence/);
    expect(open?.current).toBe(current);
    writeFileSync(file, rule('a'));
    await vi.waitFor(() => expect(seen.slice(2)).toEqual(['a']), 5000);
  });
});

describe('where the system tells of nothing', () => {
  it('is looked at regularly', () => {
    writeFileSync(file, rule('a'));
    const { look } = poll();
    look();
    expect(seen).toEqual(['a']);
    writeFileSync(file, rule('b'));
    look();
    expect(seen).toEqual(['a', 'b']);
  });

  it('sees a change of the same size within the same moment', () => {
    writeFileSync(file, rule('a'));
    const stamp = new Date(Date.now() - 60_000);
    utimesSync(file, stamp, stamp);
    const { look } = poll();
    writeFileSync(file, rule('b'));
    utimesSync(file, stamp, stamp);
    look();
    expect(seen).toEqual(['a', 'b']);
  });

  it('reports nothing when it was only touched', () => {
    writeFileSync(file, rule('a'));
    const { look } = poll();
    utimesSync(file, new Date(), new Date());
    look();
    expect(seen).toEqual(['a']);
  });

  it('keeps the rules when the file vanishes, says so once, and takes it back', () => {
    writeFileSync(file, rule('a'));
    const { look, watch: started } = poll();
    unlinkSync(file);
    look();
    look();
    look();
    expect(seen).toEqual(['a', expect.stringMatching(/^kept 0 ENOENT/)]);
    expect(started.current?.rules).toHaveLength(1);
    writeFileSync(file, rule('a'));
    look();
    expect(seen.slice(2)).toEqual(['a']);
  });

  it('says nothing of a file that is away for a moment, or empty for a moment', () => {
    writeFileSync(file, rule('a'));
    const { clock } = poll();
    unlinkSync(file);
    clock.advance(1060);
    writeFileSync(file, '');
    clock.advance(200);
    writeFileSync(file, rule('b'));
    clock.advance(3000);
    expect(seen[0]).toBe('a');
    expect(seen.at(-1)).toBe('b');
  });

  it('reports a broken file once', () => {
    writeFileSync(file, rule('a'));
    const { look } = poll();
    writeFileSync(file, 'nonsense');
    for (let n = 0; n < 5; n++) look();
    expect(seen).toHaveLength(2);
  });

  it('waits for a file that is not there yet', () => {
    const { look, watch: started } = poll();
    expect(seen).toEqual([expect.stringMatching(/^none 0 ENOENT/)]);
    expect(started.current).toBeUndefined();
    writeFileSync(file, rule('a'));
    look();
    expect(seen.slice(1)).toEqual(['a']);
  });

  it('follows a directory that is replaced', () => {
    writeFileSync(file, rule('a'));
    const { look } = poll();
    renameSync(directory, `${directory}.old`);
    mkdirSync(directory);
    writeFileSync(file, rule('b'));
    look();
    rmSync(`${directory}.old`, { recursive: true });
    expect(seen).toEqual(['a', 'b']);
  });

  it('follows a link that is pointed elsewhere', () => {
    writeFileSync(path.join(directory, 'one.yaml'), rule('a'));
    writeFileSync(path.join(directory, 'two.yaml'), rule('b'));
    symlinkSync('one.yaml', file);
    const { look } = poll();
    symlinkSync('two.yaml', `${file}.new`);
    renameSync(`${file}.new`, file);
    look();
    expect(seen).toEqual(['a', 'b']);
  });

  it('says that a directory took the place of the file', () => {
    writeFileSync(file, rule('a'));
    const { look } = poll();
    unlinkSync(file);
    mkdirSync(file);
    look();
    expect(seen.slice(1)).toEqual([expect.stringMatching(/^kept 0 not a regular file/)]);
  });
});

describe('a directory that is replaced', () => {
  it('is watched anew', () => {
    writeFileSync(file, rule('a'));
    const clock = new ManualClock(Date.now() + 3_600_000);
    const watched: string[] = [];
    watch({
      clock,
      watchDirectory: (name) => {
        watched.push(`open ${name}`);
        return { close: () => watched.push(`close ${name}`) };
      },
    });
    clock.advance(5000);
    expect(watched).toEqual([`open ${directory}`]);
    renameSync(directory, `${directory}.old`);
    mkdirSync(directory);
    clock.advance(1000);
    rmSync(`${directory}.old`, { recursive: true });
    expect(watched).toEqual([`open ${directory}`, `close ${directory}`, `open ${directory}`]);
  });
});

describe('somebody who never stops writing', () => {
  it('does not keep the rules from being read', () => {
    writeFileSync(file, rule('a'));
    const clock = new ManualClock(Date.now() + 3_600_000);
    let change: (name?: string) => void = () => undefined;
    watch({
      clock,
      pollMs: 3_600_000,
      watchDirectory: (_name, onChange) => {
        change = onChange;
        return { close: () => undefined };
      },
    });
    writeFileSync(file, rule('b'));
    for (let n = 0; n < 100; n++) {
      change('rules.yaml');
      clock.advance(20);
    }
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('a closed watch', () => {
  it('leaves no timers and hears nothing more', () => {
    writeFileSync(file, rule('a'));
    const { watch: started, clock, look } = poll();
    started.close();
    started.close();
    expect(clock.pending).toBe(0);
    writeFileSync(file, rule('b'));
    look();
    expect(seen).toEqual(['a']);
  });

  it('can be closed from within the report of a change', () => {
    writeFileSync(file, rule('a'));
    const clock = new ManualClock(Date.now() + 3_600_000);
    watch({
      clock,
      watchDirectory: () => undefined,
      onLoaded: () => {
        seen.push('loaded');
        open?.close();
      },
    });
    writeFileSync(file, rule('b'));
    clock.advance(2000);
    expect(seen).toEqual(['loaded', 'loaded']);
    expect(clock.pending).toBe(0);
  });
});

describe('a program with nothing else to do', () => {
  it('ends although it watches', async () => {
    writeFileSync(file, rule('a'));
    const program = path.resolve(
      import.meta.dirname,
      '../fixtures/programs/watch-rules-and-end.ts',
    );
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--import', 'tsx', program, file], {
      timeout: 15_000,
    });
    expect(stdout).toBe('1 loaded\n1 at the end\n');
  });
});
