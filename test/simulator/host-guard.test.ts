import { describe, expect, it } from 'vitest';
import { isLoopbackOrigin, isOwnHost, isOwnOrigin } from '../../src/simulator/host-guard.js';

describe('isOwnHost', () => {
  it('takes the three loopback names with our port, in any case', () => {
    for (const host of ['127.0.0.1:7700', 'localhost:7700', '[::1]:7700', 'LocalHost:7700']) {
      expect([host, isOwnHost(host, 7700)]).toEqual([host, true]);
    }
    expect(isOwnHost('localhost', 80)).toBe(true);
  });

  it('takes nothing else', () => {
    const hosts = [
      undefined,
      '',
      'localhost',
      'localhost:7701',
      'localhost:',
      'localhost.:7700',
      'evil.example:7700',
      '127.0.0.1.evil.example:7700',
      '127.0.0.2:7700',
      '0.0.0.0:7700',
      'user@localhost:7700',
      'localhost:7700:7700',
      'localhost:7700/evil',
      ' localhost:7700',
      'localhost:007700x',
      '2130706433:7700',
    ];
    for (const host of hosts) expect([host, isOwnHost(host, 7700)]).toEqual([host, false]);
  });
});

describe('isOwnOrigin', () => {
  it('takes no Origin and our own', () => {
    expect(isOwnOrigin(undefined, 7700)).toBe(true);
    expect(isOwnOrigin('http://127.0.0.1:7700', 7700)).toBe(true);
    expect(isOwnOrigin('http://localhost:7700', 7700)).toBe(true);
  });

  it('takes no other', () => {
    const origins = ['null', '', 'https://localhost:7700', 'http://localhost:7701', 'http://evil'];
    for (const origin of origins)
      expect([origin, isOwnOrigin(origin, 7700)]).toEqual([origin, false]);
  });
});

describe('isLoopbackOrigin', () => {
  it('takes any loopback port and scheme http or https, as Java sends it', () => {
    for (const origin of [
      undefined,
      'https://localhost:8443',
      'http://127.0.0.1',
      'https://[::1]:1',
    ]) {
      expect(isLoopbackOrigin(origin)).toBe(true);
    }
    for (const origin of ['https://evil.example', 'null', 'file://', 'https://localhost.evil']) {
      expect(isLoopbackOrigin(origin)).toBe(false);
    }
  });
});
