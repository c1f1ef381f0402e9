import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { createProxy } from '../../src/platform/proxy.js';

describe('the proxy for a URL', () => {
  const both = { httpProxy: 'http://plain:1', httpsProxy: 'http://secure:2' };

  it.each([
    ['https://api.dingtalk.com/v1.0', 'http://secure:2/'],
    ['wss://wss-open-connection.dingtalk.com:443/connect', 'http://secure:2/'],
    ['http://example.org/', 'http://plain:1/'],
    ['ws://example.org/', 'http://plain:1/'],
  ])('%s goes through %s', (url, expected) => {
    expect(createProxy(both).proxyUrlFor(url)?.href).toBe(expected);
  });

  it.each([
    'http://127.0.0.1:7700/',
    'ws://127.8.9.1/connect',
    'http://localhost:1/',
    'ws://[::1]:2/',
    'https://127.0.0.1/',
  ])('loopback %s is never proxied', (url) => {
    expect(createProxy(both).proxyUrlFor(url)).toBeUndefined();
  });

  it('is none without settings, or with empty ones', () => {
    expect(createProxy({}).proxyUrlFor('https://api.dingtalk.com')).toBeUndefined();
    expect(createProxy({ httpsProxy: '' }).proxyUrlFor('https://api.dingtalk.com')).toBeUndefined();
  });

  it.each([
    ['*', true],
    ['api.dingtalk.com', true],
    ['API.DingTalk.com', true],
    ['dingtalk.com', true],
    ['.dingtalk.com', true],
    ['*.dingtalk.com', true],
    ['api.dingtalk.com:443', true],
    ['.dingtalk.com:443', true],
    ['foo,api.dingtalk.com', true],
    ['foo api.dingtalk.com', true],
    [' foo , .dingtalk.com ', true],
    ['*:443', true],
    ['api.dingtalk.com:8443', false],
    ['*:80', false],
    ['talk.com', false],
    ['pi.dingtalk.com', false],
    ['api.dingtalk.com.evil', false],
    ['10.0.0.1', false],
    [',,,', false],
    ['.', false],
  ])('NO_PROXY %s: direct is %s', (noProxy, isDirect) => {
    const proxy = createProxy({ ...both, noProxy });
    expect(proxy.proxyUrlFor('https://api.dingtalk.com/x') === undefined).toBe(isDirect);
  });

  it('NO_PROXY takes IPv6 addresses, with brackets and a port or without', () => {
    const direct = (noProxy: string) =>
      createProxy({ ...both, noProxy }).proxyUrlFor('http://[fd00::1]:81/') === undefined;
    expect(direct('[fd00::1]')).toBe(true);
    expect(direct('[fd00::1]:81')).toBe(true);
    expect(direct('[fd00::1]:80')).toBe(false);
    expect(direct('fd00::1')).toBe(true);
  });

  it('may be written without a scheme', () => {
    expect(
      createProxy({ httpsProxy: 'proxy.corp:3128' }).proxyUrlFor('https://a.example')?.href,
    ).toBe('http://proxy.corp:3128/');
  });

  it.each(['socks5://user:pass@host:1', 'http://', '://', 'http://a b', 'ftp://x'])(
    '%s is refused without being shown',
    (value) => {
      const run = () => createProxy({ httpsProxy: value }).proxyUrlFor('https://api.dingtalk.com');
      expect(run).toThrow(DtcardError);
      try {
        run();
      } catch (error) {
        expect((error as DtcardError).code).toBe('E1011');
        expect((error as DtcardError).params).toEqual({ variable: 'HTTPS_PROXY' });
        expect(String(error)).not.toContain('pass');
      }
    },
  );
});

describe('the agent', () => {
  it('is undefined for a direct connection', async () => {
    expect(await createProxy({}).proxyAgentFor('https://api.dingtalk.com')).toBeUndefined();
  });

  it('is one and the same for all URLs behind one proxy', async () => {
    const proxy = createProxy({ httpsProxy: 'http://p:1' });
    const [a, b] = await Promise.all([
      proxy.proxyAgentFor('https://api.dingtalk.com'),
      proxy.proxyAgentFor('wss://x.dingtalk.com'),
    ]);
    expect(a).toBeDefined();
    expect(b).toBe(a);
  });
});
