import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { locationsOf, runningEntriesOf } from '../../src/cli/locations.js';
import { readEnvironment } from '../../src/config/environment.js';
import { createProgramHome } from '../support/program-home.js';

describe('locationsOf', () => {
  it('are where the environment says', () => {
    const environment = readEnvironment({ DTCARD_CONFIG_DIR: '/c', DTCARD_STATE_DIR: '/s' });
    expect(locationsOf(environment)).toEqual({ configDir: '/c', stateDir: '/s' });
  });

  it('are below the home directory otherwise', () => {
    const { configDir, stateDir } = locationsOf(readEnvironment({ HOME: '/home/x' }));
    for (const folder of [configDir, stateDir]) expect(folder.startsWith('/home/x')).toBe(true);
  });
});

describe('runningEntriesOf', () => {
  it('keeps its entries below the state directory, for living processes', () => {
    const home = createProgramHome();
    onTestFinished(home.remove);
    const entries = runningEntriesOf(home);
    const entry = { kind: 'watch', origin: 'o', clientId: 'c', startedAtMs: 1 } as const;
    entries.announce({ ...entry, pid: process.pid });
    expect(readdirSync(path.join(home.stateDir, 'running'))).toHaveLength(1);
    expect(entries.list('watch')).toMatchObject([{ pid: process.pid }]);
  });
});
