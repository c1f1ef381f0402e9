import { DtcardError } from '../../base/errors.js';
import { readEnvironment } from '../../config/environment.js';
import { defaultProfileName, isProfileName } from '../../config/profile.js';
import { createProfileStore } from '../../config/store.js';
import { resolveEndpoints } from '../../platform/endpoints.js';
import { createSdkCardClient } from '../../platform/sdk-card-client.js';
import { networkOf } from '../connection-setup.js';
import { locationsOf } from '../locations.js';
import { silentObserver } from '../observers.js';
import type { ProgramIo } from '../program-io.js';
import { ask } from '../prompts.js';
import { readAll } from '../standard-input.js';

export interface LoginFlags {
  readonly api?: string;
  readonly profile?: string;
  readonly json?: boolean;
  readonly clientId?: string;
  readonly clientSecretStdin?: boolean;
  readonly production?: boolean;
}

/** Stores credentials once a token could be fetched with them; before that nothing is written. */
export async function runLogin(io: ProgramIo, flags: LoginFlags): Promise<number> {
  const environment = readEnvironment(io.env);
  const endpoints = resolveEndpoints(flags.api ?? environment.api);
  const profile = flags.profile ?? environment.profile ?? defaultProfileName;
  if (!isProfileName(profile)) {
    throw new DtcardError('E1001', {
      params: { detail: `--profile ${profile}: letters, digits, . _ - only` },
    });
  }
  const clientId = (
    flags.clientId ?? (await askFor(io, 'cli.login.askId', '--client-id', false))
  ).trim();
  const clientSecret = (
    flags.clientSecretStdin
      ? await readAll(io.stdin)
      : await askFor(io, 'cli.login.askSecret', '--client-secret-stdin', true)
  ).trim();
  if (clientId === '') throw new DtcardError('E1008', { params: { option: '--client-id' } });
  if (clientSecret === '')
    throw new DtcardError('E1008', { params: { option: '--client-secret-stdin' } });

  const { http } = networkOf(io, environment);
  const { clock, ids } = io;
  await createSdkCardClient({
    clock,
    ids,
    http,
    endpoints,
    clientId,
    clientSecret,
    observer: silentObserver,
  }).checkCredentials();

  const store = createProfileStore(locationsOf(environment).configDir);
  await store.save(profile, {
    clientId,
    clientSecret,
    production: flags.production ?? false,
    ...(endpoints.kind === 'loopback' ? { simulator: true as const } : {}),
    createdAt: clock.now(),
  });
  const file = store.fileOf(profile);
  if (flags.json)
    io.out(
      `${JSON.stringify({ v: 1, profile, clientId, production: flags.production ?? false, file })}\n`,
    );
  else io.out(`${io.t('cli.login.done', { clientId, profile, file })}\n`);
  return 0;
}

async function askFor(
  io: ProgramIo,
  question: 'cli.login.askId' | 'cli.login.askSecret',
  option: string,
  hidden: boolean,
): Promise<string> {
  if (!io.stdinIsTty) throw new DtcardError('E1008', { params: { option } });
  return ask(io.t(question), io, { hidden }).catch(() => {
    throw new DtcardError('E1008', { params: { option } });
  });
}
