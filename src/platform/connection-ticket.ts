import { type DtcardError, isDtcardError, messageOf } from '../base/errors.js';
import { type JsonValue, parseJson } from '../base/json-text.js';
import { redactText } from '../base/redact.js';
import { version } from '../base/version.js';
import type { LostReason } from '../log/event.js';
import { bareFault, readErrorEnvelope } from '../protocol/error-envelope.js';
import {
  gatewayPath,
  type OpenConnectionAnswer,
  type OpenConnectionRequest,
  readOpenConnectionAnswer,
} from '../protocol/gateway.js';
import type { Subscription } from '../protocol/topics.js';
import { checkStreamEndpoint, type Endpoints } from './endpoints.js';
import type { Http, HttpResponse } from './http.js';
import { OpenFailure } from './open-failure.js';

/** `name-sdk-lang/version` (stream-protocol §1.1, §8.2 C20). */
export const streamUa = `dtcard-sdk-node/${version}`;

export interface TicketRequest {
  readonly http: Http;
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptions: readonly Subscription[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Told when the whole request has left: from then on it is the gateway that takes its time. */
  readonly onSent?: () => void;
}

/**
 * Asks the gateway for one ticket, good for one handshake (stream-protocol §1).
 * @throws OpenFailure, or the signal's reason
 */
export async function requestTicket(request: TicketRequest): Promise<OpenConnectionAnswer> {
  const response = await post(request);
  const parsed = parseJson(response.text);
  const body = parsed.ok ? parsed.value : undefined;
  if (response.status !== 200) throw statusFailure(response.status, body, request.clientSecret);
  if (!parsed.ok) {
    const what = response.text.trim() === '' ? 'empty body' : `not JSON: ${parsed.problem}`;
    throw new OpenFailure('gateway-answer', clean(what, request.clientSecret));
  }
  const answer = readOpenConnectionAnswer(body);
  if (!answer) throw new OpenFailure('gateway-answer', 'endpoint or ticket is missing');
  try {
    checkStreamEndpoint(request.endpoints, answer.endpoint);
  } catch (error) {
    throw new OpenFailure('gateway-answer', messageOf(error), { cause: error });
  }
  return answer;
}

async function post(request: TicketRequest): Promise<HttpResponse> {
  const body: OpenConnectionRequest = {
    clientId: request.clientId,
    clientSecret: request.clientSecret,
    subscriptions: request.subscriptions,
    ua: streamUa,
  };
  try {
    return await request.http({
      method: 'POST',
      url: request.endpoints.apiOrigin + gatewayPath,
      // Without Accept the answer may be XML (stream-protocol §1.1).
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        // The next one is hours away.
        Connection: 'close',
      },
      body: JSON.stringify(body),
      timeoutMs: request.timeoutMs,
      signal: request.signal,
      ...(request.onSent ? { onSent: request.onSent } : {}),
    });
  } catch (error) {
    if (!isDtcardError(error)) throw error;
    throw new OpenFailure(reasonOf(error.code), detailOf(error), { cause: error });
  }
}

/** For the log, which has the reason beside it. */
function detailOf({ code, params, message }: DtcardError): string {
  if (code === 'E3002') return `${params['host']}: no answer within ${params['seconds']} s`;
  const detail = params['detail'];
  return detail === undefined ? message : `${params['host']}: ${detail}`;
}

function reasonOf(code: string): LostReason {
  if (code === 'E3002') return 'timeout';
  return code === 'E3003' ? 'gateway-answer' : 'network';
}

/** 400 and 401 are final; everything else may pass (stream-protocol §8.2 C3). */
function statusFailure(status: number, body: JsonValue | undefined, secret: string): OpenFailure {
  const named = readErrorEnvelope(status, body);
  const told = named ?? bareFault(status);
  const refusal = { ...told, message: clean(told.message, secret), code: clean(told.code, secret) };
  const detail = named ? `${status} ${refusal.code} ${refusal.message}`.trimEnd() : refusal.code;
  const isFinal = status === 400 || status === 401;
  return new OpenFailure('gateway-status', detail, isFinal ? { refusal } : {});
}

function clean(text: string, secret: string): string {
  return redactText(text, [secret]).slice(0, 500);
}
