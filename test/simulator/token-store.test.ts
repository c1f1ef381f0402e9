import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { createTokenStore } from '../../src/simulator/token-store.js';

function createStore() {
  const clock = new ManualClock();
  const settings = { tokenLifeMs: 7_200_000 };
  return { clock, settings, tokens: createTokenStore(clock, seededIds(), () => settings) };
}

test('each app has its own token', () => {
  const { tokens } = createStore();
  const a = tokens.issue('a').accessToken;
  const b = tokens.issue('b').accessToken;
  expect([tokens.clientIdOf(a), tokens.clientIdOf(b)]).toEqual(['a', 'b']);
  expect(tokens.clientIdOf('')).toBeUndefined();
});

test('a revoked token is unknown at once, and the next one is another', () => {
  const { tokens } = createStore();
  const before = tokens.issue('a').accessToken;
  tokens.issue('b');
  tokens.revoke('a');
  tokens.revoke('nobody');
  expect(tokens.clientIdOf(before)).toBeUndefined();
  expect(tokens.issue('a').accessToken).not.toBe(before);
});

test('the life is a setting, told in whole seconds', () => {
  const { clock, settings, tokens } = createStore();
  settings.tokenLifeMs = 1500;
  const { accessToken, expireIn } = tokens.issue('a');
  expect(expireIn).toBe(1);
  clock.advance(1500);
  expect(tokens.clientIdOf(accessToken)).toBeUndefined();
});
