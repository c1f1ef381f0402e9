import { builtinCredentials } from '../base/builtin-credentials.js';
import { DtcardError } from '../base/errors.js';
import type { Environment } from './environment.js';
import { defaultProfileName, type Profile } from './profile.js';
import type { ProfileStore } from './store.js';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The clientId unless the profile says otherwise (card-openapi §5.1). */
  readonly robotCode: string;
  readonly source: 'environment' | 'profile' | 'builtin';
  /** Name of the profile they came from. */
  readonly profile?: string;
  /** Its owner marked the app as the one real users talk to. */
  readonly production: boolean;
}

export interface CredentialsRequest {
  readonly environment: Pick<Environment, 'clientId' | 'clientSecret' | 'profile'>;
  readonly store: Pick<ProfileStore, 'load'>;
  readonly endpoints: { readonly kind: 'dingtalk' | 'loopback' };
  /** True when the caller named the origin, by `--api` or `DTCARD_API`. False for a simulator of our own. */
  readonly apiNamed: boolean;
  /** `--profile`: asked for by name, so it goes before the environment's pair. */
  readonly profile?: string | undefined;
}

/**
 * Whose name to speak in. Towards DingTalk: the named profile, the environment's pair, the profile of
 * `DTCARD_PROFILE`, the default profile. Towards a loopback origin: the same, but the default profile
 * only when it was made for a simulator; else the built-in pair stands in, which is what a simulator
 * knows. A loopback origin that nobody named gets the built-in pair and no secret at all.
 * @throws DtcardError E2001 with `reason` `none`, `half` or `missing`; E1010
 */
export async function resolveCredentials(request: CredentialsRequest): Promise<Credentials> {
  const { environment, store, endpoints, apiNamed } = request;
  const isLoopback = endpoints.kind === 'loopback';
  if (isLoopback && !apiNamed) return builtin();
  if (request.profile !== undefined) return namedProfile(store, request.profile);
  const pair = environmentPair(environment);
  if (pair) return pair;
  if (environment.profile !== undefined) return namedProfile(store, environment.profile);
  const profile = await store.load(defaultProfileName);
  if (isLoopback && !profile?.simulator) return builtin();
  if (!profile) throw new DtcardError('E2001', { params: { reason: 'none' } });
  return ofProfile(defaultProfileName, profile);
}

function environmentPair({
  clientId,
  clientSecret,
}: CredentialsRequest['environment']): Credentials | undefined {
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) {
    const [has, lacks] =
      clientId === undefined
        ? ['DTCARD_CLIENT_SECRET', 'DTCARD_CLIENT_ID']
        : ['DTCARD_CLIENT_ID', 'DTCARD_CLIENT_SECRET'];
    throw new DtcardError('E2001', { params: { reason: 'half', has, lacks } });
  }
  return {
    clientId,
    clientSecret,
    robotCode: clientId,
    source: 'environment',
    production: false,
  };
}

async function namedProfile(
  store: CredentialsRequest['store'],
  name: string,
): Promise<Credentials> {
  const profile = await store.load(name);
  if (!profile) throw new DtcardError('E2001', { params: { reason: 'missing', profile: name } });
  return ofProfile(name, profile);
}

function ofProfile(name: string, profile: Profile): Credentials {
  const { clientId, clientSecret, production } = profile;
  return {
    clientId,
    clientSecret,
    robotCode: profile.robotCode ?? clientId,
    source: 'profile',
    profile: name,
    production,
  };
}

function builtin(): Credentials {
  return {
    ...builtinCredentials,
    robotCode: builtinCredentials.clientId,
    source: 'builtin',
    production: false,
  };
}
