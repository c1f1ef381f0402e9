import { expect, test } from 'vitest';
import { createOpenApi } from '../support/create-openapi.js';

test('stores follow settings and origin assigned later', () => {
  const { context, clock } = createOpenApi();
  context.origin = 'http://127.0.0.1:9';
  expect(context.webhooks.issue('c').sessionWebhook).toMatch(/^http:\/\/127\.0\.0\.1:9\//);
  context.settings = { ...context.settings, tokenLifeMs: 10 };
  const { accessToken } = context.tokens.issue('a');
  clock.advance(10);
  expect(context.tokens.clientIdOf(accessToken)).toBeUndefined();
});

test('two contexts share nothing', () => {
  const [one, two] = [createOpenApi().context, createOpenApi().context];
  const { accessToken } = one.tokens.issue('a');
  one.faults.add({ path: '**', skip: 0, action: { kind: 'reset' } });
  expect(two.tokens.clientIdOf(accessToken)).toBeUndefined();
  expect(two.faults.list()).toEqual([]);
});
