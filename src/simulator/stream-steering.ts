import type { JsonObject } from '../base/json-text.js';
import { optionalCount, optionalText, text } from './control-input.js';
import { refusal } from './refusal.js';
import type { StreamMisbehaviour } from './stream-misbehaviour.js';

/** What `POST /_dtcard/stream` steers. */
export interface Steered extends StreamMisbehaviour {
  readonly credentials: { readonly clientId: string };
  refuseTickets(count: number): void;
}

const MOST_TIMES = 10_000;

/**
 * `{do:"disconnect"|"drop"|"stall"|"ping"|"raw"|"refuse"}` with the fields each one takes.
 * Answers how many connections or frames it concerned. @throws E5002 `bad-input`
 */
export function steerStream(steered: Steered, body: JsonObject): { readonly count: number } {
  const what = text(body, 'do');
  switch (what) {
    case 'disconnect': {
      const reason = optionalText(body, 'reason');
      return { count: steered.disconnectAll(reason === undefined ? {} : { reason }) };
    }
    case 'drop':
      return { count: steered.dropAll() };
    case 'stall':
      return { count: steered.stallAll() };
    case 'ping':
      return { count: steered.ping(optionalCount(body, 'times', MOST_TIMES) ?? 1) };
    case 'raw': {
      const clientId = optionalText(body, 'clientId') ?? steered.credentials.clientId;
      const fragments = optionalCount(body, 'fragments', MOST_TIMES) ?? 1;
      const binary = body['binary'] === true;
      return { count: steered.sendRaw(clientId, text(body, 'data'), { fragments, binary }) };
    }
    case 'refuse': {
      const count = optionalCount(body, 'times', MOST_TIMES) ?? 1;
      steered.refuseTickets(count);
      return { count };
    }
    default:
      throw refusal('bad-input', 'do is one of disconnect, drop, stall, ping, raw, refuse');
  }
}
