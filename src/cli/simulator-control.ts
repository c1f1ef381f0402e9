import { DtcardError } from '../base/errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { resolveEndpoints } from '../platform/endpoints.js';
import type { Http } from '../platform/http.js';
import type { RunningEntries } from './running-entries.js';

/** The control API of a running simulator, as the `sim …` commands use it. */
export interface SimulatorControl {
  readonly origin: string;
  /** @throws E5002 with the simulator's reason */
  get(path: string): Promise<JsonObject>;
  post(path: string, body: JsonObject): Promise<JsonObject>;
}

/**
 * The simulator that was named, else the one started last on this machine.
 * @throws E5001 when none is running, E1006 when what was named is not on this machine
 */
export function findSimulator(
  named: string | undefined,
  running: RunningEntries,
  http: Http,
): SimulatorControl {
  const origin = named === undefined ? running.list('simulator')[0]?.origin : originOf(named);
  if (origin === undefined) throw new DtcardError('E5001');

  async function call(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    const { status, text } = await http({
      method,
      url: `${origin}/_dtcard${path}`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A tap waits for its answer; the deadline of the simulator ends it.
      timeoutMs: 120_000,
    });
    const parsed = parseJson(text);
    const answer = parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
    if (status === 200 && answer) return answer;
    const error = answer?.['error'];
    const detail =
      isJsonObject(error) && typeof error['message'] === 'string'
        ? error['message']
        : `HTTP ${status}`;
    throw new DtcardError('E5002', { params: { detail } });
  }

  return {
    origin,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
  };
}

function originOf(named: string): string {
  const endpoints = resolveEndpoints(named);
  if (endpoints.kind === 'loopback') return endpoints.apiOrigin;
  throw new DtcardError('E1006', {
    params: { api: named, reason: 'not-simulator' },
  });
}
