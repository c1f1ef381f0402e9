import { describe, expect, it, onTestFinished } from 'vitest';
import { createProfileStore } from '../../../src/config/store.js';
import { createProgramHome } from '../../support/program-home.js';
import { runInProcess } from '../../support/run-in-process.js';

async function loggedIn(profile: string) {
  const home = createProgramHome();
  onTestFinished(home.remove);
  const store = createProfileStore(home.configDir);
  await store.save(profile, {
    clientId: 'dingmine',
    clientSecret: 'secret-0001',
    production: false,
    createdAt: 0,
  });
  return { home, store };
}

describe('logout', () => {
  it('removes the stored login', async () => {
    const { home, store } = await loggedIn('default');
    const { exitCode, stdout } = await runInProcess(['logout'], { home });
    expect([exitCode, stdout]).toEqual([0, 'profile default removed\n']);
    expect(await store.load('default')).toBeUndefined();
  });

  it('removes the named one only', async () => {
    const { home, store } = await loggedIn('default');
    const args = ['logout', '--profile', 'other', '--json'];
    const { exitCode, stdout } = await runInProcess(args, { home });
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { v: 1, profile: 'other', removed: false }]);
    expect(await store.load('default')).toMatchObject({ clientId: 'dingmine' });
  });

  it('is no failure when there is none', async () => {
    const { exitCode, stdout } = await runInProcess(['logout', '--lang', 'zh'], { lang: 'zh' });
    expect([exitCode, stdout]).toEqual([0, '没有档案 default\n']);
  });
});
