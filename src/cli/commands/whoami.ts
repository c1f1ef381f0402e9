import { readEnvironment } from '../../config/environment.js';
import { jsonLine } from '../../output/json-line.js';
import { setUpConnection } from '../connection-setup.js';
import type { ProgramIo } from '../program-io.js';

export interface WhoamiFlags {
  readonly api?: string;
  readonly profile?: string;
  readonly json?: boolean;
}

/** Which app a command with the same options would speak as, and where to. Nothing is sent. */
export async function runWhoami(io: ProgramIo, flags: WhoamiFlags): Promise<number> {
  const { credentials, endpoints } = await setUpConnection(io, {
    environment: readEnvironment(io.env),
    api: flags.api,
    profile: flags.profile,
  });
  const { clientId, source, production, profile } = credentials;
  const api = endpoints.apiOrigin;
  if (flags.json) {
    io.out(jsonLine({ v: 1, clientId, source, profile: profile ?? null, production, api }));
    return 0;
  }
  io.out(
    `${io.t('cli.whoami.line', {
      clientId,
      source: profile ?? source,
      production: production ? io.t('cli.whoami.production') : '',
      api,
    })}\n`,
  );
  return 0;
}
