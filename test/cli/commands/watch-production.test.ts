import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProfileStore } from '../../../src/config/store.js';
import { createProgramHome } from '../../support/program-home.js';
import { runInProcess } from '../../support/run-in-process.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();

/** A profile of the simulator's app that is marked as production. */
async function markedHome() {
  const home = createProgramHome();
  onTestFinished(home.remove);
  await createProfileStore(home.configDir).save('prod', {
    ...sim.it.credentials,
    production: true,
    createdAt: 0,
  });
  return home;
}

const opened = () => sim.it.events().filter(({ type }) => type === 'connection.opened').length;

describe('watch on a production profile', () => {
  it('is refused before anything is connected or recorded, and says what to do', async () => {
    const home = await markedHome();
    const before = opened();
    const args = ['watch', '--json', '--api', sim.origin, '--profile', 'prod', '--duration', '1s'];
    const { exitCode, stdout, stderr } = await runInProcess(args, { home });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${sim.it.credentials.clientId} is marked as a production app`);
    expect(stderr).toContain('--yes');
    expect(stderr).not.toContain(sim.it.credentials.clientSecret);
    expect(opened()).toBe(before);
    expect(readdirSync(path.join(home.stateDir))).not.toContain('recordings');
  });

  it('runs with --yes, its rules switched off', async () => {
    const home = await markedHome();
    const args = ['watch', '--json', '--yes', '--api', sim.origin, '--profile', 'prod'];
    const rules = ['--rules', path.resolve('examples/approval/rules.yaml'), '--duration', '500ms'];
    const { exitCode, stdout, stderr } = await runInProcess([...args, ...rules], { home });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const events = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'rules.switched', on: false, reason: 'production' }),
    );
  });
});
