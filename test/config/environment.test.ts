import { afterEach, describe, expect, it } from 'vitest';
import { platformName, readEnvironment } from '../../src/config/environment.js';

afterEach(() => {
  delete process.env['DTCARD_PROFILE'];
});

describe('readEnvironment', () => {
  it('reads the process by itself', () => {
    process.env['DTCARD_PROFILE'] = 'from-process';
    expect(readEnvironment().profile).toBe('from-process');
    expect(platformName()).toBe(process.platform);
  });

  it('finds nothing in an empty environment', () => {
    const environment = readEnvironment({});
    const { noColor, isCi, ...rest } = environment;
    expect([noColor, isCi]).toEqual([false, false]);
    expect(Object.values(rest).every((value) => value === undefined)).toBe(true);
  });

  it('takes empty and blank values as absent', () => {
    const environment = readEnvironment({
      DTCARD_API: '',
      DTCARD_CLIENT_ID: '  ',
      DTCARD_CLIENT_SECRET: '\n',
      NO_COLOR: '',
    });
    expect(environment.api).toBeUndefined();
    expect(environment.clientId).toBeUndefined();
    expect(environment.clientSecret).toBeUndefined();
    expect(environment.noColor).toBe(false);
  });

  it('cuts blanks around what was pasted', () => {
    const environment = readEnvironment({
      DTCARD_CLIENT_ID: ' dingabc\n',
      DTCARD_CLIENT_SECRET: '\tsecret ',
      DTCARD_API: ' http://127.0.0.1:7700\r\n',
    });
    expect(environment).toMatchObject({
      clientId: 'dingabc',
      clientSecret: 'secret',
      api: 'http://127.0.0.1:7700',
    });
  });

  it('prefers the lower-case proxy variables, as curl does', () => {
    const environment = readEnvironment({
      HTTPS_PROXY: 'http://upper',
      https_proxy: 'http://lower',
      HTTP_PROXY: 'http://only-upper',
      http_proxy: '',
      NO_PROXY: 'a,b',
    });
    expect(environment).toMatchObject({
      httpsProxy: 'http://lower',
      httpProxy: 'http://only-upper',
      noProxy: 'a,b',
    });
  });

  it('takes the locale from the strongest variable that says something', () => {
    expect(readEnvironment({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en' }).locale).toBe('zh_CN');
    expect(readEnvironment({ LC_ALL: 'en_US', LANG: 'zh_CN' }).locale).toBe('en_US');
  });

  it.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['false', false],
    ['FALSE', false],
    ['true', true],
    ['1', true],
    ['woodpecker', true],
  ])('CI=%s means CI: %s', (value, isCi) => {
    expect(readEnvironment({ CI: value }).isCi).toBe(isCi);
  });

  it('knows that colours are not wanted', () => {
    expect(readEnvironment({ NO_COLOR: '1' }).noColor).toBe(true);
  });
});
