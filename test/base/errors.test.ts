import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorTable } from '../../src/base/error-codes.js';
import { DtcardError, isDtcardError, messageOf } from '../../src/base/errors.js';

describe('DtcardError', () => {
  it.each([
    ['E1002', 'user', 2],
    ['E2001', 'auth', 3],
    ['E3001', 'network', 4],
    ['E4001', 'platform', 1],
    ['E5003', 'user', 2],
    ['E9001', 'bug', 5],
  ] as const)('%s is a %s error and exits with %d', (code, kind, exitCode) => {
    expect(new DtcardError(code)).toMatchObject({ name: 'DtcardError', code, kind, exitCode });
  });

  it('says code, name and parameters for developers', () => {
    const error = new DtcardError('E1002', {
      params: { recipient: 'cid//', length: 5, ok: false },
    });
    expect(error.message).toBe('E1002 recipient recipient=cid// length=5 ok=false');
    expect(error.params).toEqual({ recipient: 'cid//', length: 5, ok: false });
  });

  it('keeps cause and fault', () => {
    const cause = new Error('socket hang up');
    const fault = { httpStatus: 400, code: 'invalidParameter', message: 'x' };
    const error = new DtcardError('E4001', { cause, fault });
    expect(error.cause).toBe(cause);
    expect(error.fault).toBe(fault);
    expect(new DtcardError('E4001').fault).toBeUndefined();
  });

  it('is an Error with a stack, and told from others', () => {
    const error = new DtcardError('E9001');
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).toContain('errors.test');
    expect(isDtcardError(error)).toBe(true);
    for (const other of [new Error('E9001'), { code: 'E9001' }, null, undefined, 'E9001']) {
      expect(isDtcardError(other)).toBe(false);
    }
  });

  it('can be made for every code of the table', () => {
    for (const code of Object.keys(errorTable) as ErrorCode[]) {
      expect(new DtcardError(code).exitCode).toBeGreaterThan(0);
    }
  });
});

describe('messageOf', () => {
  const throwing = {
    get message(): string {
      throw new Error('no');
    },
  };
  it.each([
    ['an Error', new Error('boom'), 'boom'],
    ['an Error without a message', new TypeError(), 'TypeError'],
    ['text', 'plain', 'plain'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a number', 42, '42'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    [
      'an object that only looks like an error',
      { message: 'from another realm' },
      'from another realm',
    ],
    ['an object without a prototype', Object.create(null), 'unknown error'],
    ['an object that fights back', throwing, 'unknown error'],
    [
      'a host that refused on both addresses',
      new AggregateError([
        new Error('connect ECONNREFUSED ::1:9'),
        new Error('connect ECONNREFUSED 127.0.0.1:9'),
      ]),
      'connect ECONNREFUSED ::1:9; connect ECONNREFUSED 127.0.0.1:9',
    ],
    ['an empty aggregate', new AggregateError([]), 'AggregateError'],
  ])('reads %s', (_what, thrown, expected) => {
    expect(messageOf(thrown)).toBe(expected);
  });

  it('survives a message that is no string', () => {
    const error = new Error('x');
    Object.defineProperty(error, 'message', { value: { nested: true } });
    expect(messageOf(error)).toBe('Error');
  });
});
