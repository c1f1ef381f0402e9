import type { PlatformFault } from '../base/errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';

const MAX_MESSAGE = 500;

/**
 * What went wrong, from the body of an answer of either gateway (card-openapi §1.3, §1.5):
 * `{code, message, requestid}` with a 4xx/5xx status, or `{errcode, errmsg}` inside a 200.
 * Undefined when the body names no error, whatever its status.
 */
export function readErrorEnvelope(httpStatus: number, body: unknown): PlatformFault | undefined {
  if (!isJsonObject(body)) return undefined;
  return legacyFault(httpStatus, body) ?? openApiFault(httpStatus, body);
}

/** A fault for an answer that names none itself. */
export function bareFault(httpStatus: number, message = ''): PlatformFault {
  return { httpStatus, code: `HTTP ${httpStatus}`, message: message.slice(0, MAX_MESSAGE) };
}

function openApiFault(httpStatus: number, body: JsonObject): PlatformFault | undefined {
  // Wire keys are lower case; the SDK's gateway layer knows the capitalised twins (card-openapi §1.5).
  const code = text(body['code'] ?? body['Code']);
  if (code === '') return punishment(httpStatus, body);
  const scopes = requiredScopes(body['accessdenieddetail'] ?? body['AccessDeniedDetail']);
  return {
    httpStatus,
    code,
    message: text(body['message'] ?? body['Message']) || text(body['description']),
    ...requestId(body['requestid'] ?? body['requestId'] ?? body['RequestId']),
    ...(scopes.length > 0 ? { requiredScopes: scopes } : {}),
  };
}

function legacyFault(httpStatus: number, body: JsonObject): PlatformFault | undefined {
  const errcode = text(body['errcode']);
  if (errcode === '' || errcode === '0') return undefined;
  // 88 is the wrapper of the old gateway; what happened is in `sub_code` (card-openapi §1.3).
  const subCode = text(body['sub_code']);
  const wrapped = errcode === '88' && subCode !== '';
  return {
    httpStatus,
    code: wrapped ? subCode : errcode,
    message: (wrapped ? text(body['sub_msg']) : '') || text(body['errmsg']),
    ...requestId(body['request_id']),
  };
}

/** The flood guard in front of everything answers in a shape of its own (card-openapi §1.6 G10). */
function punishment(httpStatus: number, body: JsonObject): PlatformFault | undefined {
  const status = text(body['status']);
  if (status === '' || body['punish'] === undefined) return undefined;
  return { httpStatus, code: status, message: `punish: ${text(body['punish'])}` };
}

function requestId(value: JsonValue | undefined): { readonly requestId?: string } {
  const id = text(value);
  return id === '' ? {} : { requestId: id };
}

function requiredScopes(detail: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(detail)) return [];
  const scopes = detail['requiredScopes'];
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [];
}

/** The SDKs print an absent field as the word `undefined`; that says nothing. */
function text(value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === 'undefined') return '';
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return plain.slice(0, MAX_MESSAGE);
}
