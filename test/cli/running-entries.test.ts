import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRunningEntries, isProcessAlive } from '../../src/cli/running-entries.js';
import { createProgramHome } from '../support/program-home.js';

const base = { kind: 'simulator', origin: 'http://127.0.0.1:1', clientId: 'd' } as const;

function directory(): string {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return path.join(home.root, 'running');
}

describe('running entries', () => {
  it('are listed newest first, by kind, and are gone when withdrawn', () => {
    const entries = createRunningEntries(directory(), () => true);
    expect(entries.list('simulator')).toEqual([]);
    const withdraw = entries.announce({ ...base, pid: 1, startedAtMs: 10 });
    entries.announce({ ...base, pid: 2, startedAtMs: 20 });
    entries.announce({ ...base, kind: 'watch', pid: 3, startedAtMs: 30 });
    expect(entries.list('simulator').map(({ pid }) => pid)).toEqual([2, 1]);
    withdraw();
    withdraw();
    expect(entries.list('simulator').map(({ pid }) => pid)).toEqual([2]);
  });

  it('of dead processes are cleared away', () => {
    const folder = directory();
    const entries = createRunningEntries(folder, (pid) => pid !== 1);
    entries.announce({ ...base, pid: 1, startedAtMs: 10 });
    expect(entries.list('simulator')).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are private, and leave no half-written file', () => {
    const folder = directory();
    createRunningEntries(folder, () => true).announce({ ...base, pid: 1, startedAtMs: 10 });
    const names = readdirSync(folder);
    expect(names).toEqual(['simulator-1-10.json']);
    expect(statSync(path.join(folder, names[0] as string)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.each(['', '{', '[]', '{"kind":"simulator"}', '{"kind":"other","pid":1}'])(
    'that hold %j are no entries',
    (text) => {
      const folder = directory();
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'simulator-9-9.json'), text);
      expect(createRunningEntries(folder, () => true).list('simulator')).toEqual([]);
    },
  );

  it('that cannot be written or removed stop nobody', () => {
    const folder = directory();
    writeFileSync(folder, 'a file where the folder should be');
    const entries = createRunningEntries(folder, () => true);
    const withdraw = entries.announce({ ...base, pid: 1, startedAtMs: 10 });
    withdraw();
    expect(entries.list('simulator')).toEqual([]);
  });
});

describe('isProcessAlive', () => {
  it('knows this process, and not one that cannot be', () => {
    expect(isProcessAlive(process.pid)).toBe(true);
    expect(isProcessAlive(2 ** 22 + 1)).toBe(false);
  });
});
