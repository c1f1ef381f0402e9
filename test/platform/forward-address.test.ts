import { describe, expect, it } from 'vitest';
import { forwardAddress } from '../../src/platform/forward-address.js';

const of = (url: string) => forwardAddress(new URL(url));

describe('the address of a service', () => {
  it('is called with its path and query, and without user, password and fragment', () => {
    expect(of('http://me:pw@h:3000/a/b?x=1&y=%20#part')).toMatchObject({
      target: 'http://h:3000/a/b?x=1&y=%20',
      authorization: `Basic ${Buffer.from('me:pw').toString('base64')}`,
      shown: 'http://h:3000/a/b?x=***&y=***',
    });
    expect(of('https://h/').authorization).toBeUndefined();
  });

  it('takes a lone percent sign in a password for what it is', () => {
    const { authorization = '' } = of('http://a%40b:50%@h/');
    expect(Buffer.from(authorization.slice(6), 'base64').toString()).toBe('a@b:50%');
  });

  it('holds secrets: the password as written, as meant and as sent, and telling values', () => {
    const { secrets } = of('http://me:p%40ss@h/?access_token=t0ken&env=staging&apikey=k');
    const sent = Buffer.from('me:p@ss').toString('base64');
    expect(secrets).toEqual(['p@ss', 'p%40ss', sent, 't0ken', 'k']);
    expect(of('http://h/?env=staging').secrets).toEqual([]);
  });

  it('has a user that is a secret only where there is no password', () => {
    const sent = Buffer.from('t0ken:').toString('base64');
    expect(of('http://t0ken@h/').secrets).toEqual(['t0ken', sent]);
  });
});
