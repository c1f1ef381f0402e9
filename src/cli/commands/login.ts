import { DtcardError } from '../../base/errors.js';
import { readEnvironment } from '../../config/environment.js';
import { defaultProfileName, isProfileName } from '../../config/profile.js';
import { createProfileStore } from '../../config/store.js';
import { jsonLine } from '../../output/json-line.js';
import { resolveEndpoints } from '../../platform/endpoints.js';
import { createSdkCardClient } from '../../platform/sdk-card-client.js';
import { networkOf } from '../connection-setup.js';
import { locationsOf } from '../locations.js';
import { silentObserver } from '../observers.js';
import type { ProgramIo } from '../program-io.js';
import { openPrompts, PromptLeft } from '../prompts.js';
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
    throw new DtcardError('E1001', { params: { reason: 'profile-name', value: profile } });
  }
  const asked = await askAll(io, flags);
  if (typeof asked === 'number') return asked;
  const { clientId, clientSecret } = asked;
  if (clientId === '') throw missing('--client-id');
  if (clientSecret === '') throw missing('--client-secret-stdin');

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
    io.out(jsonLine({ v: 1, profile, clientId, production: flags.production ?? false, file }));
  else io.out(`${io.t('cli.login.done', { clientId, profile, file })}\n`);
  return 0;
}

interface Pair {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the options do not say is asked for. @returns the exit code when the person left instead */
async function askAll(io: ProgramIo, flags: LoginFlags): Promise<Pair | number> {
  const isPiped = flags.clientSecretStdin && !io.stdinIsTty;
  if (!io.stdinIsTty) {
    if (flags.clientId === undefined) throw missing('--client-id');
    if (!isPiped) throw missing('--client-secret-stdin');
  }
  const prompts = isPiped ? undefined : openPrompts(io);
  try {
    const clientId =
      flags.clientId ?? (await prompts?.ask(io.t('cli.login.askId'), { hidden: false }));
    const clientSecret = prompts
      ? await prompts.ask(io.t('cli.login.askSecret'), { hidden: true })
      : await readAll(io.stdin);
    return { clientId: (clientId ?? '').trim(), clientSecret: clientSecret.trim() };
  } catch (error) {
    if (error instanceof PromptLeft) return error.exitCode;
    throw error;
  } finally {
    prompts?.close();
  }
}

function missing(option: string): DtcardError {
  return new DtcardError('E1008', { params: { option } });
}
