import { DtcardError, type PlatformFault } from '../base/errors.js';
import { redactText } from '../base/redact.js';

const credentialCodes = new Set([
  'invalidClientIdOrSecret',
  'authFailed',
  'invalid.client',
  'unauthorized.client',
  '40096',
  '40089',
]);

const permissionCodes = new Set(['Forbidden.AccessDenied.AccessTokenPermissionDenied', '60011']);

const tokenCodes = new Set([
  'InvalidAuthentication',
  'AuthenticationFailed.MissingParameter',
  '40001',
  '40014',
  '41001',
  '42001',
]);

const busyCodes = new Set(['system.busy', 'systemBusy', '90002', '90018', '-1']);

/** What DingTalk refused, as the error that fits: E2002 credentials, E2004 permission, else E4001. */
export function errorOfFault(fault: PlatformFault, path: string): DtcardError {
  const { code, message, httpStatus: status } = fault;
  // Card errors repeat the code as their message (card-openapi §1.5).
  const detail = message === '' || message === code ? code : `${code} ${message}`;
  const params = { code, message, status, path, detail };
  if (isCredentialFault(fault) || isTokenFault(fault)) {
    return new DtcardError('E2002', { params, fault });
  }
  if (permissionCodes.has(fault.code)) {
    const scopes = (fault.requiredScopes ?? []).join(', ');
    return new DtcardError('E2004', { params: { ...params, scopes: scopes || '?' }, fault });
  }
  return new DtcardError('E4001', { params, fault });
}

function isCredentialFault(fault: PlatformFault): boolean {
  return credentialCodes.has(fault.code);
}

/** The token is unknown, expired or revoked; a new one helps (card-openapi §1.6 G2, G17). */
export function isTokenFault(fault: PlatformFault): boolean {
  if (credentialCodes.has(fault.code)) return false;
  return tokenCodes.has(fault.code) || fault.httpStatus === 401;
}

/**
 * Refused for speed or load, and worth a repeat in a moment. Throttling is a 403 here, not a 429
 * (card-openapi §1.6 G5–G8); the monthly quota (G9) is none of it.
 */
export function isBusyFault(fault: PlatformFault): boolean {
  return (
    busyCodes.has(fault.code) ||
    /\.Qp[sm]LimitFor/.test(fault.code) ||
    fault.httpStatus === 429 ||
    fault.httpStatus === 503
  );
}

/** A gateway in between gave up waiting: whoever is behind it may have done the work. */
export function isGatewayFault(fault: PlatformFault): boolean {
  return fault.httpStatus === 502 || fault.httpStatus === 504;
}

/** Servers may repeat what they were sent. */
export function withoutSecrets(fault: PlatformFault, secrets: readonly string[]): PlatformFault {
  return {
    ...fault,
    code: redactText(fault.code, secrets),
    message: redactText(fault.message, secrets),
  };
}
