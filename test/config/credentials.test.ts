import { describe, expect, it } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { DtcardError } from '../../src/base/errors.js';
import { type CredentialsRequest, resolveCredentials } from '../../src/config/credentials.js';
import { readEnvironment } from '../../src/config/environment.js';
import type { Profile } from '../../src/config/profile.js';

const stored: Record<string, Profile> = {
  default: { clientId: 'ding-default', clientSecret: 'sd', production: true, createdAt: 1 },
  other: {
    clientId: 'ding-other',
    clientSecret: 'so',
    robotCode: 'robot',
    production: false,
    createdAt: 1,
  },
};

const pair = { DTCARD_CLIENT_ID: 'ding-env', DTCARD_CLIENT_SECRET: 'se' };

interface Given {
  readonly env?: Record<string, string>;
  readonly profiles?: Record<string, Profile>;
  readonly kind?: 'dingtalk' | 'loopback';
  readonly apiNamed?: boolean;
  readonly profile?: string;
}

function resolve(given: Given) {
  const profiles = given.profiles ?? stored;
  const request: CredentialsRequest = {
    environment: readEnvironment(given.env ?? {}),
    store: { load: async (name) => profiles[name] },
    endpoints: { kind: given.kind ?? 'dingtalk' },
    apiNamed: given.apiNamed ?? given.kind === 'loopback',
    profile: given.profile,
  };
  return resolveCredentials(request);
}

async function failure(given: Given): Promise<DtcardError> {
  const error = await resolve(given).then(
    () => new Error('succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DtcardError) return error;
  throw error;
}

describe('towards DingTalk', () => {
  it('the default profile speaks', async () => {
    expect(await resolve({})).toEqual({
      clientId: 'ding-default',
      clientSecret: 'sd',
      robotCode: 'ding-default',
      source: 'profile',
      profile: 'default',
      production: true,
    });
  });

  it('the environment’s pair goes before profiles', async () => {
    expect(await resolve({ env: pair })).toEqual({
      clientId: 'ding-env',
      clientSecret: 'se',
      robotCode: 'ding-env',
      source: 'environment',
      production: false,
    });
    const env = { ...pair, DTCARD_PROFILE: 'other' };
    expect((await resolve({ env })).clientId).toBe('ding-env');
  });

  it('a profile named in the command goes before all', async () => {
    expect(await resolve({ env: pair, profile: 'other' })).toMatchObject({
      clientId: 'ding-other',
      robotCode: 'robot',
      profile: 'other',
    });
  });

  it('DTCARD_PROFILE chooses a profile', async () => {
    const chosen = await resolve({ env: { DTCARD_PROFILE: 'other' } });
    expect(chosen.clientId).toBe('ding-other');
  });

  it('half a pair is an error, whatever is stored', async () => {
    const error = await failure({ env: { DTCARD_CLIENT_ID: 'x' } });
    expect(error.code).toBe('E2001');
    expect(error.params).toMatchObject({ reason: 'half', lacks: 'DTCARD_CLIENT_SECRET' });
    const other = await failure({ env: { DTCARD_CLIENT_SECRET: 's3cret-value' } });
    expect(other.params).toMatchObject({ reason: 'half', lacks: 'DTCARD_CLIENT_ID' });
    expect(other.message).not.toContain('s3cret-value');
  });

  it('nothing at all is «not logged in», never the built-in pair', async () => {
    const error = await failure({ profiles: {} });
    expect(error.code).toBe('E2001');
    expect(error.params['reason']).toBe('none');
  });

  it('a profile that does not exist is an error', async () => {
    expect((await failure({ profile: 'nope' })).params).toMatchObject({
      reason: 'missing',
      profile: 'nope',
    });
    expect((await failure({ env: { DTCARD_PROFILE: 'nope' } })).code).toBe('E2001');
  });
});

describe('towards a loopback origin the caller named', () => {
  it('the environment’s pair and a named profile speak', async () => {
    expect((await resolve({ kind: 'loopback', env: pair })).source).toBe('environment');
    expect((await resolve({ kind: 'loopback', profile: 'other' })).clientId).toBe('ding-other');
    const env = { DTCARD_PROFILE: 'other' };
    expect((await resolve({ kind: 'loopback', env })).clientId).toBe('ding-other');
  });

  it('the default profile stays at home and the built-in pair speaks', async () => {
    expect(await resolve({ kind: 'loopback' })).toEqual({
      ...builtinCredentials,
      robotCode: builtinCredentials.clientId,
      source: 'builtin',
      production: false,
    });
  });

  it('a default profile made for a simulator does speak', async () => {
    const profile = { clientId: 'sim', clientSecret: 's', production: false, createdAt: 1 };
    const profiles = { default: { ...profile, simulator: true as const } };
    expect((await resolve({ kind: 'loopback', profiles })).clientId).toBe('sim');
  });

  it('half a pair is an error here too', async () => {
    const given = { kind: 'loopback', env: { DTCARD_CLIENT_ID: 'x' } } as const;
    expect((await failure(given)).code).toBe('E2001');
  });
});

describe('towards a loopback origin nobody named', () => {
  it('no secret goes out, whatever there is', async () => {
    const given = { kind: 'loopback', apiNamed: false, env: pair, profile: 'other' } as const;
    expect((await resolve(given)).source).toBe('builtin');
  });
});
