import { describe, expect, it } from 'vitest';
import { createSecretMask, REDACTED, redactText } from '../../src/base/redact.js';

const SECRET = 'q8Zr_1-WxTkvb0nE';
const TICKET = '3d0a5f4e-2c6e-4a71-9a8e-6a5d6d0c7b11';

describe('redactText by place', () => {
  it.each([
    [
      'a key',
      `{"clientSecret":"${SECRET}","clientId":"ding1"}`,
      '{"clientSecret":"***","clientId":"ding1"}',
    ],
    ['a key with blanks', `{ "appSecret" : "${SECRET}" }`, '{ "appSecret" : "***" }'],
    [
      'snake case',
      `{"access_token":"${SECRET}","expires_in":7200}`,
      '{"access_token":"***","expires_in":7200}',
    ],
    [
      'camel case',
      `{"accessToken":"${SECRET}","expireIn":7200}`,
      '{"accessToken":"***","expireIn":7200}',
    ],
    ['any case', `{"ACCESSTOKEN":"${SECRET}"}`, '{"ACCESSTOKEN":"***"}'],
    ['the HTTP callback key', `{"apiSecret":"${SECRET}"}`, '{"apiSecret":"***"}'],
    [
      'a gateway answer',
      `{"endpoint":"wss://h:443/connect","ticket":"${TICKET}"}`,
      '{"endpoint":"wss://h:443/connect","ticket":"***"}',
    ],
    [
      'several',
      `[{"appSecret":"${SECRET}"},{"appSecret":"b"}]`,
      '[{"appSecret":"***"},{"appSecret":"***"}]',
    ],
    [
      'a value with an escaped quote',
      `{"appSecret":"a\\"${SECRET}","x":1}`,
      '{"appSecret":"***","x":1}',
    ],
    [
      'a value that ends in a backslash',
      `{"appSecret":"${SECRET}\\\\","x":"y"}`,
      '{"appSecret":"***","x":"y"}',
    ],
    ['an unfinished value', `{"appSecret":"${SECRET}`, '{"appSecret":"***'],
    ['an empty value', '{"appSecret":"","x":1}', '{"appSecret":"","x":1}'],
    [
      'what Node prints',
      `{ clientSecret: '${SECRET}', ua: '' }`,
      "{ clientSecret: '***', ua: '' }",
    ],
    [
      'a session webhook',
      `"https://oapi.dingtalk.com/robot/sendBySession?session=${SECRET}"`,
      '"https://oapi.dingtalk.com/robot/sendBySession?session=***"',
    ],
    [
      'a stream address',
      `wss://h:443/connect?ticket=${TICKET} failed`,
      'wss://h:443/connect?ticket=*** failed',
    ],
    [
      'an encoded ticket',
      'ws://h/connect?a=b&ticket=a%2Fb%3D&c=d',
      'ws://h/connect?a=b&ticket=***&c=d',
    ],
    [
      'the old token call',
      `GET /gettoken?appkey=k&appsecret=${SECRET}`,
      'GET /gettoken?appkey=k&appsecret=***',
    ],
    [
      'a robot address',
      `/robot/send?access_token=${SECRET}&x=1`,
      '/robot/send?access_token=***&x=1',
    ],
    [
      'an HTML-safe separator',
      `"/x?a=1\\u0026access_token=${SECRET}"`,
      '"/x?a=1\\u0026access_token=***"',
    ],
    [
      'an address in an address',
      `?to=https%3A%2F%2Fh%2Fs%3Fsession%3D${SECRET}%26x%3D1`,
      '?to=https%3A%2F%2Fh%2Fs%3Fsession%3D***%26x%3D1',
    ],
    [
      'a header line',
      `x-acs-dingtalk-access-token: ${SECRET}\nhost: h`,
      'x-acs-dingtalk-access-token: ***\nhost: h',
    ],
    [
      'a header in any case',
      `X-Acs-Dingtalk-Access-Token: ${SECRET}`,
      'X-Acs-Dingtalk-Access-Token: ***',
    ],
    [
      'a header in JSON',
      `{"x-acs-dingtalk-access-token":"${SECRET}","a":"b"}`,
      '{"x-acs-dingtalk-access-token":"***","a":"b"}',
    ],
    [
      'a header in encoded JSON',
      `"{\\"x-acs-dingtalk-access-token\\":\\"${SECRET}\\",\\"a\\":1}"`,
      '"{\\"x-acs-dingtalk-access-token\\":\\"***\\",\\"a\\":1}"',
    ],
    [
      'a raw header list',
      `["x-acs-dingtalk-access-token","${SECRET}","a","b"]`,
      '["x-acs-dingtalk-access-token","***","a","b"]',
    ],
    [
      'a header of curl',
      `-H 'x-acs-dingtalk-access-token: ${SECRET}' -d`,
      "-H 'x-acs-dingtalk-access-token: ***' -d",
    ],
    [
      'a proxy password',
      `connect http://me:${SECRET}@proxy:8080 failed`,
      'connect http://me:***@proxy:8080 failed',
    ],
  ])('masks %s', (_what, text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('masks at any depth of JSON in JSON, and leaves the rest to be read', () => {
    let text = JSON.stringify({ accessToken: `a"b\\${SECRET}\\`, after: 'kept "this"' });
    for (let depth = 0; depth < 5; depth++) {
      const masked = redactText(text);
      expect(masked).not.toContain(SECRET);
      let inner = masked;
      for (let level = 0; level < depth; level++) {
        inner = (JSON.parse(inner) as { data: string }).data;
      }
      expect(JSON.parse(inner)).toEqual({ accessToken: REDACTED, after: 'kept "this"' });
      text = JSON.stringify({ data: text });
    }
  });

  it('masks a session webhook at any depth of JSON in JSON', () => {
    let text = `https://h/robot/sendBySession?session=${SECRET}`;
    for (let depth = 0; depth < 5; depth++) {
      text = JSON.stringify({ sessionWebhook: text, n: 1 });
      const masked = redactText(text);
      expect(masked).not.toContain(SECRET);
      expect(masked.replace(REDACTED, SECRET)).toBe(text);
    }
  });

  it('gives the same when masked twice', () => {
    const once = redactText(`{"appSecret":"${SECRET}","u":"?session=${SECRET}"}`);
    expect(redactText(once)).toBe(once);
  });
});

describe('redactText leaves alone', () => {
  it.each([
    '',
    '{"outTrackId":"dtcard-1","content":"{\\"cardPrivateData\\":{\\"actionIds\\":[\\"btn\\"]}}"}',
    '{"ticket":"JIRA-1234"}',
    '{"ticket":"please call the customer back before noon"}',
    '{"secret":"value"}',
    '{"mysessionid":"x","obsession=":"y"}',
    '{"accessToken":null,"clientSecret":12}',
    'the access token is missing; give clientSecret',
    'Access-Control-Allow-Headers: x-acs-dingtalk-access-token, content-type',
    'mail me@example.com or see https://example.com/@me',
    'https://example.com:8443/a@b',
    '会议纪要：secret 计划 😀 \ud800 \u001b[31m',
    '"ticket"',
    '"accessToken": ',
  ])('%j', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('redactText by value', () => {
  it('masks the given secrets wherever they stand', () => {
    expect(redactText(`a${SECRET}b ${SECRET}`, [SECRET])).toBe('a***b ***');
  });

  it('masks their URL and JSON forms too', () => {
    const odd = 'pa/ss"wo rd';
    expect(redactText(`?p=${encodeURIComponent(odd)}`, [odd])).toBe('?p=***');
    expect(redactText(JSON.stringify({ p: odd }), [odd])).toBe('{"p":"***"}');
  });

  it('leaves no tail of the longer one when one secret begins another', () => {
    expect(redactText('abcdefgh abcd', ['abcd', 'abcdefgh'])).toBe('*** ***');
  });

  it('ignores secrets too short to be one', () => {
    expect(redactText('abc', ['', 'a', 'abc'])).toBe('abc');
  });

  it('takes secrets literally', () => {
    expect(redactText('a.*b $& axxb', ['a.*b', '$&$&'])).toBe('*** $& axxb');
    expect(redactText('x \ud800aaa y', ['\ud800aaa'])).toBe('x *** y');
  });

  it('takes any iterable', () => {
    expect(redactText('one two', new Set(['one ', 'none']))).toBe('***two');
  });
});

describe('createSecretMask', () => {
  const odd = 'a"b\\c/d';

  it.each([
    ['as it is', odd],
    ['as JSON text', JSON.stringify(odd)],
    ['as JSON text in JSON text', JSON.stringify(JSON.stringify({ raw: odd }))],
    ['in a URL', `?x=${encodeURIComponent(odd)}`],
  ])('masks a secret %s', (_how, text) => {
    const mask = createSecretMask();
    const masked = mask(text, [odd]);
    expect(masked).toContain(REDACTED);
    expect(masked).not.toMatch(/a.*b.*c.*d/);
    expect(mask(text, [odd])).toBe(masked);
  });

  it('takes the secrets of the moment, each time', () => {
    const mask = createSecretMask();
    expect(mask('first second', ['first'])).toBe('*** second');
    expect(mask('first second', ['second'])).toBe('first ***');
    expect(mask('first second', [])).toBe('first second');
  });

  it('ignores what is too short, and leaves places alone that only look secret', () => {
    expect(createSecretMask()('{"appSecret":"abc"}', ['abc', ''])).toBe('{"appSecret":"abc"}');
  });
});

describe('redactText on hostile input', () => {
  // Each of these takes minutes, or overflows the stack, when a pattern backtracks.
  const n = 300_000;
  it.each([
    ['backslashes', `ticket ${'\\'.repeat(n)}`],
    ['backslashes before a quote', `token "${'\\'.repeat(n)}"`],
    ['blanks after a key', `"ticket"${' '.repeat(n)}x`],
    ['keys without values', '"ticket" : '.repeat(n / 10)],
    ['nested keys', '\\"ticket\\":\\"'.repeat(n / 10)],
    ['open values', '"appSecret":"'.repeat(n / 10)],
    ['headers', 'x-acs-dingtalk-access-token'.repeat(n / 20)],
    ['header and blanks', `x-acs-dingtalk-access-token:${' '.repeat(n)}`],
    ['schemes', 'http://'.repeat(n / 5)],
    ['schemes with users', '://a:b'.repeat(n / 5)],
    ['quotes with backslashes', `"appSecret":"${'\\\\\\"'.repeat(n / 4)}`],
    ['separators', '?session=&ticket='.repeat(n / 10)],
    ['percent', '%3fsession%3d%26'.repeat(n / 10)],
  ])('reads %s in one pass', (_what, text) => {
    expect(redactText(text).length).toBeLessThanOrEqual(text.length + 3 * n);
  });

  it('masks a value of many megabytes', () => {
    const long = 'a'.repeat(30_000_000);
    expect(redactText(`{"appSecret":"${long}","x":1}`)).toBe('{"appSecret":"***","x":1}');
    expect(redactText(`?ticket=${long}&x=1`)).toBe('?ticket=***&x=1');
    expect(redactText(`x-acs-dingtalk-access-token: ${long}`)).toBe(
      'x-acs-dingtalk-access-token: ***',
    );
  });
});
