import { describe, expect, it } from 'vitest';
import type { PlatformFault } from '../../src/base/errors.js';
import {
  errorOfFault,
  isBusyFault,
  isGatewayFault,
  isTokenFault,
  withoutSecrets,
} from '../../src/platform/api-fault.js';

function fault(
  httpStatus: number,
  code: string,
  extra: Partial<PlatformFault> = {},
): PlatformFault {
  return { httpStatus, code, message: 'm', ...extra };
}

const denied = 'Forbidden.AccessDenied.';

describe('errorOfFault', () => {
  it.each([
    [400, 'invalidClientIdOrSecret', 'E2002'],
    [401, 'authFailed', 'E2002'],
    [200, '40096', 'E2002'],
    [400, 'InvalidAuthentication', 'E2002'],
    [401, 'HTTP 401', 'E2002'],
    [403, `${denied}AccessTokenPermissionDenied`, 'E2004'],
    [200, '60011', 'E2004'],
    [403, `${denied}IpNotInWhiteList`, 'E4001'],
    [400, 'param.empty', 'E4001'],
    [500, 'unknownError', 'E4001'],
  ])('%i %s is %s', (status, code, expected) => {
    const error = errorOfFault(fault(status, code), '/v1.0/x');
    expect(error.code).toBe(expected);
    expect(error.params).toMatchObject({ code, message: 'm', status, path: '/v1.0/x' });
    expect(error.fault).toMatchObject({ code, httpStatus: status });
  });

  it('does not say a code twice', () => {
    const said = (message: string) =>
      errorOfFault(fault(400, 'param.empty', { message }), '/').params['detail'];
    expect([said('param.empty'), said(''), said('why')]).toEqual([
      'param.empty',
      'param.empty',
      'param.empty why',
    ]);
  });

  it('names the scopes, or a question mark', () => {
    const code = `${denied}AccessTokenPermissionDenied`;
    const named = errorOfFault(fault(403, code, { requiredScopes: ['a', 'b'] }), '/');
    expect(named.params['scopes']).toBe('a, b');
    expect(errorOfFault(fault(403, code), '/').params['scopes']).toBe('?');
  });
});

describe('what helps', () => {
  it.each([
    [403, `${denied}QpsLimitForAppkeyAndApi`, true],
    [403, `${denied}QpsLimitForApi`, true],
    [403, `${denied}QpmLimitForAppkeyAndApi`, true],
    [403, `${denied}ApiCountLimitForOrg`, false],
    [403, `${denied}AccessTokenPermissionDenied`, false],
    [429, 'anything', true],
    [503, 'HTTP 503', true],
    [500, 'system.busy', true],
    [500, 'systemBusy', true],
    [500, 'unknownError', false],
    [200, '90018', true],
    [200, '-1', true],
    [400, 'param.empty', false],
  ])('waiting, for %i %s: %s', (status, code, busy) => {
    expect(isBusyFault(fault(status, code))).toBe(busy);
  });

  it.each([
    [400, 'InvalidAuthentication', true],
    [401, 'Unauthorized', true],
    [200, '40014', true],
    [200, '42001', true],
    [400, 'invalidClientIdOrSecret', false],
    [401, 'authFailed', false],
    [403, `${denied}IpNotInWhiteList`, false],
  ])('a new token, for %i %s: %s', (status, code, expected) => {
    expect(isTokenFault(fault(status, code))).toBe(expected);
  });

  it('nothing is known after a gateway gave up', () => {
    expect([502, 504, 500].map((status) => isGatewayFault(fault(status, 'x')))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('withoutSecrets', () => {
  it('masks them in code and message and keeps the rest', () => {
    const masked = withoutSecrets(
      fault(400, 'bad s3cret-value', { message: 'not s3cret-value', requestId: 'r' }),
      ['s3cret-value', ''],
    );
    expect(JSON.stringify(masked)).not.toContain('s3cret-value');
    expect(masked).toMatchObject({ httpStatus: 400, requestId: 'r' });
  });
});
