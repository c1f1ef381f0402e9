import { readEnvironment } from '../../config/environment.js';
import { defaultProfileName } from '../../config/profile.js';
import { createProfileStore } from '../../config/store.js';
import { jsonLine } from '../../output/json-line.js';
import { locationsOf } from '../locations.js';
import type { ProgramIo } from '../program-io.js';

export interface LogoutFlags {
  readonly profile?: string;
  readonly json?: boolean;
}

/** Removes stored credentials. Removing what is not there is no failure. */
export async function runLogout(io: ProgramIo, flags: LogoutFlags): Promise<number> {
  const environment = readEnvironment(io.env);
  const profile = flags.profile ?? environment.profile ?? defaultProfileName;
  const removed = await createProfileStore(locationsOf(environment).configDir).delete(profile);
  if (flags.json) io.out(jsonLine({ v: 1, profile, removed }));
  else io.out(`${io.t(removed ? 'cli.logout.done' : 'cli.logout.none', { profile })}\n`);
  return 0;
}
