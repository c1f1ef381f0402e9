import { DtcardError } from '../base/errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { version } from '../base/version.js';
import { bareFault, readErrorEnvelope } from '../protocol/error-envelope.js';
import { errorOfFault, withoutSecrets } from './api-fault.js';
import type { Http, HttpResponse } from './http.js';

export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly timeoutMs: number;
  /** Masked in whatever the answer says. */
  readonly secrets: readonly string[];
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/**
 * One call to either gateway, down to an answer that names no error.
 * @throws DtcardError E2002, E2004, E4001 with what DingTalk said, E3003 for anything but a JSON object,
 *   and whatever `http` throws
 */
export async function callApi(http: Http, request: ApiRequest): Promise<ApiAnswer> {
  const { host, pathname } = new URL(request.url);
  const { timeoutMs, secrets, method, url } = request;
  const response = await http({
    method,
    url,
    headers: {
      ...(request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      // Without it the gateway may answer XML (card-openapi §1.4).
      accept: 'application/json',
      'user-agent': `dtcard/${version}`,
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    timeoutMs,
  });
  const { status } = response;
  const parsed = parseJson(response.text);
  if (!parsed.ok || !isJsonObject(parsed.value)) {
    const kind = describeBody(response);
    const params = { host, detail: `HTTP ${status}, ${kind}` };
    // A success whose body got lost on the way may have taken effect, as with a lost connection.
    const isLost = status >= 200 && status <= 299 && lostBodies.has(kind);
    throw new DtcardError(
      'E3003',
      isLost ? { params: { ...params, sent: true } } : { params, fault: bareFault(status) },
    );
  }
  const body = parsed.value;
  const isRefused = status < 200 || status > 299 || body['success'] === false;
  const named = readErrorEnvelope(status, body);
  // Some successes carry a `code` too; only the status, `errcode` and `success` make it an error.
  const isLegacyError = body['errcode'] !== undefined && named !== undefined;
  if (isRefused || isLegacyError) {
    const fault = named ?? bareFault(status, isRefused ? response.text : '');
    throw errorOfFault(withoutSecrets(fault, secrets), pathname);
  }
  return { status, headers: response.headers, body };
}

const lostBodies: ReadonlySet<string> = new Set(['empty body', 'truncated JSON']);

/** Says what kind of body it was without repeating any of it. */
function describeBody({ text }: HttpResponse): string {
  const start = text.trimStart().slice(0, 64);
  if (start === '') return 'empty body';
  if (/^<(!doctype|html|head|body|h\d|title|script|center)\b/i.test(start)) return 'HTML page';
  if (start.startsWith('<')) return 'XML or HTML';
  if (/^[{["]/.test(start)) return parseJson(text).ok ? 'JSON, but no object' : 'truncated JSON';
  return 'no JSON';
}
