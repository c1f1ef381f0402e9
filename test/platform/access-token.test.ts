import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createAccessTokenCache, type IssuedToken } from '../../src/platform/access-token.js';

interface Pending {
  readonly clientId: string;
  readonly resolve: (token: IssuedToken) => void;
  readonly reject: (error: Error) => void;
}

function setUp() {
  const clock = new ManualClock();
  const asked: Pending[] = [];
  const cache = createAccessTokenCache({
    clock,
    fetchToken: (clientId) =>
      new Promise((resolve, reject) => {
        asked.push({ clientId, resolve, reject });
      }),
  });
  const answer = async (accessToken: string, expireIn = 7200) => {
    asked.at(-1)?.resolve({ accessToken, expireIn });
    await Promise.resolve();
  };
  return { clock, asked, cache, answer };
}

describe('an access token', () => {
  it('is fetched once for all who ask at the same time', async () => {
    const { cache, asked, answer } = setUp();
    const all = Promise.all([cache.get('a'), cache.get('a'), cache.get('a')]);
    await answer('t1');
    expect(await all).toEqual(['t1', 't1', 't1']);
    expect(asked).toHaveLength(1);
  });

  it('is kept until five minutes before its end', async () => {
    const { cache, asked, answer, clock } = setUp();
    const first = cache.get('a');
    await answer('t1');
    await first;
    clock.advance((7200 - 300) * 1000 - 1);
    expect(await cache.get('a')).toBe('t1');
    clock.advance(1);
    const second = cache.get('a');
    await answer('t2');
    expect(await second).toBe('t2');
    expect(asked).toHaveLength(2);
  });

  it('with a short life is renewed in its last tenth', async () => {
    const { cache, answer, clock } = setUp();
    const first = cache.get('a');
    await answer('t1', 10);
    await first;
    clock.advance(8_999);
    expect(await cache.get('a')).toBe('t1');
    clock.advance(1);
    const second = cache.get('a');
    await answer('t2');
    expect(await second).toBe('t2');
  });

  it.each([0, Number.NaN, -5])('that lives for %d seconds is used once', async (expireIn) => {
    const { cache, asked, answer } = setUp();
    const first = cache.get('a');
    await answer('t1', expireIn);
    expect(await first).toBe('t1');
    const second = cache.get('a');
    await answer('t2');
    expect(await second).toBe('t2');
    expect(asked).toHaveLength(2);
  });

  it('belongs to one app', async () => {
    const { cache, asked, answer } = setUp();
    const a = cache.get('a');
    await answer('ta');
    const b = cache.get('b');
    await answer('tb');
    expect([await a, await b, await cache.get('a')]).toEqual(['ta', 'tb', 'ta']);
    expect(asked.map((request) => request.clientId)).toEqual(['a', 'b']);
  });

  it('that could not be fetched is asked for again', async () => {
    const { cache, asked, answer } = setUp();
    const first = cache.get('a');
    asked[0]?.reject(new Error('down'));
    await expect(first).rejects.toThrow('down');
    const second = cache.get('a');
    await answer('t1');
    expect(await second).toBe('t1');
  });

  it('serves on to its end while the renewal fails', async () => {
    const { cache, asked, answer, clock } = setUp();
    const first = cache.get('a');
    await answer('t1');
    await first;
    clock.advance(6_950_000);
    const second = cache.get('a');
    asked[1]?.reject(new Error('down'));
    expect(await second).toBe('t1');
    clock.advance(250_000);
    const third = cache.get('a');
    asked[2]?.reject(new Error('down'));
    await expect(third).rejects.toThrow('down');
  });

  it('is forgotten when it was refused, unless there is a newer one', async () => {
    const { cache, answer } = setUp();
    const first = cache.get('a');
    await answer('t1');
    await first;
    cache.invalidate('a', 't1');
    const second = cache.get('a');
    await answer('t2');
    await second;
    cache.invalidate('a', 't1');
    expect(await cache.get('a')).toBe('t2');
  });
});
