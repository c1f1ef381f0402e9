import { expect, test } from 'vitest';
import { isJsonContentType, readJsonBody } from '../../src/simulator/request-body.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

const JSON_TYPE = 'application/json';

test.each([
  ['application/json', true],
  ['Application/JSON; charset=utf-8', true],
  [' application/json ;charset="utf-8"', true],
  ['application/jsonp', false],
  ['text/json', false],
  ['application/problem+json', false],
  ['', false],
  [undefined, false],
])('§8 item 1: %j as JSON: %s', (contentType, isJson) => {
  expect(isJsonContentType(contentType)).toBe(isJson);
});

test('of a repeated key the last one counts', () => {
  expect(readJsonBody('{"a":1,"a":2}', JSON_TYPE)).toEqual({ ok: true, value: { a: 2 } });
});

test('what is nested too deep to be written again is no JSON to the gateway; brackets in texts do not count', () => {
  const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  expect(readJsonBody(nested(100), JSON_TYPE).ok).toBe(true);
  expect(readJsonBody(nested(5000), JSON_TYPE)).toMatchObject({ error: { code: 'Invalidbody' } });
  expect(readJsonBody(`{"a":"\\"${'['.repeat(5000)}"}`, JSON_TYPE).ok).toBe(true);
});

test.each([
  ['utf-8', Buffer.from(JSON.stringify(toPerson()))],
  ['utf-8 with a byte order mark', Buffer.from(`\ufeff${JSON.stringify(toPerson())}`)],
  ['gbk', gbk(JSON.stringify(toPerson()))],
  ['no-such-charset', Buffer.from(JSON.stringify(toPerson()))],
])('a body in %s is decoded', async (charset, body) => {
  const api = createOpenApi();
  const answer = await api.raw(paths.create, {
    method: 'POST',
    headers: {
      'content-type': `application/json; charset=${charset.split(' ')[0]}`,
      'x-acs-dingtalk-access-token': api.token(),
    },
    body: new Uint8Array(body),
  });
  expect(answer.status).toBe(200);
  expect(api.context.cards.get('ot_1')?.cardParamMap['title']).toBe('你好');
});

/** 你好 in GBK; everything else in these bodies is ASCII. */
function gbk(text: string): Buffer {
  const [before = '', after = ''] = text.split('你好');
  return Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
    Buffer.from(after),
  ]);
}

test('lone surrogates and control characters survive as text', async () => {
  const api = createOpenApi();
  const answer = await api.raw(paths.create, {
    method: 'POST',
    headers: { 'content-type': JSON_TYPE, 'x-acs-dingtalk-access-token': api.token() },
    body: JSON.stringify(toPerson()).replace('你好', '\\ud800\\u001b[31m\\u202e'),
  });
  expect(answer.status).toBe(200);
  expect(api.context.cards.get('ot_1')?.cardParamMap['title']).toBe('\ud800\u001b[31m\u202e');
});
