import { isJsonObject } from '../base/json-text.js';
import type { Subscription } from './topics.js';

/** `POST /v1.0/gateway/connections/open` (stream-protocol §1.1). */
export const gatewayPath = '/v1.0/gateway/connections/open';

export interface OpenConnectionRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptions: readonly Subscription[];
  /** `name-sdk-lang/version`. */
  readonly ua: string;
}

/** A ticket is good for one handshake within 90 s and is never logged or stored (stream-protocol §1.3). */
export interface OpenConnectionAnswer {
  readonly endpoint: string;
  readonly ticket: string;
}

/** Undefined when endpoint or ticket is missing, empty or unusable (stream-protocol §1.4, last line). */
export function readOpenConnectionAnswer(body: unknown): OpenConnectionAnswer | undefined {
  if (!isJsonObject(body)) return undefined;
  const { endpoint, ticket } = body;
  if (typeof endpoint !== 'string' || endpoint === '') return undefined;
  if (typeof ticket !== 'string' || ticket === '') return undefined;
  // Half a surrogate pair has no URL form: `encodeURIComponent` would throw.
  if (/[\ud800-\udfff]/u.test(ticket)) return undefined;
  return { endpoint, ticket };
}

/** The endpoint stays as given; only the ticket is encoded (stream-protocol §8.2 C5). */
export function streamUrl(answer: OpenConnectionAnswer): string {
  const separator = answer.endpoint.includes('?') ? '&' : '?';
  return `${answer.endpoint}${separator}ticket=${encodeURIComponent(answer.ticket)}`;
}
