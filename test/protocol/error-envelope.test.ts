import { describe, expect, it } from 'vitest';
import { bareFault, readErrorEnvelope } from '../../src/protocol/error-envelope.js';

describe('readErrorEnvelope', () => {
  it('reads the new gateway', () => {
    expect(
      readErrorEnvelope(403, {
        requestid: 'FD9F4514-E202-7D59-867A-42EF22C83791',
        code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
        message: '应用尚未开通所需的权限',
        accessdenieddetail: { requiredScopes: ['Card.Instance.Write', 7] },
      }),
    ).toEqual({
      httpStatus: 403,
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      message: '应用尚未开通所需的权限',
      requestId: 'FD9F4514-E202-7D59-867A-42EF22C83791',
      requiredScopes: ['Card.Instance.Write'],
    });
  });

  it('reads the capitalised twin the docs print', () => {
    const body = {
      Code: 'x',
      Message: 'y',
      RequestId: 'z',
      AccessDeniedDetail: { requiredScopes: ['a'] },
    };
    expect(readErrorEnvelope(400, body)).toEqual({
      httpStatus: 400,
      code: 'x',
      message: 'y',
      requestId: 'z',
      requiredScopes: ['a'],
    });
  });

  it('reads the legacy gateway, whose status is always 200', () => {
    expect(readErrorEnvelope(200, { errcode: 40096, errmsg: '不合法的appKey' })).toEqual({
      httpStatus: 200,
      code: '40096',
      message: '不合法的appKey',
    });
  });

  it('looks into the wrapper of the old gateway', () => {
    const body = {
      errcode: 88,
      sub_code: '40014',
      sub_msg: '不合法的access_token',
      errmsg: 'ding talk error[subcode=40014]',
      request_id: '16l4ew3d47pdp',
    };
    expect(readErrorEnvelope(200, body)).toEqual({
      httpStatus: 200,
      code: '40014',
      message: '不合法的access_token',
      requestId: '16l4ew3d47pdp',
    });
    expect(readErrorEnvelope(200, { errcode: 88, errmsg: 'x' })?.code).toBe('88');
  });

  it('knows the shape of the flood guard', () => {
    const body = { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' };
    expect(readErrorEnvelope(200, body)).toMatchObject({ code: '1111', message: 'punish: deny' });
  });

  it.each([
    ['a success of either gateway', { success: true, result: true }],
    ['errcode 0', { errcode: 0, errmsg: 'ok' }],
    ['nothing', {}],
    ['text', 'error'],
    ['a list', [{ code: 'x' }]],
    ['null', null],
    ['undefined', undefined],
  ])('finds no error in %s', (_what, body) => {
    expect(readErrorEnvelope(200, body)).toBeUndefined();
  });

  it('does not take the word undefined for a message', () => {
    expect(readErrorEnvelope(400, { code: 'x', message: 'undefined' })?.message).toBe('');
    expect(
      readErrorEnvelope(400, { code: 'x', message: 'undefined', description: 'why' })?.message,
    ).toBe('why');
  });

  it('survives fields of other kinds and cuts what is endless', () => {
    const fault = readErrorEnvelope(500, {
      code: 500,
      message: { a: 'b'.repeat(10_000) },
      requestid: null,
      accessdenieddetail: 'none',
    });
    expect(fault).toMatchObject({ code: '500', httpStatus: 500 });
    expect(fault?.message.length).toBe(500);
    expect(fault).not.toHaveProperty('requestId');
    expect(fault).not.toHaveProperty('requiredScopes');
  });
});

describe('bareFault', () => {
  it('names the status where no code was given', () => {
    expect(bareFault(503)).toEqual({ httpStatus: 503, code: 'HTTP 503', message: '' });
  });
});
