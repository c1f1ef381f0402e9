import { describe, expect, it, onTestFinished } from 'vitest';
import { createProfileStore } from '../../../src/config/store.js';
import { createProgramHome } from '../../support/program-home.js';
import { runInProcess } from '../../support/run-in-process.js';

async function loggedIn() {
  const home = createProgramHome();
  onTestFinished(home.remove);
  await createProfileStore(home.configDir).save('default', {
    clientId: 'dingmine',
    clientSecret: 'secret-0001',
    production: true,
    createdAt: 0,
  });
  return home;
}

describe('whoami', () => {
  it('names app, origin and that it is a production app, never the secret', async () => {
    const home = await loggedIn();
    const { exitCode, stdout } = await runInProcess(['whoami'], { home });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('dingmine (default, production) → https://api.dingtalk.com\n');
  });

  it('tells the same as JSON', async () => {
    const home = await loggedIn();
    const { stdout } = await runInProcess(['whoami', '--json'], { home });
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      clientId: 'dingmine',
      source: 'profile',
      profile: 'default',
      production: true,
      api: 'https://api.dingtalk.com',
    });
  });

  it('speaks of the pair in the environment first', async () => {
    const home = await loggedIn();
    const env = { DTCARD_CLIENT_ID: 'dingenv', DTCARD_CLIENT_SECRET: 'secret-0002' };
    const { stdout } = await runInProcess(['whoami', '--json'], { home, env });
    expect(JSON.parse(stdout)).toMatchObject({ clientId: 'dingenv', source: 'environment' });
  });

  it('says what to do when nobody is logged in', async () => {
    const { exitCode, stdout, stderr } = await runInProcess(['whoami'], { lang: 'zh' });
    expect([exitCode, stdout, stderr.slice(0, 5)]).toEqual([3, '', 'E2001']);
    expect(stderr).toContain('dtcard login');
  });
});
