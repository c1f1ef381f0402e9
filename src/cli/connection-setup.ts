import { type Credentials, resolveCredentials } from '../config/credentials.js';
import type { Environment } from '../config/environment.js';
import { createProfileStore } from '../config/store.js';
import { type Endpoints, resolveEndpoints } from '../platform/endpoints.js';
import { createHttp, type Http } from '../platform/http.js';
import { createProxy, type Proxy } from '../platform/proxy.js';
import { locationsOf } from './locations.js';
import type { ProgramIo } from './program-io.js';

/** Whom a command talks to, in whose name, and how. */
export interface ConnectionSetup {
  readonly endpoints: Endpoints;
  readonly credentials: Credentials;
  readonly http: Http;
  readonly proxy: Proxy;
}

export interface SetupRequest {
  readonly environment: Environment;
  /** `--api`; the environment's `DTCARD_API` stands in. */
  readonly api: string | undefined;
  readonly profile: string | undefined;
  /** Origin of a simulator this very process started; no stored secret goes there. */
  readonly ownSimulator?: string;
}

/** @throws DtcardError E1006, E1010, E1011, E2001 */
export async function setUpConnection(
  io: ProgramIo,
  request: SetupRequest,
): Promise<ConnectionSetup> {
  const { environment, ownSimulator, profile } = request;
  const named = ownSimulator === undefined ? (request.api ?? environment.api) : undefined;
  const endpoints = resolveEndpoints(ownSimulator ?? named);
  const credentials = await resolveCredentials({
    environment,
    endpoints,
    apiNamed: named !== undefined,
    store: createProfileStore(locationsOf(environment).configDir),
    profile,
  });
  const network = networkOf(io, environment);
  // A proxy variable that cannot be used would look like a network that is down. @throws E1011
  network.proxy.proxyUrlFor(endpoints.apiOrigin);
  return { endpoints, credentials, ...network };
}

/** HTTP and WebSocket through the environment's proxies. */
export function networkOf(io: ProgramIo, environment: Environment): { http: Http; proxy: Proxy } {
  const { httpProxy, httpsProxy, noProxy } = environment;
  const proxy = createProxy({
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
  });
  return { proxy, http: createHttp({ proxy, clock: io.clock }) };
}
