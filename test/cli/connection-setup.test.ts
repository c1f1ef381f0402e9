import { describe, expect, it, onTestFinished } from 'vitest';
import { networkOf, setUpConnection } from '../../src/cli/connection-setup.js';
import { readEnvironment } from '../../src/config/environment.js';
import { createProfileStore } from '../../src/config/store.js';
import { createProgramHome } from '../support/program-home.js';
import { createTestIo } from '../support/run-in-process.js';

async function setUp(
  env: Record<string, string>,
  request: { api?: string; profile?: string; ownSimulator?: string } = {},
) {
  const home = createProgramHome();
  onTestFinished(home.remove);
  await createProfileStore(home.configDir).save('default', {
    clientId: 'dingstored',
    clientSecret: 'stored-secret',
    production: false,
    createdAt: 0,
  });
  const environment = readEnvironment({ ...home.env, ...env });
  const { ownSimulator } = request;
  const setup = await setUpConnection(createTestIo({ home }), {
    environment,
    api: request.api,
    profile: request.profile,
    ...(ownSimulator === undefined ? {} : { ownSimulator }),
  });
  return [setup.endpoints.apiOrigin, setup.credentials.clientId];
}

const loopback = 'http://127.0.0.1:7700';

describe('setUpConnection', () => {
  it('speaks to DingTalk with the stored login by default', async () => {
    expect(await setUp({})).toEqual(['https://api.dingtalk.com', 'dingstored']);
  });

  it('takes --api before DTCARD_API', async () => {
    const env = { DTCARD_API: loopback };
    expect((await setUp(env))[0]).toBe(loopback);
    expect((await setUp(env, { api: 'http://127.0.0.1:8800' }))[0]).toBe('http://127.0.0.1:8800');
  });

  it('never takes the stored login of a real app to a loopback origin', async () => {
    expect((await setUp({}, { api: loopback }))[1]).not.toBe('dingstored');
  });

  it('takes nothing of the person to a simulator of its own', async () => {
    const env = {
      DTCARD_API: 'https://api.dingtalk.com',
      DTCARD_CLIENT_ID: 'dingmine',
      DTCARD_CLIENT_SECRET: 'my-secret',
    };
    const [origin, clientId] = await setUp(env, { ownSimulator: loopback });
    expect(origin).toBe(loopback);
    expect(['dingmine', 'dingstored']).not.toContain(clientId);
  });

  it('refuses what is neither DingTalk nor on this machine', async () => {
    await expect(setUp({ DTCARD_API: 'https://evil.example' })).rejects.toMatchObject({
      code: 'E1006',
    });
  });
});

describe('networkOf', () => {
  it('goes through the proxies of the environment, but not to this machine', async () => {
    const environment = readEnvironment({ https_proxy: 'http://127.0.0.1:3128' });
    const { proxy } = networkOf(createTestIo(), environment);
    expect(await proxy.proxyAgentFor('https://api.dingtalk.com/')).toBeDefined();
    expect(await proxy.proxyAgentFor('http://127.0.0.1:7700/')).toBeUndefined();
  });
});
